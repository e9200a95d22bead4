/// The score of one case: its fields, its kinds and its verdict.
public struct CaseScore: Hashable, Sendable {
  /// The case's name.
  public var name: String
  /// The set it belongs to.
  public var set: String
  /// The tier it belongs to.
  public var tier: String
  /// One score for each labelled field.
  public var fields: [FieldScore]
  /// How many labelled documents were found with the right kind and side.
  public var rightKinds: Int
  /// How many documents are labelled.
  public var labelledDocuments: Int
  /// Documents that were found where the label has none of that kind.
  public var inventedDocuments: Int
  /// Whether a document that is none of ours was accepted.
  public var acceptsForeign: Bool
  /// Whether every document was accepted: no person had to touch the case.
  public var isZeroTouch: Bool
  /// Wall time of the case in milliseconds.
  public var milliseconds: Double
  /// The codes of all reasons that were given.
  public var reasons: Set<String> = []
  /// The codes that its label expects for the capture; nil where it says nothing of it.
  public var captures: [String]?
  /// The code that its capture only comes near to.
  public var nearMiss: String?
  /// The witnesses of its labelled sides of cards.
  public var cards: [CardWitnesses]
  /// The values on it that are written by hand.
  public var handwritten: [HandwrittenField] = []
  /// What kept it from being accepted: the codes of the doubts with their fields, each once.
  public var doubts: [String]

  /// Creates the score of one case.
  public init(
    name: String, set: String, tier: String, fields: [FieldScore], rightKinds: Int,
    labelledDocuments: Int, inventedDocuments: Int, acceptsForeign: Bool, isZeroTouch: Bool,
    milliseconds: Double, cards: [CardWitnesses] = [], doubts: [String] = []
  ) {
    self.name = name
    self.set = set
    self.tier = tier
    self.fields = fields
    self.rightKinds = rightKinds
    self.labelledDocuments = labelledDocuments
    self.inventedDocuments = inventedDocuments
    self.acceptsForeign = acceptsForeign
    self.isZeroTouch = isZeroTouch
    self.milliseconds = milliseconds
    self.cards = cards
    self.doubts = doubts
  }
}
