internal import Documents

/// The rows of print on a page, or on a part of it, from top to bottom.
struct PageRows: Sendable {
  let page: LetterPage

  /// The usual height of a word on the page, in its pixels.
  let wordHeight: Int

  init(_ page: LetterPage) {
    self.page = page
    let heights = page.lines.flatMap { $0.words.map(\.box.height) }.sorted()
    wordHeight = heights.isEmpty ? 20 : max(4, heights[heights.count / 2])
  }

  /// The rows of words whose middle lies between `left` and `right` and, where given, within the
  /// heights `within`.
  func rows(
    from left: Double = -.infinity, to right: Double = .infinity,
    within heights: ClosedRange<Int>? = nil
  ) -> [Passage] {
    var pieces: [Passage] = []
    for line in page.lines {
      let words = line.words.filter { word in
        word.box.midX >= left && word.box.midX < right
          && (heights.map { $0.contains(Int(word.box.midY)) } ?? true)
      }
      guard !words.isEmpty else { continue }
      // Second readings are of whole lines.
      let alternatives = line.alternatives.map {
        $0.filter { $0.box.midX >= left && $0.box.midX < right }
      }
      pieces.append(Passage(page: page.number, words: words, alternatives: alternatives))
    }
    return Self.merged(pieces)
  }

  /// Pieces that stand on one row as one passage.
  private static func merged(_ pieces: [Passage]) -> [Passage] {
    var rows: [(reference: PixelBox, passage: Passage)] = []
    for piece in pieces.sorted(by: { $0.box.midY < $1.box.midY }) {
      let box = piece.box
      let row = rows.lastIndex { row in
        let overlap = min(row.reference.maxY, box.maxY) - max(row.reference.y, box.y)
        let beside = row.passage.words.allSatisfy {
          $0.box.intersection(box).width < min($0.box.width, box.width) / 3 + 1
        }
        return beside && 2 * overlap > min(row.reference.height, box.height)
      }
      if let row {
        rows[row].passage.add(piece)
      } else {
        rows.append((box, piece))
      }
    }
    return rows.map(\.passage).sorted { $0.box.y < $1.box.y }
  }

  /// `row` cut wherever a gap is wider than `gap` times its words are high.
  func parts(of row: Passage, widerThan gap: Double) -> [Passage] {
    let limit = gap * Double(max(wordHeight, 1))
    var starts = [0]
    for index in row.words.indices.dropFirst() {
      let gap =
        row.words[index - 1].box
        .maxX..<max(
          row.words[index - 1].box.maxX, row.words[index].box.x)
      // Where one reading has a gap, another may have a word.
      let isRead = row.alternatives.contains { words in
        words.contains { gap.contains(Int($0.box.midX)) }
      }
      if Double(gap.count) > limit, !isRead { starts.append(index) }
    }
    if starts.count == 1 { return row.words.isEmpty ? [] : [row] }
    return zip(starts, starts.dropFirst() + [row.words.count]).map { row.part($0..<$1) }
  }
}
