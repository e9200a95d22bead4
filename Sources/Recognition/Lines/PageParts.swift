internal import Documents

/// Cuts a page into strips of running text, line below line with nothing beside, and of other print: in the
/// former the engine needs no page layout of its own, which costs a fifth of reading a page.
struct PageParts {
  /// A strip of a page.
  struct Part: Hashable {
    var area: PixelBox
    var isRunningText: Bool
  }

  /// The strips that hold print, from top to bottom.
  private(set) var parts: [Part] = []

  /// So many rows make up for reading them apart.
  private static let fewest = 5
  /// Running text begins and ends with a line as wide as this share of its column.
  private static let wide = 0.7
  /// Its rows are no further apart than this many letter heights.
  private static let widestGap = 4

  private let width: Int
  private let height: Int
  /// The boxes of the rows of print.
  private let rows: [PixelBox]

  /// Cuts a page of the given size on which `lines` were found.
  init(of lines: [FoundLine], width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    let rows = Self.rows(of: lines)
    self.rows = rows.compactMap { PixelBox.union(of: $0.map(\.box)) }
    var done = 0
    for run in Self.runs(of: rows) {
      // Rows that reach into each other cannot be cut apart.
      let cuts = (run.lowerBound...run.upperBound).filter { cut(above: $0) != nil }
      guard let first = cuts.first, let end = cuts.last, end - first >= Self.fewest else {
        continue
      }
      add(done..<first, isRunningText: false)
      add(first..<end, isRunningText: true)
      done = end
    }
    add(done..<rows.count, isRunningText: false)
  }

  /// Where the page may be cut above the row with this index.
  private func cut(above index: Int) -> Int? {
    if index == 0 { return 0 }
    if index == rows.count { return height }
    let room = rows[index].y - rows[index - 1].maxY
    return room > 0 ? rows[index].y - room / 2 : nil
  }

  private mutating func add(_ range: Range<Int>, isRunningText: Bool) {
    guard let box = PixelBox.union(of: rows[range]), let top = cut(above: range.lowerBound),
      let bottom = cut(above: range.upperBound)
    else { return }
    var area = PixelBox(x: 0, y: top, width: width, height: bottom - top)
    if isRunningText {
      // Beside it stand at most specks.
      let margin = 2 * box.height / range.count
      area = area.intersection(
        PixelBox(x: box.x - margin, y: top, width: box.width + 2 * margin, height: area.height))
    }
    parts.append(Part(area: area, isRunningText: isRunningText))
  }

  /// The lines from top to bottom, those together that stand side by side.
  private static func rows(of lines: [FoundLine]) -> [[FoundLine]] {
    var rows: [[FoundLine]] = []
    for line in lines.sorted(by: { $0.box.midY < $1.box.midY }) {
      let isBeside = rows.last?.contains { other in
        let overlap = min(other.box.maxY, line.box.maxY) - max(other.box.y, line.box.y)
        return 2 * overlap > min(other.box.height, line.box.height)
      }
      if isBeside == true { rows[rows.count - 1].append(line) } else { rows.append([line]) }
    }
    return rows
  }

  /// Which of `rows` are running text, those together that follow each other.
  private static func runs(of rows: [[FoundLine]]) -> [Range<Int>] {
    let widths = rows.filter { $0.count == 1 }.map { $0[0].box.width }.sorted()
    guard widths.count >= fewest else { return [] }
    // A few lines may reach further than the column does.
    let column = Double(widths[widths.count - 1 - widths.count / 10])
    func isWide(_ index: Int) -> Bool {
      rows[index].count == 1 && Double(rows[index][0].box.width) >= wide * column
    }
    var runs: [Range<Int>] = []
    var start: Int?
    for index in 0...rows.count {
      if let first = start {
        if index < rows.count, goesOn(rows[index - 1], with: rows[index]) { continue }
        if let last = (first..<index).last(where: isWide), last - first + 1 >= fewest {
          runs.append(first..<last + 1)
        }
      }
      start = index < rows.count && isWide(index) ? index : nil
    }
    return runs
  }

  /// Whether `next` is a line of the same text as `row`, of which it is known that it is one.
  private static func goesOn(_ row: [FoundLine], with next: [FoundLine]) -> Bool {
    guard next.count == 1 else { return false }
    let (line, last) = (next[0], row[0])
    let (small, large) = (
      min(line.letterHeight, last.letterHeight), max(line.letterHeight, last.letterHeight)
    )
    return line.box.y - last.box.maxY <= widestGap * last.letterHeight && 2 * large < 3 * small
  }
}
