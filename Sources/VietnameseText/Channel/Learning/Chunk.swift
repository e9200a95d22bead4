/// What stands between two white spaces of a page, with the letters that likeness is judged by.
struct Chunk: Sendable {
  let letters: [UInt16]
  /// Small letters without marks; signs as they are.
  let folded: [UInt8]

  /// Creates a chunk of letters in NFC.
  init(letters: [UInt16]) {
    self.letters = letters
    let table = LetterTable.shared
    folded = letters.map { letter in
      let base = table.base(UInt32(letter))
      return base != 0 ? base : UInt8(truncatingIfNeeded: letter) | 0x80
    }
  }

  /// The chunks of a page, in order.
  static func all(in text: String) -> [Chunk] {
    text.normalized().split(whereSeparator: \.isWhitespace).map { Chunk(letters: Array($0.utf16)) }
  }

  /// Two chunks without the space between them.
  static func joined(_ first: Chunk, _ second: Chunk) -> Chunk {
    Chunk(letters: first.letters + second.letters)
  }

  /// How many letters must change to make one of the other.
  func distance(to other: Chunk) -> Int {
    Self.distance(folded[...], other.folded[...])
  }

  /// How many letters must change to make this of two others without their space.
  func distance(to first: Chunk, and second: Chunk) -> Int {
    Self.distance(folded[...], (first.folded + second.folded)[...])
  }

  private static func distance(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
    if first == second { return 0 }
    let (first, second) = (Array(first), Array(second))
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in 0..<second.count {
        let above = row[column + 1]
        row[column + 1] = min(
          diagonal + (letter == second[column] ? 0 : 1), min(above, row[column]) + 1)
        diagonal = above
      }
    }
    return row[second.count]
  }
}
