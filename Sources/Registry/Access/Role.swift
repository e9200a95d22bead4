/// What the bearer of a token is at the office.
package enum Role: String, Hashable, Codable, CaseIterable, Sendable {
  /// Takes registrations in and carries them on.
  case `operator`
  /// Compares papers with originals, and decides.
  case reviewer
  /// Looks, and changes nothing.
  case auditor
  /// Keeps the service.
  case admin
}
