import Documents

/// What stands beside a label.
struct LabelledValue: Sendable {
  /// The index of the layout's entry.
  var entry: Int
  /// How well the label was read, 0 … 1.
  var labelQuality: Double
  /// The label's letters; several boxes become one.
  var labelBox: PixelBox
  /// The words of the label itself.
  var labelPieces: [ValuePiece]
  /// The words of the value in reading order; empty where nothing stands.
  var pieces: [ValuePiece]

  /// The words joined by single spaces.
  var text: String { pieces.map(\.text).joined(separator: " ") }
}
