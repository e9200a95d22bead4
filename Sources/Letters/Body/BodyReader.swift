internal import Documents

/// Puts the rows of a page into paragraphs in reading order.
struct BodyReader {
  let page: LetterPage
  let rows: PageRows
  private let all: [Passage]

  init(_ page: LetterPage) {
    self.page = page
    rows = PageRows(page)
    all = rows.rows()
  }

  /// The paragraphs between the heights `top` and `bottom`.
  func paragraphs(from top: Int = .min, to bottom: Int = .max) -> [String] {
    let chosen = all.filter {
      $0.hasContent && $0.box.midY > Double(top) && $0.box.midY < Double(bottom)
        && !isPageNumber($0) && !isNoise($0)
    }
    guard !chosen.isEmpty else { return [] }
    let tables = TableAreas(page)
    let wide = chosen.filter { $0.words.count > 3 }
    let left = Self.quantile(wide.map(\.box.x), 0.1)
    let right = Self.quantile(wide.map(\.box.maxX), 0.9)
    let pitch = self.pitch(of: chosen)
    var paragraphs: [[String]] = []
    var last: Passage?
    for row in chosen {
      if tables.holds(row) {
        let cells = rows.parts(of: row, widerThan: 1.2).map { FieldText.cell($0.words.map(\.text)) }
        paragraphs.append([cells.joined(separator: "\t")])
        last = nil
        continue
      }
      let words = row.words.map(\.text)
      if let last, continues(row, behind: last, left: left, right: right, pitch: pitch) {
        paragraphs[paragraphs.count - 1] += words
      } else {
        paragraphs.append(words)
      }
      last = row
    }
    return paragraphs.map { FieldText.paragraph($0) }
  }

  /// Whether a paragraph that `row` ends on the page before goes on here.
  func beginsWithin() -> Bool {
    guard let first = all.first(where: { $0.hasContent && !isPageNumber($0) && !isNoise($0) })
    else { return false }
    return first.words.first?.text.first?.isLowercase ?? false
  }

  private func continues(
    _ row: Passage, behind last: Passage, left: Int, right: Int, pitch: Int
  ) -> Bool {
    let height = rows.wordHeight
    guard let first = row.words.first?.text, let end = last.words.last?.text else { return false }
    guard page.isPlaced else {
      // Converters write a paragraph on one line, engines each line on its own.
      guard row.box.y - last.box.maxY < 20 else { return false }
      return first.first?.isLowercase == true
        || (!".;:!?/".contains(end.last ?? ".") && last.box.maxX > right - 30 * 10
          && !Self.beginsItem(first))
    }
    if row.box.y - last.box.y > pitch * 14 / 10 { return false }
    let isIndented = row.box.x > left + height
    let isShort = last.box.maxX < right - 3 * height
    if first.first?.isLowercase == true, !isIndented { return true }
    if isShort { return false }
    return !isIndented || first.first?.isLowercase == true
  }

  private static func beginsItem(_ word: String) -> Bool {
    RecipientReader.isDash(word) || (word.count < 5 && (word.hasSuffix(".") || word.hasSuffix(")")))
  }

  /// The usual distance from row to row.
  private func pitch(of rows: [Passage]) -> Int {
    let steps = zip(rows, rows.dropFirst()).map { $1.box.y - $0.box.y }.filter { $0 > 0 }
    return max(Self.quantile(steps, 0.4), self.rows.wordHeight)
  }

  /// Whether `row` is the number at the top of a page.
  private func isPageNumber(_ row: Passage) -> Bool {
    guard row == all.first(where: \.hasContent) || row == all.last(where: \.hasContent) else {
      return false
    }
    let text = row.text.filter { !"-–—. ".contains($0) }
    guard text.count <= 3, !text.isEmpty, text.allSatisfy(\.isNumber) else { return false }
    return !page.isPlaced || abs(row.box.midX - Double(page.width) / 2) < Double(page.width) / 4
      || row.box.midX > Double(page.width) * 0.8
  }

  /// Whether `row` is what an engine makes of strokes and specks.
  private func isNoise(_ row: Passage) -> Bool {
    guard page.isRead else { return false }
    let letters = row.letters.all + row.words.reduce(0) { $0 + $1.text.count(where: \.isNumber) }
    let mean = row.words.reduce(0) { $0 + $1.confidence } / Double(max(1, row.words.count))
    return letters < 3 ? mean < 0.8 : mean < 0.3
  }

  static func quantile(_ values: [Int], _ share: Double) -> Int {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }
}
