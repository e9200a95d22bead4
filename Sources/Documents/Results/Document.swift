/// One document found in a source: a form, or one side of a card, with its fields and verdict.
public struct Document: Hashable, Codable, Sendable {
  /// What the document is.
  public var kind: DocumentKind
  /// The side; given for cards only.
  public var side: CardSide?
  /// The 1-based page of the source on which it begins.
  public var page: Int
  /// The probability that `kind` is right.
  public var kindConfidence: Confidence
  /// What becomes of the document.
  public var verdict: Verdict
  /// Why the verdict is what it is, and notes.
  public var reasons: [Reason]
  /// The values by name.
  public var fields: [FieldKey: Field]
  /// The page on which it stands.
  public var image: ImageSize

  /// Creates a document.
  public init(
    kind: DocumentKind, side: CardSide?, page: Int, kindConfidence: Confidence, verdict: Verdict,
    reasons: [Reason], fields: [FieldKey: Field], image: ImageSize
  ) {
    self.kind = kind
    self.side = side
    self.page = page
    self.kindConfidence = kindConfidence
    self.verdict = verdict
    self.reasons = reasons
    self.fields = fields
    self.image = image
  }
}
