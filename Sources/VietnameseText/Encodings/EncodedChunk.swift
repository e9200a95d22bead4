/// What stands between two spaces of a paragraph, in each encoding that is considered.
struct EncodedChunk {
  /// The scalars as they stand.
  let scalars: [UInt32]
  /// Whether white space follows, and which.
  let space: [UInt32]
  /// What it can stand for in an encoding, the likeliest first; where nothing changes, nothing.
  private(set) var readings: [LegacyEncoding: [[UInt32]]] = [:]
  /// The cost of its words as they stand, as −ln p.
  private(set) var cost: Float = 0
  private var costs: [LegacyEncoding: Float] = [:]

  init(scalars: [UInt32], space: [UInt32]) {
    self.scalars = scalars
    self.space = space
  }

  /// Weighs the readings of the chunk in `encodings`.
  mutating func weigh(_ encodings: [LegacyEncoding], with decoder: ChunkDecoder) {
    for encoding in encodings where readings[encoding] == nil {
      let found = decoder.readings(scalars, in: encoding)
      guard let first = found.first, found.count > 1 || first != scalars else {
        if hasUnicode, encoding != .viqr { costs[encoding] = cost + Self.unicodeCost }
        continue
      }
      if cost == 0 { cost = decoder.words.cost(scalars) }
      readings[encoding] = found
      // Whoever may choose is likely to find something.
      costs[encoding] = decoder.words.cost(first) + Self.ln2 * Float(found.count - 1)
    }
  }

  private static let ln2: Float = 0.693
  /// What a word with letters that Unicode alone has costs in any other encoding.
  private static let unicodeCost: Float = 4

  private var hasUnicode: Bool {
    scalars.contains { $0 >= 0x100 && LetterTable.shared.base($0) != 0 }
  }

  /// The cost of its words in `encoding`, as −ln p.
  func cost(in encoding: LegacyEncoding?) -> Float { encoding.flatMap { costs[$0] } ?? cost }

  /// The likeliest reading in `encoding`.
  func reading(in encoding: LegacyEncoding?) -> [UInt32] {
    encoding.flatMap { readings[$0]?.first } ?? scalars
  }

  /// Whether it says something else in `encoding`.
  func isChanged(in encoding: LegacyEncoding) -> Bool {
    readings[encoding].map { $0.first != scalars } ?? false
  }
}
