public import Documents

/// A value that a person wrote by hand, and whether another person is asked to look at it.
public struct HandwrittenField: Hashable, Codable, Sendable {
  /// The field.
  public var key: FieldKey
  /// Whether the document is not accepted and a doubt names the field.
  public var isDoubted: Bool

  /// Creates the score of one handwritten value.
  public init(key: FieldKey, isDoubted: Bool) {
    self.key = key
    self.isDoubted = isDoubted
  }
}
