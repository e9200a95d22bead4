/// One `POST /v1/registrations`.
public struct RegistrationRequest: Hashable, Sendable {
  /// The `Idempotency-Key` header.
  public var idempotencyKey: String
  /// The body in JSON.
  public var body: [UInt8]

  /// Creates a request.
  public init(idempotencyKey: String, body: [UInt8]) {
    self.idempotencyKey = idempotencyKey
    self.body = body
  }
}
