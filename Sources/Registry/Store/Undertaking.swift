internal import Synchronization

/// Something to be done within a transaction of the registry, and how it ended.
///
/// It counts as done only when its transaction is on the disk.
final class Undertaking: Sendable {
  private let body: @Sendable (RegistrySession) throws -> Void
  private let failure = Mutex<(any Error)?>(nil)

  init(_ body: @escaping @Sendable (RegistrySession) throws -> Void) { self.body = body }

  /// Why it was not done; nil when it was.
  var error: (any Error)? { failure.withLock(\.self) }

  /// Does it, unless it failed before.
  func run(in session: RegistrySession) throws { try body(session) }

  /// Notes that it was not done; the first reason counts.
  func fail(_ error: any Error) {
    failure.withLock { $0 = $0 ?? error }
  }
}
