/// A fixed number of worker processes, each reading one source at a time.
///
/// A crash, a hang or a hunger for memory costs the document that caused it, after a second try in
/// a fresh worker. Workers are started when they are first needed, and replaced after a number of
/// documents or above a size.
public actor WorkerPool {
  /// How many workers read at the same time.
  public nonisolated let count: Int

  private let slots: [WorkerSlot]
  private var idle: [WorkerSlot]
  private var waiting: [(id: Int, continuation: CheckedContinuation<WorkerSlot?, Never>)] = []
  private var nextWaiter = 0
  private var isStopped = false

  /// Creates a pool of workers; starts none yet.
  ///
  /// - Parameters:
  ///   - program: What a worker runs.
  ///   - count: How many workers read at the same time.
  ///   - limits: What each may use.
  ///   - confinement: Whether a worker that nothing holds may read.
  ///   - kernel: What the kernel can hold them by.
  public init(
    program: WorkerProgram, count: Int, limits: WorkerLimits = WorkerLimits(),
    confinement: ConfinementPolicy = .required, kernel: Confinement = .offered
  ) {
    self.count = max(1, count)
    slots = (0..<max(1, count)).map {
      WorkerSlot(
        number: $0, program: program, limits: limits, policy: confinement, kernel: kernel)
    }
    idle = slots.reversed()
  }

  /// Reads the source in `bytes`; waits while all workers are busy.
  ///
  /// - Parameters:
  ///   - bytes: The file; the worker itself opens nothing.
  ///   - request: What the worker is told about it.
  ///   - tries: How many workers a document may bring down before it is given up.
  /// - Returns: The result, or the finding against a document that no worker survives.
  /// - Throws: `WorkerPoolError` when the work cannot be done, `CancellationError` when cancelled.
  public func result(
    of bytes: [UInt8], request: WorkRequest, tries: Int = 2
  ) async throws -> WorkerOutcome {
    try await withSlot { try await $0.result(of: bytes, request: request, tries: tries) }
  }

  /// Starts a worker, if none is there, and says what holds it.
  ///
  /// - Returns: What keeps the worker from everything but its work.
  /// - Throws: `WorkerPoolError` when no worker starts, or none may read.
  public func confinement() async throws -> Confinement {
    try await withSlot { try await $0.confinement() }
  }

  private func withSlot<Result: Sendable>(
    _ body: (WorkerSlot) async throws -> Result
  ) async throws -> Result {
    guard !isStopped else { throw WorkerPoolError.stopped }
    try Task.checkCancellation()
    guard let slot = await takeSlot() else {
      throw Task.isCancelled ? CancellationError() : WorkerPoolError.stopped
    }
    defer { giveBack(slot) }
    do {
      return try await body(slot)
    } catch WorkerPoolError.stopped where Task.isCancelled {
      throw CancellationError()
    }
  }

  /// Ends all workers at once, and fails what they were reading.
  public func stop() {
    isStopped = true
    for waiter in waiting { waiter.continuation.resume(returning: nil) }
    waiting = []
    for slot in slots { slot.stop() }
  }

  private func takeSlot() async -> WorkerSlot? {
    if let slot = idle.popLast() { return slot }
    let id = nextWaiter
    nextWaiter += 1
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(returning: nil)
        } else {
          waiting.append((id, continuation))
        }
      }
    } onCancel: {
      Task { await self.forget(waiter: id) }
    }
  }

  private func forget(waiter id: Int) {
    guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
    waiting.remove(at: index).continuation.resume(returning: nil)
  }

  private func giveBack(_ slot: WorkerSlot) {
    if waiting.isEmpty {
      idle.append(slot)
    } else {
      waiting.removeFirst().continuation.resume(returning: slot)
    }
  }
}
