internal import Foundation
internal import RecordStore

extension RegistryStore {
  /// Makes a token.
  ///
  /// - Parameters:
  ///   - name: For whom; no secret.
  ///   - role: What its bearer is.
  ///   - office: The one office that its bearer sees; nil for all.
  ///   - life: After how long it ends by itself; nil for never.
  /// - Returns: The token, and its secret, which is kept nowhere and cannot be had again.
  /// - Throws: `DatabaseError`.
  package func createToken(
    name: String, role: Role, office: String?, life: Duration? = nil
  ) throws -> (token: AccessToken, secret: String) {
    let secret = AccessToken.newSecret()
    let token = try transaction { session in
      let expiry = life.map { session.now + Int64($0 / .milliseconds(1)) }
      let row = try session.database.row(
        """
        INSERT INTO tokens (name, role, office, secret_sha256, created_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?) RETURNING id
        """,
        [
          .text(name), .text(role.rawValue), DatabaseValue(office),
          .text(AccessToken.hash(of: secret)), .integer(session.now), DatabaseValue(expiry),
        ])
      let id = row?.integer(0) ?? 0
      try session.note(.program, "token-create", target: "T-\(id)", outcome: role.rawValue)
      return AccessToken(
        id: id, name: name, role: role, office: office,
        createdAt: RegistrySession.date(session.now),
        expiresAt: expiry.map(RegistrySession.date), revokedAt: nil)
    }
    return (token, secret)
  }

  /// All tokens, also those that have ended, in the order in which they were made.
  package func tokens() throws -> [AccessToken] {
    try look { session in
      try session.database.execute("SELECT \(Self.tokenColumns) FROM tokens ORDER BY id")
        .compactMap(Self.token)
    }
  }

  /// Revokes a token at once; false when there is none of that number that is not revoked.
  package func revokeToken(_ id: Int64) throws -> Bool {
    try transaction { session in
      try session.database.execute(
        "UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
        [.integer(session.now), .integer(id)])
      guard session.database.changedCount == 1 else { return false }
      try session.note(.program, "token-revoke", target: "T-\(id)", outcome: "revoked")
      return true
    }
  }

  /// The bearer of a secret; nil when it is unknown, revoked or expired.
  package func caller(bearing secret: String) throws -> Caller? {
    try look { session in
      let row = try session.database.row(
        """
        SELECT \(Self.tokenColumns) FROM tokens WHERE secret_sha256 = ? AND revoked_at IS NULL
          AND (expires_at IS NULL OR expires_at > ?)
        """, [.text(AccessToken.hash(of: secret)), .integer(session.now)])
      return row.flatMap(Self.token)?.caller
    }
  }

  private static let tokenColumns =
    "id, name, role, office, created_at, expires_at, revoked_at"

  private static func token(_ row: DatabaseRow) -> AccessToken? {
    guard let role = Role(rawValue: row.text(2)) else { return nil }
    return AccessToken(
      id: row.integer(0), name: row.text(1), role: role, office: row.optionalText(3),
      createdAt: RegistrySession.date(row.integer(4)),
      expiresAt: row.optionalInteger(5).map(RegistrySession.date),
      revokedAt: row.optionalInteger(6).map(RegistrySession.date))
  }
}
