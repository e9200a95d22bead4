/// Where registrations are sent.
public struct RegistrationEndpoint: Sendable {
  /// The service cannot be reached, or broke off before it answered.
  public struct Unreachable: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, and the way out.
    public let description: String

    /// Creates the error.
    public init(_ description: String) { self.description = description }
  }

  /// Sends a registration and waits for the answer; throws `Unreachable` when there is none.
  public var submit: @Sendable (RegistrationRequest) async throws -> RegistrationResponse

  /// Creates an endpoint.
  public init(
    submit: @escaping @Sendable (RegistrationRequest) async throws -> RegistrationResponse
  ) {
    self.submit = submit
  }
}
