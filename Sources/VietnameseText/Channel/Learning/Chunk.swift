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
    folded.editDistance(to: other.folded)
  }

  /// How many letters must change to make this of two others without their space.
  func distance(to first: Chunk, and second: Chunk) -> Int {
    folded.editDistance(to: first.folded + second.folded)
  }
}
