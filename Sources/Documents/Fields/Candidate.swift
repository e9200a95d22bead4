/// One reading of a field, with the witness that gave it.
public struct Candidate: Hashable, Codable, Sendable {
  public var value: FieldValue
  public var confidence: Confidence
  public var source: FieldSource

  /// Creates a candidate.
  public init(value: FieldValue, confidence: Confidence, source: FieldSource) {
    self.value = value
    self.confidence = confidence
    self.source = source
  }
}
