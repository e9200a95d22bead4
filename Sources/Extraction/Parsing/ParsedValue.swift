import Documents

/// What a parser made of the words of a value.
struct ParsedValue: Hashable, Sendable {
  /// The value in contract form; nil when nothing of its kind was there.
  var value: String?
  /// Whether it has the form that the parser demands.
  var isWellFormed: Bool
  /// The words that it was taken from.
  var pieces: [ValuePiece]
  /// Characters that were put right on the way.
  var repairs: [Repair]

  /// Creates a result; without arguments it says that nothing was found.
  init(
    value: String? = nil, isWellFormed: Bool = false, pieces: [ValuePiece] = [],
    repairs: [Repair] = []
  ) {
    self.value = value
    self.isWellFormed = isWellFormed
    self.pieces = pieces
    self.repairs = repairs
  }
}
