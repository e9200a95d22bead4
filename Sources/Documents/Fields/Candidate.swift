/// One reading of a field, with the witness that gave it.
public struct Candidate: Hashable, Codable, Sendable {
  /// What was read.
  public var value: FieldValue
  /// The probability that the reading is right.
  public var confidence: Confidence
  /// The witness that gave it.
  public var source: FieldSource

  /// Creates a candidate.
  public init(value: FieldValue, confidence: Confidence, source: FieldSource) {
    self.value = value
    self.confidence = confidence
    self.source = source
  }
}
