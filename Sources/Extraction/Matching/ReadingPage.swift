import Documents

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
  let marks: [Mark]

  /// Arranges `lines`, which are the region's own or another reading of them.
  init(_ region: RegionReading, lines: [TextLine]) {
    width = region.width
    height = region.height
    shape = region.shape
    marks = region.marks
    let heights = lines.filter { !$0.words.isEmpty }.map(\.box.height).sorted()
    let lineHeight = heights.isEmpty ? 1 : max(1, Double(heights[heights.count / 2]))
    self.lineHeight = lineHeight
    let pieces = lines.flatMap { Self.split($0, gap: 2.2 * lineHeight) }
    segments = Self.inRows(pieces)
    leftMargin = segments.map(\.box.x).min() ?? 0

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

  /// Cuts a line at gaps wider than `gap`, and leaves its leaders out.
  private static func split(_ line: TextLine, gap: Double) -> [Segment] {
    var result: [Segment] = []
    var words: [TextWord] = []
    var hasLeaders = false
    func flush() {
      if let box = PixelBox.union(of: words.map(\.box)) {
        result.append(Segment(words: words, box: box, row: 0, hasLeaders: hasLeaders))
      }
      words = []
      hasLeaders = false
    }
    for word in line.words where !word.text.isEmpty {
      if Segment.isLeader(word.text), word.text.count > 1 {
        hasLeaders = true
        continue
      }
      if let last = words.last, Double(word.box.x - last.box.maxX) > gap { flush() }
      words.append(word)
    }
    flush()
    return result
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
