/// What the service says about a registration that it holds.
public struct RegistrationReceipt: Hashable, Codable, Sendable {
  /// Its identifier at the service.
  public var id: String
  /// What it asks for.
  public var type: RegistrationType
  /// Its state: `received` at first.
  public var state: String
  /// When it was received, as ISO 8601 in UTC.
  public var receivedAt: String

  /// Creates a receipt.
  package init(id: String, type: RegistrationType, state: String, receivedAt: String) {
    self.id = id
    self.type = type
    self.state = state
    self.receivedAt = receivedAt
  }
}
