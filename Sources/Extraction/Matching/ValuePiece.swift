import Documents

/// A word of a value, or what is left of it beside a label.
struct ValuePiece: Hashable, Sendable {
  var text: String
  var box: PixelBox
  var confidence: Double
  /// The row of the page.
  var row: Int
}

extension ValuePiece {
  /// The whole `word`, which stands on this row of the page.
  init(_ word: TextWord, row: Int) {
    self.init(text: word.text, box: word.box, confidence: word.confidence, row: row)
  }
}
