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
    /// Counts the calls of `stop`, so that a source learns that it was stopped between two workers.
    var stopCount = 0
  }

  private let program: WorkerProgram
  private let limits: WorkerLimits
  private let queue: DispatchQueue
  private let state = Mutex(State())

  init(number: Int, program: WorkerProgram, limits: WorkerLimits) {
    self.program = program
    self.limits = limits
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

  /// Reads `bytes` in the slot's worker, and again in a fresh one if that fails.
  func result(of bytes: [UInt8], request: WorkRequest) async throws -> WorkerOutcome {
    let stops = state.withLock(\.stopCount)
    let frame = try WorkerMessage.read(request).frame(body: bytes)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        queue.async {
          continuation.resume(with: Result { try self.read(frame, unless: stops) })
        }
      }
    } onCancel: {
      stop()
    }
  }

  private func read(_ frame: Frame, unless stops: Int) throws -> WorkerOutcome {
    var failure = WorkerFailure.crashed
    for _ in 0..<2 {
      let process = try readyProcess(unless: stops)
      let answer: Frame
      do {
        answer = try process.exchange(
          frame, within: limits.time, memoryBytes: limits.memoryBytes)
      } catch {
        drop(process)
        guard error != .stopped else { throw WorkerPoolError.stopped }
        failure = error
        continue
      }
      retireIfWorn(process)
      switch WorkerMessage(answer) {
      case .result(let pictures):
        if let result = WorkResult(answer.body, pictures: pictures) { return .finished(result) }
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
    let process = try WorkerProcess(program, limits: limits)
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
        nil, within: limits.startTime, memoryBytes: limits.memoryBytes)
    } catch {
      drop(process)
      guard error != .stopped else { throw WorkerPoolError.stopped }
      throw WorkerPoolError.cannotStart(program: program.path, cause: error.whileStarting)
    }
    switch WorkerMessage(answer) {
    case .ready: return process
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
    let isLarge = process.memoryBytes.map { $0 > limits.recycleMemoryBytes } ?? true
    if readCount >= limits.recycleCount || isLarge { drop(process) }
  }

  private func drop(_ process: WorkerProcess) {
    process.kill()
    state.withLock { state in
      if state.process === process { state.process = nil }
    }
  }
}
