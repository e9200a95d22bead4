internal import Dispatch
internal import Foundation
internal import Synchronization

/// Threads that do one piece of work after the other, each of which may block.
final class WorkerThreads: Sendable {
  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var hasEnded = false
  }

  private let state = Mutex(State())
  private let signal = DispatchSemaphore(value: 0)
  private let count: Int

  /// Starts `count` threads.
  init(count: Int) {
    self.count = count
    for _ in 0..<count {
      let thread = Thread { [self] in work() }
      thread.name = "hoso.http.work"
      thread.start()
    }
  }

  /// Has `work` done by the next thread that is free.
  func add(_ work: @escaping @Sendable () -> Void) {
    state.withLock { $0.waiting.append(work) }
    signal.signal()
  }

  /// Lets the threads end when nothing is left to do.
  func end() {
    state.withLock { $0.hasEnded = true }
    for _ in 0..<count { signal.signal() }
  }

  private func work() {
    while true {
      signal.wait()
      let next = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
      if let next { next() } else if state.withLock(\.hasEnded) { return }
    }
  }
}
