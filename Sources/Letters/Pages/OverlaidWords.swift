internal import Documents

/// Drops readings that lie over others, or are of the edge of a line: where the engine's layout and the finding of lines part a page
/// differently, one print may be read twice.
package enum OverlaidWords {
  /// So much of the smaller word must lie under the other.
  private static let share = 0.6

  /// `page` without the words that an engine read over others which it was surer of.
  package static func dropped(from page: LetterPage) -> LetterPage {
    guard page.isPlaced, page.isRead else { return page }
    var page = page
    let least = PageRows(page).wordHeight / flat
    let read = page.lines.indices.dropFirst(page.statedLines)
    let rows = page.lines.map(boxes)
    var faded: [Int: Set<Int>] = [:]
    for first in read {
      for (index, word) in page.lines[first].words.enumerated() where isSliver(word, below: least) {
        faded[first, default: []].insert(index)
      }
      for second in read where second > first {
        let common = page.lines[first].box.intersection(page.lines[second].box)
        guard common.area > 0 else { continue }
        for (index, word) in page.lines[first].words.enumerated() {
          for (place, other) in page.lines[second].words.enumerated()
          where lies(rows[first][index], over: rows[second][place]) {
            if word.confidence < other.confidence {
              faded[first, default: []].insert(index)
            } else {
              faded[second, default: []].insert(place)
            }
          }
        }
      }
    }
    for (line, places) in faded {
      let words = page.lines[line].words.enumerated().filter { !places.contains($0.offset) }
      page.lines[line].words = words.map(\.element)
      if let box = PixelBox.union(of: words.map(\.element.box)) { page.lines[line].box = box }
    }
    page.lines.removeAll { $0.words.isEmpty }
    return page
  }

  /// Print is never this many times lower than the usual word.
  private static let flat = 4
  /// What was read with less may be no print.
  private static let doubtful = 0.6

  /// Whether `word` was read from the lower edge of letters that another line has.
  private static func isSliver(_ word: TextWord, below least: Int) -> Bool {
    word.box.height < least && word.confidence < doubtful && word.text.count(where: \.isLetter) > 1
  }

  /// Of each word of `line` the box, of those much higher than the usual as far as the others reach: the
  /// engine's layout gave them the row above or below as well.
  private static func boxes(of line: TextLine) -> [PixelBox] {
    let boxes = line.words.map(\.box)
    let heights = boxes.map(\.height).sorted()
    guard let usual = heights.dropLast(heights.count / 2).last,
      let row = PixelBox.union(of: boxes.filter { 5 * $0.height <= 8 * usual })
    else { return boxes }
    return boxes.map { box in
      guard 5 * box.height > 8 * usual else { return box }
      return PixelBox(x: box.x, y: row.y, width: box.width, height: row.height)
    }
  }

  private static func lies(_ box: PixelBox, over other: PixelBox) -> Bool {
    let common = box.intersection(other).area
    return common > 0 && Double(common) > share * Double(min(box.area, other.area))
  }
}
