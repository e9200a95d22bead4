/// A stretch of text that a reader takes as one thing: a word, a number, a mark.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: UInt8, Sendable {
    /// Letters, which may be a syllable of Vietnamese.
    case word
    /// Letters with digits or signs among them: a code, or a word badly read ("s6", "thé¢").
    case mixed
    /// Digits, with the signs that stand in dates and amounts.
    case number
    /// What must stay as it is: an address of the web or of mail, the number of a document.
    case code
    /// A sign that ends a sentence or a clause: . ; : ! ? …
    case stop
    /// A comma.
    case comma
    /// Any other sign.
    case sign
    /// The end of a line that ends a paragraph.
    case lineEnd
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands in the bytes of the text.
  public var range: Range<Int>
  /// Whether space or a line's end parts it from the token before.
  public var followsSpace: Bool

  /// Creates a token.
  public init(kind: Kind, range: Range<Int>, followsSpace: Bool) {
    self.kind = kind
    self.range = range
    self.followsSpace = followsSpace
  }

  /// Whether the decoder may read it as another word.
  public var isWord: Bool { kind == .word || kind == .mixed }
}
