package import Foundation
import Glibc

extension Process {
  /// Runs the program and waits for its end, with `meanwhile` done while it runs.
  ///
  /// - Returns: Its exit status; nil when a signal ended it.
  package func runToEnd(meanwhile: () async throws -> Void = {}) async throws -> Int32? {
    let ended = AsyncStream<Void>.makeStream()
    terminationHandler = { _ in ended.continuation.finish() }
    try run()
    try await meanwhile()
    for await _ in ended.stream {}
    return terminationReason == .exit ? terminationStatus : nil
  }

  /// Kills the program after `life`, unless it has ended by itself.
  package func end(after life: Duration) async throws {
    try await Task.sleep(for: life)
    if isRunning { kill(processIdentifier, SIGKILL) }
  }
}
