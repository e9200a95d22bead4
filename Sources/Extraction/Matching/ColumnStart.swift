import Documents

/// Where a column of a page begins below the label that heads it.
struct ColumnStart: Hashable, Sendable {
  /// The label's left edge, in pixels.
  var left: Int
  /// The rows below the label in which its column goes on, in pixels.
  var rows: Range<Int>

  /// How far from its edge a word may begin, as a share of a line's height: behind as much space as
  /// between words, and behind a line's height and more.
  private static let slack = (close: 0.3, wide: 0.6)
  /// The least space before such a word, as a share of a line's height: that between words.
  private static let leastGap = 0.2
  /// How many lines' heights below its label a column of a form goes on at most.
  fileprivate static let reach = 3.5

  /// Creates the start of a column.
  init(left: Int, rows: Range<Int>) {
    self.left = left
    self.rows = rows
  }

  /// Whether a word that stands `gap` pixels behind another begins its line of the column.
  func isBegun(by word: PixelBox, gap: Int, lineHeight: Double) -> Bool {
    let room = Double(gap) / lineHeight
    guard rows.contains(Int(word.midY)), room >= Self.leastGap else { return false }
    // The border of a cell beside a label moves its edge.
    let slack = Self.slack.close + min(1, room) * (Self.slack.wide - Self.slack.close)
    return Double(abs(word.x - left)) <= slack * lineHeight
  }
}

extension ReadingPage {
  /// Where columns begin below those of `hits` that stand beside others.
  ///
  /// Labels and values of narrow boxes take several lines, and the last word of one may run up to the
  /// first of its neighbour. A column ends where the next label begins a line.
  func columnStarts(below hits: [LabelHit]) -> [ColumnStart] {
    let labels = hits.filter { !$0.isTail }.map { hit in
      let glyph = glyphs[hit.range.lowerBound]
      return (row: segments[glyph.segment].row, box: segments[glyph.segment].words[glyph.word].box)
    }
    return labels.compactMap { label in
      guard labels.contains(where: { $0.row == label.row && $0.box.x < label.box.x }) else {
        return nil
      }
      let reach = label.box.maxY + Int(ColumnStart.reach * lineHeight)
      let next = labels.filter { $0.row > label.row }.map(\.box.y).min() ?? reach
      let end = min(reach, next)
      guard end > label.box.maxY else { return nil }
      return ColumnStart(left: label.box.x, rows: label.box.maxY..<end)
    }
  }
}
