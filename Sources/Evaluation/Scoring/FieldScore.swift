public import Documents

/// The score of one labelled field of one case.
public struct FieldScore: Hashable, Sendable {
  /// The field.
  public var key: FieldKey
  /// The kind of the labelled document.
  public var kind: DocumentKind
  /// Its position among the case's labelled documents.
  public var document: Int
  /// How it came out.
  public var outcome: FieldOutcome
  /// Whether it came out right once tone placement and letter case are folded.
  public var isRightFolded: Bool
  /// The confidence that the result stated; nil where it has no such field.
  public var confidence: Confidence?
  /// What the confidence was computed from.
  public var evidence: Evidence?
  /// The value on the paper.
  public var expected: FieldValue?
  /// The value in the result.
  public var found: FieldValue?

  /// Creates the score of one field.
  public init(
    key: FieldKey, kind: DocumentKind, document: Int, outcome: FieldOutcome, isRightFolded: Bool,
    confidence: Confidence?, evidence: Evidence?, expected: FieldValue?, found: FieldValue?
  ) {
    self.key = key
    self.kind = kind
    self.document = document
    self.outcome = outcome
    self.isRightFolded = isRightFolded
    self.confidence = confidence
    self.evidence = evidence
    self.expected = expected
    self.found = found
  }
}
