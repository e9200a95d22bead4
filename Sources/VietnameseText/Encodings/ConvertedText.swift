/// A text whose old encodings were recognised and converted.
public struct ConvertedText: Sendable {
  /// A paragraph that changed.
  public struct Paragraph: Hashable, Sendable {
    /// Where it began and ended, in bytes of the text before the conversion.
    public var range: Range<Int>
    /// Its first line, from 1.
    public var line: Int
    /// The encoding of most of its words.
    public var encoding: LegacyEncoding
    /// Whether part of it was in Unicode or in another encoding.
    public var isMixed: Bool
    /// How sure the encoding is, 0 … 1.
    public var confidence: Double
  }

  /// The text, in UTF-8 and NFC; it has the lines of the text before.
  public var text: [UInt8]
  /// The paragraphs that changed, in order.
  public var paragraphs: [Paragraph]

  /// Creates a text.
  public init(text: [UInt8], paragraphs: [Paragraph]) {
    self.text = text
    self.paragraphs = paragraphs
  }
}
