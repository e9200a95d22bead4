import Documents

/// A word of a value, or what is left of it beside a label.
struct ValuePiece: Hashable, Sendable {
  var text: String
  var box: PixelBox
  var confidence: Double
  /// The row of the page.
  var row: Int
}
