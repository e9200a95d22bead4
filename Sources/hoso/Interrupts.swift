import Dispatch
import Glibc

/// Turns the signals that ask a program to end into cancellation of the task at hand.
enum Interrupts {
  /// Runs `body`; a SIGINT or SIGTERM meanwhile cancels it.
  static func cancelling<Result: Sendable>(
    _ body: sending @escaping () async throws -> Result
  ) async throws -> Result {
    let task = Task { try await body() }
    let sources = [SIGINT, SIGTERM].map { number in
      // The default action would end the program before it can finish its step.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { task.cancel() }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      signal(SIGINT, SIG_DFL)
      signal(SIGTERM, SIG_DFL)
    }
    return try await task.value
  }
}
