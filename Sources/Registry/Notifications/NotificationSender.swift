/// Hands notifications on to what sends them.
package struct NotificationSender: Sendable {
  /// A notification that was not taken.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why; nothing of the person.
    package let description: String
    /// Whether trying again can help.
    package let isPassing: Bool

    /// Creates a failure.
    package init(_ description: String, isPassing: Bool) {
      self.description = description
      self.isPassing = isPassing
    }
  }

  /// Hands one on; throws `Failure` when it was not taken.
  ///
  /// The same notification may come twice, after a crash; its number tells.
  package let send: @Sendable (Notice) async throws -> Void

  /// Creates a sender.
  package init(send: @escaping @Sendable (Notice) async throws -> Void) { self.send = send }
}
