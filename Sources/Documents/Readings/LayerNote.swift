/// What was decided about the text that a page states about itself, and why.
public struct LayerNote: Hashable, Codable, Sendable {
  /// A part of a page that was decided by itself.
  public struct Block: Hashable, Codable, Sendable {
    /// Where it stands, in pixels of the page.
    public var box: PixelBox
    /// Whether its text is used: `trusted` or `untrusted`.
    public var decision: String
    /// Why, as a code.
    public var reason: String

    /// Creates a part.
    public init(box: PixelBox, decision: String, reason: String) {
      self.box = box
      self.decision = decision
      self.reason = reason
    }
  }

  /// A paragraph that was in an old encoding.
  public struct Encoding: Hashable, Codable, Sendable {
    /// Its first line in the text, from 1.
    public var line: Int
    /// The encoding of most of its words.
    public var encoding: String
    /// Whether part of it was in Unicode or in another encoding.
    public var isMixed: Bool
    /// How sure the encoding is, 0 … 1.
    public var confidence: Double

    /// Creates a paragraph.
    public init(line: Int, encoding: String, isMixed: Bool, confidence: Double) {
      self.line = line
      self.encoding = encoding
      self.isMixed = isMixed
      self.confidence = confidence
    }
  }

  /// Whether the text is used: `trusted`, `partly`, `untrusted`, or `none` where there is none.
  public var decision: String
  /// Why, as a code of a closed list.
  public var reason: String
  /// Why, in Vietnamese.
  public var vi: String
  /// Why, in English.
  public var en: String
  /// How far lines read from the image agree, 0 … 1; nil when none was read.
  public var agreement: Double?
  /// The old encoding that most of it was in.
  public var encoding: String?
  /// The parts of a mixed page.
  public var blocks: [Block]?
  /// The paragraphs of a plain text that were converted.
  public var encodings: [Encoding]?

  /// Creates a note.
  public init(
    decision: String, reason: String, vi: String, en: String, agreement: Double? = nil,
    encoding: String? = nil, blocks: [Block]? = nil, encodings: [Encoding]? = nil
  ) {
    self.decision = decision
    self.reason = reason
    self.vi = vi
    self.en = en
    self.agreement = agreement
    self.encoding = encoding
    self.blocks = blocks
    self.encodings = encodings
  }
}
