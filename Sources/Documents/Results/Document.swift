/// One document found in a source: a form, or one side of a card, with its fields and verdict.
public struct Document: Hashable, Codable, Sendable {
  public var kind: DocumentKind
  /// The side; given for cards only.
  public var side: CardSide?
  /// The 1-based page of the source on which it begins.
  public var page: Int
  public var kindConfidence: Confidence
  public var verdict: Verdict
  public var reasons: [Reason]
  public var fields: [FieldKey: Field]
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
