import Documents
import VietnameseText

/// The print of a region in reading order: rows of segments, and their letters as one folded text.
struct ReadingPage: Sendable {
  /// A folded letter and where it came from.
  struct Glyph: Sendable {
    var segment: Int
    var word: Int
    /// The index of its character within the word.
    var offset: Int
    /// Whether a word begins with it, or punctuation stands before it.
    var startsToken: Bool
    /// Whether a word ends with it, or punctuation stands after it.
    var endsToken: Bool
  }

  /// A left edge at which several lines begin.
  private struct Column {
    /// How many lines make a column of a card that even close print is parted at; running text of a
    /// sheet may have a word at any edge.
    static let strong = 5

    var left: Int
    var lines: Int
  }

  let width: Int
  let height: Int
  let shape: RegionReading.Shape
  let segments: [Segment]
  /// The folded letters of all segments, one after the other.
  let letters: [UInt8]
  let glyphs: [Glyph]
  /// Each segment's letters within `letters`.
  let ranges: [Range<Int>]
  /// The median height of a line, in pixels.
  let lineHeight: Double
  /// The left edge of the print, in pixels.
  let leftMargin: Int
  /// The right edge of the print, in pixels.
  let rightMargin: Int
  let marks: [Mark]
  /// Whether the region's left or right edge cuts through its lines.
  let isCutLeft: Bool
  let isCutRight: Bool

  /// Arranges `lines`, which are the region's own or another reading of them; they are parted where
  /// the columns of `starts` begin.
  init(_ region: RegionReading, lines: [TextLine], starts: [ColumnStart] = []) {
    width = region.width
    height = region.height
    shape = region.shape
    marks = region.marks
    let lineHeight = Self.lineHeight(of: lines)
    self.lineHeight = lineHeight
    let readable = lines.filter { line in
      !Self.isNoise(line, among: lines, lineHeight: lineHeight)
        && !Self.isBlot(line, among: lines, lineHeight: lineHeight)
    }
    let columns = Self.columns(of: readable, lineHeight: lineHeight)
    let isCard = region.shape == .card
    let pieces = readable.flatMap { line in
      Self.split(
        line, lineHeight: lineHeight, columns: columns, isCard: isCard, starts: starts)
    }
    segments = Self.inRows(pieces)
    // Specks in the margins do not move them.
    let print = segments.filter { $0.words.reduce(0) { $0 + $1.text.count } >= 6 }
    leftMargin = print.map(\.box.x).min() ?? 0
    isCutLeft = segments.count(where: { $0.box.x <= 1 && $0.words.count > 1 }) >= 3
    isCutRight = segments.count(where: { $0.box.maxX >= region.width - 2 && $0.box.x > 0 }) >= 4
    rightMargin = print.map(\.box.maxX).max() ?? region.width

    var letters: [UInt8] = []
    var glyphs: [Glyph] = []
    var ranges: [Range<Int>] = []
    for (index, segment) in segments.enumerated() {
      let start = letters.count
      for (wordIndex, word) in segment.words.enumerated() {
        var startsToken = true
        for (offset, character) in word.text.enumerated() {
          guard let scalar = character.unicodeScalars.first,
            let byte = FoldedText.byte(of: scalar)
          else {
            startsToken = true
            if let last = glyphs.indices.last, last >= start { glyphs[last].endsToken = true }
            continue
          }
          letters.append(byte)
          glyphs.append(
            Glyph(
              segment: index, word: wordIndex, offset: offset, startsToken: startsToken,
              endsToken: false))
          startsToken = false
        }
        if let last = glyphs.indices.last, last >= start { glyphs[last].endsToken = true }
      }
      ranges.append(start..<letters.count)
    }
    self.letters = letters
    self.glyphs = glyphs
    self.ranges = ranges
  }

  /// The median height of the lines long enough to be print.
  private static func lineHeight(of lines: [TextLine]) -> Double {
    let long = lines.filter { line in line.words.reduce(0) { $0 + $1.text.count } >= 8 }
    let heights = (long.isEmpty ? lines : long).map(\.box.height).sorted()
    return heights.isEmpty ? 1 : max(1, Double(heights[heights.count / 2]))
  }

  /// Whether a line is a speck or an ornament that an engine took for a letter or two.
  private static func isNoise(
    _ line: TextLine, among lines: [TextLine], lineHeight: Double
  ) -> Bool {
    let letters = FoldedText.bytes(of: line.text).count
    if letters == 0 { return true }
    if letters > 4 { return false }
    let height = Double(line.box.height) / lineHeight
    if letters >= 2, line.confidence >= 0.55, Syllable(line.text) != nil, 0.5...1.5 ~= height {
      let aligned = lines.filter { other in
        other.box != line.box && abs(Double(other.box.x - line.box.x)) < 0.4 * lineHeight
      }
      // The last word of a value stands alone below its line, at the same margin.
      let isRest = aligned.contains { other in
        other.text.count >= 12 && 0...(3 * lineHeight) ~= Double(line.box.y - other.box.maxY)
      }
      // A short word of a table stands below others of its column.
      let isOfColumn =
        aligned.count { $0.confidence >= 0.6 && FoldedText.bytes(of: $0.text).count >= 2 } >= 3
      if isRest || isOfColumn { return false }
    }
    if letters <= 3, line.confidence < 0.75 { return true }
    if letters == 1, line.confidence < 0.9 || height < 0.5 { return true }
    return height > 2.2 || height < 0.35 || line.confidence < 0.5
  }

  /// Whether a line is another one read again, or far too tall and lies over others: several lines
  /// read as one.
  private static func isBlot(
    _ line: TextLine, among lines: [TextLine], lineHeight: Double
  ) -> Bool {
    let height = Double(line.box.height) / lineHeight
    if height > 3, line.confidence < 0.8 { return true }
    let text = FoldedText.fold(line.text)
    return lines.contains { other in
      guard other.box != line.box else { return false }
      let shared = line.box.intersection(other.box).area
      guard shared > 0, !other.words.isEmpty else { return false }
      let isBetter =
        (other.confidence, other.text.count, other.box.x)
        > (line.confidence, line.text.count, line.box.x)
      if height > 1.9, other.box.height < line.box.height {
        return shared * 2 > other.box.area && other.words.count > 1 && isBetter
          || FoldedText.fold(other.text).contains(text)
      }
      // The larger of two lines goes only when it is tall; else the smaller one says nothing new.
      return isBetter && shared * 10 > line.box.area * 6
    }
  }

  /// The left edges at which at least three lines of print begin; stamps and strokes of the pen are
  /// none.
  private static func columns(of lines: [TextLine], lineHeight: Double) -> [Column] {
    let print = lines.filter { $0.confidence >= 0.6 && FoldedText.bytes(of: $0.text).count >= 3 }
    let edges = print.compactMap { $0.words.first?.box.x }.sorted()
    var columns: [Column] = []
    var start = 0
    while start < edges.count {
      var end = start
      while end + 1 < edges.count, Double(edges[end + 1] - edges[start]) < 0.6 * lineHeight {
        end += 1
      }
      if end - start >= 2 {
        columns.append(Column(left: edges[(start + end) / 2], lines: end - start + 1))
      }
      start = end + 1
    }
    return columns
  }

  /// From so many gaps on the usual one is known, from which those of a text differ by less than this
  /// share of a line's height.
  private static let leastGaps = 4
  private static let evenness = 0.1

  /// Cuts a line at wide gaps, at the borders of table cells, and where a column begins; leaves its
  /// leaders out.
  private static func split(
    _ line: TextLine, lineHeight: Double, columns: [Column], isCard: Bool, starts: [ColumnStart]
  ) -> [Segment] {
    var result: [Segment] = []
    var words: [TextWord] = []
    func flush() {
      if let box = PixelBox.union(of: words.map(\.box)) {
        result.append(Segment(words: words, box: box, row: 0))
      }
      words = []
    }
    let gaps = zip(line.words, line.words.dropFirst()).map { $1.box.x - $0.box.maxX }.sorted()
    // Typed words stand as far apart as columns elsewhere.
    let usualGap = gaps.isEmpty ? 0 : Double(gaps[gaps.count / 2]) / lineHeight
    // The line of place and date stands where it likes.
    let starts = starts.isEmpty || namesDate(line) ? [] : starts
    for word in line.words where !word.text.isEmpty {
      if Segment.isLeader(word.text), word.text.count > 1 { continue }
      var word = word
      // An upright line beside a word is the border of a cell.
      word.text = word.text.trimming { "|¦".contains($0) }
      if word.text.isEmpty {
        flush()
        continue
      }
      if let first = words.first, let last = words.last {
        let gap = Double(word.box.x - last.box.maxX) / lineHeight
        // What stands below a picture runs close up to a column in which most lines begin.
        let startsColumn =
          Double(word.box.x - first.box.x) > 4 * lineHeight
          && columns.contains { column in
            let distance = abs(Double(column.left - word.box.x)) / lineHeight
            let isWide = gap > max(0.5, line.words.count > 3 ? 1.4 * usualGap : 0)
            // The edge is met closely where the gap is hardly wider than between words.
            return isWide && distance < min(0.5, max(0.12, gap - 0.5))
              || isCard && column.lines >= Column.strong && distance < 0.2
          }
        // Words of one text stand evenly apart, and one of them may begin below a label by chance.
        let isEven = gaps.count >= leastGaps && abs(gap - usualGap) < evenness
        let isBelowLabel =
          !isEven
          && starts.contains {
            $0.isBegun(by: word.box, gap: word.box.x - last.box.maxX, lineHeight: lineHeight)
          }
        if gap > 2.2 || startsColumn || isBelowLabel { flush() }
      }
      words.append(word)
    }
    flush()
    return result
  }

  /// Whether a line names day and month, as the line above a signature does.
  private static func namesDate(_ line: TextLine) -> Bool {
    let folded = FoldedText.fold(line.text)
    return folded.contains("ngay") && folded.contains("thang")
  }

  /// Sorts segments into rows from top to bottom, those of a row from left to right.
  private static func inRows(_ segments: [Segment]) -> [Segment] {
    var rows: [[Segment]] = []
    for segment in segments.sorted(by: { $0.box.midY < $1.box.midY }) {
      // A row takes a segment that its nearest member faces, so that a slight slope does no harm.
      let home = rows.lastIndex { row in
        guard
          let nearest = row.min(by: {
            Self.horizontalGap($0.box, segment.box) < Self.horizontalGap($1.box, segment.box)
          })
        else { return false }
        let overlap =
          min(nearest.box.maxY, segment.box.maxY) - max(nearest.box.y, segment.box.y)
        let smaller = min(nearest.box.height, segment.box.height)
        return Self.horizontalGap(nearest.box, segment.box) > -smaller
          && Double(overlap) > 0.5 * Double(smaller)
      }
      if let home, home >= rows.count - 2 {
        rows[home].append(segment)
      } else {
        rows.append([segment])
      }
    }
    var result: [Segment] = []
    for (index, row) in rows.enumerated() {
      for var segment in row.sorted(by: { $0.box.x < $1.box.x }) {
        segment.row = index
        result.append(segment)
      }
    }
    return result
  }

  /// The free pixels between two boxes side by side; negative where they overlap.
  static func horizontalGap(_ first: PixelBox, _ second: PixelBox) -> Int {
    max(first.x, second.x) - min(first.maxX, second.maxX)
  }
}
