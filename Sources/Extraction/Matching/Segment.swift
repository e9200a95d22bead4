import Documents

/// A run of words of one line without a gap as wide as a column's.
struct Segment: Sendable {
  /// The words, without dotted leaders.
  var words: [TextWord]
  var box: PixelBox
  /// Which row of the region it stands on, from 0 at the top.
  var row: Int

  /// Its words as pieces of a value.
  var pieces: [ValuePiece] { words.map { ValuePiece($0, row: row) } }

  /// Whether a word is nothing but dots, underscores and dashes.
  static func isLeader(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ".…_·-–—,:;'`~\"‥".unicodeScalars.contains($0) }
  }
}
