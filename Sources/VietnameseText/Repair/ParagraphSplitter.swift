/// Finds the paragraphs of a text whose lines may have been broken anywhere.
enum ParagraphSplitter {
  /// The most bytes of one paragraph; a longer one is cut at white space.
  static let longest = 16_000

  /// The most bytes of a line that was broken to fit a page; a longer one ends where its paragraph
  /// does.
  private static let widest = 250

  /// The ranges of the text between blank lines and behind long lines, of about `longest` bytes each
  /// at the most.
  static func paragraphs(in text: [UInt8]) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start = 0
    var lineStart = 0
    var hasText = false
    func close(at end: Int) {
      if hasText { paragraphs.append(start..<end) }
      hasText = false
      start = end
    }
    for place in text.indices {
      let byte = text[place]
      if byte == 0x0A {
        if place - lineStart > widest || !text[lineStart..<place].contains(where: { $0 > 0x20 }) {
          close(at: place)
        }
        lineStart = place + 1
      } else if byte > 0x20 {
        hasText = true
      }
      if place - start >= longest, byte <= 0x20 || place - start >= 2 * longest, byte & 0xC0 != 0x80
      {
        close(at: place)
        lineStart = place
      }
    }
    close(at: text.count)
    return paragraphs
  }

  /// The tokens of a paragraph, with a token where a line ends a sentence or an item.
  static func tokens(in text: [UInt8], range: Range<Int>, tokenizer: Tokenizer) -> [Token] {
    let lines = lines(in: text, range: range)
    let longest = lines.map(\.count).max() ?? 0
    var tokens: [Token] = []
    for (index, line) in lines.enumerated() {
      let found = tokenizer.tokens(in: text, range: line)
      tokens.append(contentsOf: found)
      guard index + 1 < lines.count else { continue }
      let isShort = 10 * line.count < 6 * longest
      let isEnd = found.last.map { $0.kind == .stop && text[$0.range.lowerBound] != 0x3A } ?? true
      if isShort || isEnd || beginsItem(text, lines[index + 1]) {
        tokens.append(
          Token(kind: .lineEnd, range: line.upperBound..<line.upperBound, followsSpace: true))
      }
    }
    return tokens
  }

  private static func lines(in text: [UInt8], range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where text[place] == 0x0A {
      lines.append(start..<place)
      start = place + 1
    }
    lines.append(start..<range.upperBound)
    return lines
  }

  /// Whether a line begins an item of a list: `-`, `+`, `1.`, `a)`.
  private static func beginsItem(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    var place = line.lowerBound
    while place < line.upperBound, text[place] <= 0x20 { place += 1 }
    guard place < line.upperBound else { return true }
    if [0x2D, 0x2B, 0x2A, 0xE2].contains(text[place]) { return true }
    var end = place
    while end < line.upperBound, end - place < 4, text[end] > 0x20, text[end] != 0x29,
      text[end] != 0x2E
    {
      end += 1
    }
    return end > place && end < line.upperBound && (text[end] == 0x29 || text[end] == 0x2E)
  }
}
