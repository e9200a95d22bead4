public import Documents

/// The truth about one case of a corpus: its `label.json`.
public struct CaseLabel: Hashable, Codable, Sendable {
  /// The truth about one document of a case.
  public struct LabelledDocument: Hashable, Codable, Sendable {
    /// What the document is.
    public var kind: DocumentKind
    /// The side of a card.
    public var side: CardSide?
    /// The 1-based page, counted through the files of the case in order.
    public var page: Int
    /// The values on the paper, null where it leaves the field blank.
    ///
    /// A key that is absent is not scored.
    public var fields: [FieldKey: FieldValue?]
    /// The fields whose values are written by hand; absent where all are printed.
    public var handwritten: [FieldKey]?

    /// Creates the truth about one document.
    public init(kind: DocumentKind, side: CardSide?, page: Int, fields: [FieldKey: FieldValue?]) {
      self.kind = kind
      self.side = side
      self.page = page
      self.fields = fields
    }
  }

  /// How badly the capture suffered: `clean`, `office`, `bad` or `phone`; none for text cases.
  public var tier: String?
  /// The family of cases that are scored together.
  public var set: String
  /// The page files, in order.
  public var files: [String]
  /// By how many degrees counter-clockwise the pages stand turned.
  public var turned: Int?
  /// The documents on the pages; absent for a text case.
  public var documents: [LabelledDocument]?
  /// The codes of the reasons that a reader should give for the capture; absent where the label says
  /// nothing of it.
  public var captures: [String]?
  /// The code of a reason that the capture only comes near to.
  public var nearMiss: String?

  /// Creates a label.
  public init(
    tier: String?, set: String, files: [String], turned: Int? = nil,
    documents: [LabelledDocument]?
  ) {
    self.tier = tier
    self.set = set
    self.files = files
    self.turned = turned
    self.documents = documents
  }
}
