/// Which file a result belongs to.
public struct SourceIdentity: Hashable, Codable, Sendable {
  /// The file's name without its folder.
  public var name: String
  /// The SHA-256 of its bytes, in lower-case hexadecimal; empty when they could not be read.
  public var sha256: String
  /// How many pages it has; 0 when that could not be found out.
  public var pages: Int

  /// Creates an identity.
  public init(name: String, sha256: String, pages: Int) {
    self.name = name
    self.sha256 = sha256
    self.pages = pages
  }
}
