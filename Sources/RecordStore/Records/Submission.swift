/// What is to be sent to the registration service for an accepted source.
package struct Submission: Hashable, Sendable {
  /// The key by which the service knows a repeat, made from the body.
  package let idempotencyKey: String
  /// The registration as JSON.
  package let body: [UInt8]

  /// Creates a submission.
  package init(idempotencyKey: String, body: [UInt8]) {
    self.idempotencyKey = idempotencyKey
    self.body = body
  }
}
