/// A submission that waits in the outbox.
package struct OutboxEntry: Hashable, Sendable, Identifiable {
  package let id: Int64
  package let submission: Submission
  /// How often the service refused or failed before.
  package let attempts: Int
}
