import Documents

/// One witness's reading of a field, before witnesses are weighed against each other.
struct FieldReading: Hashable, Sendable {
  /// The value in contract form; nil where nothing stands or nothing was readable.
  var value: String?
  /// The words as they were read; empty where the label has nothing beside it, nil where not even
  /// the label was seen.
  var raw: String?
  /// Where it stands, in pixels of the region.
  var box: PixelBox?
  /// The lowest engine confidence of its words.
  var engineConfidence: Double?
  /// The mean engine confidence over the letters of its words.
  var meanConfidence: Double? = nil
  /// The value with a dash where its words stand too far apart for a space; nil where none do.
  var dashed: String? = nil
  /// The lines of print that it takes.
  var lines = 1
  /// What shows that a word or sign of it was printed but not read: how many such.
  var lacks = 0
  /// The letters beside the label that were taken for print of something else.
  var droppedLetters = 0
  var isWellFormed: Bool
  var repairs: [Repair]
  var lexicon: Evidence.Lexicon
  /// The code of the list's entry; nil without one.
  var code: String? = nil
  /// The part of the value that no list vouches for; nil where the list judges the whole.
  var detail: String? = nil
  /// How sure the list or model is of the weakest word, 0 … 1; nil where neither says.
  var knowledge: Double? = nil
  /// A name as it was read, before repair; nil for other values.
  var printed: String? = nil
  /// How likely the least likely of its words is by the language model, 0 … 1; nil where that did not
  /// weigh it.
  var fluency: Double? = nil
  /// How well its label was read, 0 … 1; 0 without one.
  var labelQuality: Double

  /// Creates a reading; without arguments it says that the field was not found.
  init(
    value: String? = nil, raw: String? = nil, box: PixelBox? = nil,
    engineConfidence: Double? = nil, isWellFormed: Bool = false, repairs: [Repair] = [],
    lexicon: Evidence.Lexicon = .none, labelQuality: Double = 0
  ) {
    self.value = value
    self.raw = raw
    self.box = box
    self.engineConfidence = engineConfidence
    self.isWellFormed = isWellFormed
    self.repairs = repairs
    self.lexicon = lexicon
    self.labelQuality = labelQuality
  }

  /// A space as wide as so many lines are high holds a word that was not read.
  private static let widestSpace = 2.0

  /// Whether a word is missing between two of a row.
  private static func isParted(_ pieces: [ValuePiece]) -> Bool {
    zip(pieces, pieces.dropFirst()).contains { left, right in
      left.row == right.row
        && Double(right.box.x - left.box.maxX)
          // A dash is hardly high.
          > widestSpace * Double(max(left.box.height, right.box.height))
    }
  }

  /// A reading from a parsed value.
  init(_ parsed: ParsedValue, raw: String, labelQuality: Double, fallbackBox: PixelBox?) {
    let pieces = parsed.value == nil ? [] : parsed.pieces
    self.init(
      value: parsed.value, raw: raw, box: PixelBox.union(of: pieces.map(\.box)) ?? fallbackBox,
      engineConfidence: pieces.map(\.confidence).min(), isWellFormed: parsed.isWellFormed,
      repairs: parsed.repairs, labelQuality: labelQuality)
    let letters = pieces.reduce(0) { $0 + $1.text.count }
    guard letters > 0 else { return }
    meanConfidence =
      pieces.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(letters)
    lines = Set(pieces.map(\.row)).count
    if Self.isParted(pieces) { lacks = 1 }
  }
}
