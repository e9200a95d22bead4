internal import ContentHash
package import Foundation

/// A bearer token as the registry knows it: its hash, never itself.
package struct AccessToken: Hashable, Sendable {
  /// Its number.
  package let id: Int64
  /// For whom it was made.
  package let name: String
  /// What its bearer is.
  package let role: Role
  /// The one office that its bearer sees; nil for all.
  package let office: String?
  /// When it was made.
  package let createdAt: Date
  /// When it ends by itself; nil for never.
  package let expiresAt: Date?
  /// When it was revoked; nil when it was not.
  package let revokedAt: Date?

  /// Its bearer.
  package var caller: Caller { Caller(id: "T-\(id)", role: role, office: office) }

  /// A new secret: 32 random bytes in URL-safe Base64, behind a prefix that scanners for secrets know.
  static func newSecret() -> String {
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    let text = Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return "hoso_" + text
  }

  /// What is kept of a secret, which is random enough that a plain hash cannot be turned back.
  static func hash(of secret: String) -> String { SHA256Digest(of: Array(secret.utf8)).hexadecimal }
}
