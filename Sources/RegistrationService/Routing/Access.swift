package import Registry

/// Who may use a route.
package enum Access: Hashable, Sendable {
  /// Everybody, without a token: nothing of a person is told there.
  case everybody
  /// Bearers of a token with one of these roles.
  case roles(Set<Role>)
  /// Bearers of a token for all offices with one of these roles.
  case rolesForAllOffices(Set<Role>)
}
