/// A submission that waits in the outbox.
package struct OutboxEntry: Hashable, Sendable, Identifiable {
  /// Its place in the order in which submissions are delivered.
  package let id: Int64
  /// What is delivered.
  package let submission: Submission
  /// How often the service refused or failed before.
  package let attempts: Int
}
