internal import Documents
internal import VietnameseText

extension LetterPage {
  /// The pages of a plain text, parted by form feeds.
  ///
  /// Words get boxes by their place in the text, one row a line, so that blank lines are gaps.
  package static func pages(of text: String) -> [LetterPage] {
    let parts = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in page(index + 1, of: part) }
  }

  private static let wordHeight = 20
  private static let rowHeight = 30
  private static let letterWidth = 10
  /// Signs with which text converters mark headings, emphasis and quotations.
  private static let markup = Set<Character>("#*_>|\\")

  private static func page(_ number: Int, of text: Substring) -> LetterPage {
    var lines: [TextLine] = []
    var widest = 0
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (row, line) in rows.enumerated() {
      var words: [TextWord] = []
      var column = 0
      for part in line.split(separator: " ", omittingEmptySubsequences: false) {
        defer { column += part.count + 1 }
        let plain = part.drop { markup.contains($0) }
        let word = String(plain.reversed().drop { markup.contains($0) }.reversed())
          .foldingWhiteSpace()
        guard !word.isEmpty else { continue }
        let box = PixelBox(
          x: column * letterWidth, y: row * rowHeight, width: word.count * letterWidth,
          height: wordHeight)
        words.append(TextWord(text: word, box: box, confidence: 1))
        widest = max(widest, box.maxX)
      }
      guard let box = PixelBox.union(of: words.map(\.box)) else { continue }
      lines.append(TextLine(box: box, words: words))
    }
    return LetterPage(
      number: number, width: widest, height: rows.count * rowHeight, lines: lines,
      source: .textLayer, isPlaced: false)
  }
}
