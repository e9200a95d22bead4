package import Documents
internal import VietnameseText

extension LetterPage {
  /// The pages of a plain text, parted by form feeds.
  ///
  /// Words get boxes by their place in the text, one row a line, so that blank lines are gaps.
  package static func readings(of text: String) -> [SheetReading] {
    text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map(reading)
  }

  private static let wordHeight = 20
  private static let rowHeight = 30
  private static let letterWidth = 10
  /// Signs with which text converters mark headings, emphasis and quotations.
  private static let markup = Set<Character>("#*_>|\\")

  /// The distance of tab stops in letters.
  private static let tabStop = 8

  /// `line` with its tabs, which part columns, as the spaces that they stand for.
  private static func expanded(_ line: Substring) -> Substring {
    guard line.contains("\t") else { return line }
    var text = ""
    for character in line {
      guard character == "\t" else {
        text.append(character)
        continue
      }
      text += String(repeating: " ", count: tabStop - text.count % tabStop)
    }
    return text[...]
  }

  private static func reading(of text: Substring) -> SheetReading {
    var lines: [TextLine] = []
    var widest = 0
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (row, line) in rows.enumerated() {
      var words: [TextWord] = []
      var column = 0
      for part in expanded(line).split(separator: " ", omittingEmptySubsequences: false) {
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
    return SheetReading(
      width: widest, height: rows.count * rowHeight, lines: lines, statedLines: lines.count,
      isPlaced: false)
  }
}
