internal import Foundation

/// The service's answer to a registration.
public struct RegistrationResponse: Hashable, Sendable {
  /// The HTTP status.
  public var status: Int
  /// The body: a registration receipt, or a problem document (RFC 9457).
  public var body: [UInt8]
  /// How long the service asks to wait before the next try.
  public var retryAfter: Duration?

  /// Creates an answer.
  public init(status: Int, body: [UInt8], retryAfter: Duration? = nil) {
    self.status = status
    self.body = body
    self.retryAfter = retryAfter
  }

  /// An answer whose body is `value` in JSON.
  init(status: Int, json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.init(status: status, body: Array(try encoder.encode(value)))
  }

  /// The body as a `Value`; nil when it is none.
  func decoded<Value: Decodable>(as type: Value.Type) -> Value? {
    try? JSONDecoder().decode(type, from: Data(body))
  }
}
