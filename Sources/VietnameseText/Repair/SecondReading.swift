/// What a second engine read of a text, word by word.
struct SecondReading {
  /// The second engine's word beside the first byte of each word of the first's.
  private var words: [Int: Range<Int>] = [:]
  private let bytes: [UInt8]

  /// Lays `second` beside `text`; both are UTF-8 in NFC.
  init(_ second: [UInt8], beside text: [UInt8]) {
    bytes = second
    let tokenizer = Tokenizer(joinsStraySigns: true)
    let written = Self.chunks(tokenizer.tokens(in: text))
    let seen = Self.chunks(tokenizer.tokens(in: second))
    let steps = ChunkAlignment.steps(
      written: written.map { Self.chunk(text, $0) }, seen: seen.map { Self.chunk(second, $0) })
    var (row, column) = (0, 0)
    for step in steps {
      if step == .pair {
        let ours = written[row].filter(\.isWord)
        let theirs = seen[column].filter(\.isWord)
        if ours.count == theirs.count {
          for (our, their) in zip(ours, theirs) { words[our.range.lowerBound] = their.range }
        }
      }
      row += step.written
      column += step.seen
    }
  }

  /// The word beside the token that begins at `place`; nil where there is none.
  func word(at place: Int) -> [UInt8]? { words[place].map { Array(bytes[$0]) } }

  /// The tokens between white space.
  private static func chunks(_ tokens: [Token]) -> [[Token]] {
    var chunks: [[Token]] = []
    for token in tokens {
      if token.followsSpace || chunks.isEmpty {
        chunks.append([token])
      } else {
        chunks[chunks.count - 1].append(token)
      }
    }
    return chunks
  }

  private static func chunk(_ text: [UInt8], _ tokens: [Token]) -> Chunk {
    let start = tokens.first?.range.lowerBound ?? 0
    let end = tokens.last?.range.upperBound ?? start
    return Chunk(letters: Array(String(decoding: text[start..<end], as: UTF8.self).utf16))
  }
}
