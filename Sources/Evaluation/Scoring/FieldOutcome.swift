/// How one labelled field came out.
public enum FieldOutcome: String, Codable, CaseIterable, Sendable {
  /// The value of the label, byte for byte.
  case exact
  /// Blank on the paper, and null in the result.
  case blank
  /// Another value, in a document that a person will look at.
  case inReview
  /// Another value, in an accepted document: the one that must never be.
  case silent
  /// No value where the paper has one.
  case missing
  /// A value where the paper is blank.
  case invented

  /// Whether the field came out as labelled.
  public var isRight: Bool { self == .exact || self == .blank }
}
