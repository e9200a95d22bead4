/// A text that a model was learned from.
public struct ModelSource: Hashable, Sendable, Codable {
  /// What the text is, with its rights.
  public var name: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public var sha256: String

  /// Creates a source.
  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
