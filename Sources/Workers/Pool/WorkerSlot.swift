internal import Dispatch
internal import Documents
internal import Synchronization

/// A place for one worker process, with the queue on which it is talked to.
///
/// Talking to a process blocks, so it stays off Swift's own threads. Only one source is in the slot
/// at a time; the pool sees to that.
final class WorkerSlot: Sendable {
  private struct State {
    var process: WorkerProcess?
    var readCount = 0
    /// What holds the process.
    var confinement = Confinement()
    /// Counts the calls of `stop`, so that a source learns that it was stopped between two workers.
    var stopCount = 0
  }

  private let program: WorkerProgram
  private let limits: WorkerLimits
  private let policy: ConfinementPolicy
  private let kernel: Confinement
  private let queue: DispatchQueue
  private let state = Mutex(State())

  init(
    number: Int, program: WorkerProgram, limits: WorkerLimits, policy: ConfinementPolicy,
    kernel: Confinement
  ) {
    self.program = program
    self.limits = limits
    self.policy = policy
    self.kernel = kernel
    queue = DispatchQueue(label: "hoso.worker.\(number)")
  }

  deinit { stop() }

  /// Ends the process, if any, and fails what it was reading.
  func stop() {
    let process = state.withLock { state in
      state.stopCount += 1
      state.readCount = 0
      return state.process.take()
    }
    process?.kill()
  }

  /// Reads `bytes` in the slot's worker, and again in fresh ones if that fails.
  func result(of bytes: [UInt8], request: WorkRequest, tries: Int) async throws -> WorkerOutcome {
    try await onQueue { try self.read(bytes, request: request, tries: tries, unless: $0) }
  }

  /// Has the slot's worker ready, and says what holds it.
  func confinement() async throws -> Confinement {
    try await onQueue { stops in
      _ = try self.readyProcess(unless: stops)
      return self.state.withLock(\.confinement)
    }
  }

  /// Does `body`, which is given the number of stops until now, where blocking disturbs nobody.
  private func onQueue<Result: Sendable>(
    _ body: @escaping @Sendable (Int) throws -> Result
  ) async throws -> Result {
    let stops = state.withLock(\.stopCount)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        queue.async { continuation.resume(with: Swift.Result { try body(stops) }) }
      }
    } onCancel: {
      stop()
    }
  }

  private func read(
    _ bytes: [UInt8], request: WorkRequest, tries: Int, unless stops: Int
  ) throws -> WorkerOutcome {
    let document = MemoryFile(bytes)
    let frame = try WorkerMessage.read(request).frame(body: document == nil ? bytes : [])
    var failure = WorkerFailure.crashed
    for _ in 0..<tries {
      let process = try readyProcess(unless: stops)
      let answer: Frame
      do {
        answer = try process.exchange(
          frame, document: document, within: limits.time, memoryBytes: limits.memoryBytes)
      } catch {
        drop(process)
        guard error != .stopped else { throw WorkerPoolError.stopped }
        failure = error
        continue
      }
      retireIfWorn(process)
      switch WorkerMessage(answer) {
      case .result(let pictures, let attachment):
        let result = WorkResult(answer.body, pictures: pictures, attachment: attachment)
        if let result { return .finished(result) }
      case .failed(let message): throw WorkerPoolError.workFailed(message: message)
      default: break
      }
      drop(process)
      failure = .garbled
    }
    guard let code = failure.code else { throw WorkerPoolError.stopped }
    return .failed(Finding(code))
  }

  /// The process of the slot, started and ready.
  private func readyProcess(unless stops: Int) throws -> WorkerProcess {
    let present = try state.withLock { state in
      guard state.stopCount == stops else { throw WorkerPoolError.stopped }
      return state.process
    }
    if let present { return present }
    let process = try WorkerProcess(program, limits: limits, isConfined: kernel.landlock > 0)
    let isWanted = state.withLock { state in
      guard state.stopCount == stops else { return false }
      state.process = process
      state.readCount = 0
      return true
    }
    guard isWanted else { throw WorkerPoolError.stopped }
    let answer: Frame
    do {
      answer = try process.exchange(
        WorkerMessage.begin(confined: kernel.seccomp).frame(), within: limits.startTime,
        memoryBytes: limits.memoryBytes)
    } catch let error as WorkerFailure {
      drop(process)
      guard error != .stopped else { throw WorkerPoolError.stopped }
      throw WorkerPoolError.cannotStart(program: program.path, cause: error.whileStarting)
    }
    switch WorkerMessage(answer) {
    case .ready(let seccomp):
      let confinement = Confinement(landlock: process.landlock, seccomp: seccomp)
      guard policy != .required || !confinement.isNone else {
        drop(process)
        throw WorkerPoolError.unconfined
      }
      state.withLock { $0.confinement = confinement }
      return process
    case .failed(let message):
      drop(process)
      throw WorkerPoolError.workFailed(message: message)
    default:
      drop(process)
      throw WorkerPoolError.cannotStart(
        program: program.path, cause: WorkerFailure.garbled.whileStarting)
    }
  }

  private func retireIfWorn(_ process: WorkerProcess) {
    let readCount = state.withLock { state in
      state.readCount += 1
      return state.readCount
    }
    let isLarge = process.holdsMore(than: limits.recycleMemoryBytes) ?? true
    if readCount >= limits.recycleCount || isLarge { drop(process) }
  }

  private func drop(_ process: WorkerProcess) {
    process.kill()
    state.withLock { state in
      if state.process === process { state.process = nil }
    }
  }
}
