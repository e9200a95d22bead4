internal import CTesseract
internal import Documents

/// Reads the print beside "Nơi nhận", over which a seal and a signature usually lie.
///
/// The area is read from its black print: in a colour scan ink of any colour is left out, in a gray
/// one what is lighter than the darkest print.
final class SignedPrint {
  private let recognizer: TextRecognizer
  private let reader: LineReader
  /// The area in gray, without the ink of any colour.
  private let gray: Picture
  /// Its darkest print alone, without long strokes of a pen.
  private let dark: Picture
  /// The same with these strokes, where it `isCrossed` by any.
  private let crossed: Picture
  private let isCrossed: Bool
  /// Where the area lies on the page.
  private let area: PixelBox

  /// The area beside `label`, of which `cleaned` is the gray picture and `black` the black print; nil
  /// where hardly anything is printed there.
  static func found(
    right label: TextLine, in cleaned: borrowing Picture, black: BlackPrint,
    recognizer: TextRecognizer
  ) throws -> SignedPrint? {
    let area = area(beside: label, in: cleaned)
    let part = try black.picture(in: area) ?? cleaned.clipped(to: area)
    guard let dark = try DarkPrint.picture(of: part) else { return nil }
    // A page is as wide as a sheet of A4.
    let density = Double(cleaned.width) / 210
    try SealRings.erase(from: dark, density: density)
    let crossed = try Picture(pixCopy(nil, dark.pix))
    let isCrossed = PenStrokes.erase(from: dark, density: density)
    return SignedPrint(
      recognizer: recognizer, gray: part, dark: dark, crossed: crossed, isCrossed: isCrossed,
      area: area)
  }

  private init(
    recognizer: TextRecognizer, gray: consuming Picture, dark: consuming Picture,
    crossed: consuming Picture, isCrossed: Bool, area: PixelBox
  ) {
    self.isCrossed = isCrossed
    self.crossed = crossed
    self.recognizer = recognizer
    self.gray = gray
    reader = LineReader(recognizer: recognizer)
    self.dark = dark
    self.area = area
  }

  /// The area of a signature: in the heights of its label, from 4 above to 24 below.
  private static func area(beside label: TextLine, in picture: borrowing Picture) -> PixelBox {
    let height = SheetTextReader.letterHeight(of: label) * 10 / 7
    let left = picture.width * 2 / 5
    let top = max(0, label.box.y - 4 * height)
    return PixelBox(
      x: left, y: top, width: picture.width - left,
      height: min(picture.height - top, 28 * height))
  }

  /// Below this mean confidence a line is hardly print.
  private static let least = 0.6

  /// Reads the area and takes over into `lines` what is surer so; the other readings of a line become
  /// its alternatives.
  ///
  /// A line of which `isWhole` is false may go on under a seal or a signature: it is read over more
  /// than what was seen of it as well.
  func read(into lines: inout [TextLine], isWhole: (String) -> Bool) throws(RecognitionError) {
    try dropFaded(from: &lines)
    for words in try rows() {
      guard let place = PixelBox.union(of: words.map(\.box)),
        words.reduce(0, { $0 + $1.text.count(where: \.isLetter) }) >= 4
      else { continue }
      let own = Self.row(around: place.placed(in: area), in: lines)
      let box = own.reduce(place.placed(in: area)) { $0.union($1.box) }
      // What begins left of the area belongs to the list there.
      guard box.x >= area.x else { continue }
      let scattered = TextLine(box: place, words: words)
      let height = SheetTextReader.letterHeight(of: scattered)
      func found(_ box: PixelBox) -> FoundLine {
        FoundLine(box: box, letterHeight: height, letters: scattered.text.count)
      }
      let whole = try reader.words(of: found(box.relative(to: area)), in: dark)
      var readings = [whole]
      if isCrossed {
        readings.append(try reader.words(of: found(box.relative(to: area)), in: crossed))
      }
      if box.width < place.width + 2 * height { readings.append(words) }
      let isSaid = [own, words, whole].contains { isWhole(TextLine(box: box, words: $0).text) }
      if !isSaid || hasInk(left: box, height: height, beside: lines) {
        let wide = wide(box, height: height, beside: lines)
        readings.append(try reader.words(of: found(wide), in: dark))
        readings.append(try reader.words(of: found(wide), in: gray))
        if let band = band(of: words) {
          let level = FoundLine(
            box: PixelBox(x: wide.x, y: band.y, width: wide.width, height: band.height),
            letterHeight: band.height * 6 / 10, letters: scattered.text.count)
          readings.append(try reader.words(of: level, in: dark))
          if isCrossed { readings.append(try reader.words(of: level, in: crossed)) }
        }
      }
      take(
        readings.map { words in words.map { Self.flat($0.placed(in: area), on: box) } }.filter {
          TextLine(box: box, words: $0).confidence >= Self.least
        }, for: own, in: box, into: &lines)
    }
  }

  /// What scattered print says in the area, with and without strokes of a pen.
  private func rows() throws(RecognitionError) -> [[TextWord]] {
    var rows = Self.joined(recognizer.lines(in: dark, mode: .sparse))
    guard isCrossed else { return rows }
    for row in Self.joined(recognizer.lines(in: crossed, mode: .sparse)) {
      guard let box = PixelBox.union(of: row.map(\.box)) else { continue }
      let isKnown = rows.contains { other in
        other.contains { 4 * $0.box.intersection(box).area > $0.box.area }
      }
      if !isKnown { rows.append(row) }
    }
    return rows
  }

  /// What was read with less does not show where its line runs.
  private static let legible = 0.85

  /// The heights between which the print of the surest of `words` stands, with room for marks above and
  /// below; nil where none is sure: an engine's boxes take in what a seal or a pen left over a line.
  private func band(of words: [TextWord]) -> PixelBox? {
    let sure = words.filter { $0.confidence >= Self.legible && $0.text.count > 1 }
    let bands = sure.compactMap { band(around: $0.box) }.sorted { $0.height < $1.height }
    guard let least = bands.first else { return nil }
    let near = bands.filter { 2 * $0.height <= 3 * least.height }
    guard let whole = PixelBox.union(of: near) else { return nil }
    let top = max(0, whole.y - whole.height / 4)
    return PixelBox(
      x: whole.x, y: top, width: whole.width,
      height: min(dark.height, whole.maxY + whole.height / 6) - top)
  }

  /// The rows of ink about the middle of `box` that no blank row parts.
  private func band(around box: PixelBox) -> PixelBox? {
    func isBlank(_ y: Int) -> Bool {
      guard y >= 0, y < dark.height else { return true }
      return (max(0, box.x)..<min(dark.width, box.maxX)).allSatisfy {
        dark.value(x: $0, y: y) >= 128
      }
    }
    let middle = Int(box.midY)
    guard !isBlank(middle) else { return nil }
    var (top, bottom) = (middle, middle)
    while !isBlank(top - 1), top > box.y - box.height { top -= 1 }
    while !isBlank(bottom + 1), bottom < box.maxY + box.height { bottom += 1 }
    return PixelBox(x: box.x, y: top, width: box.width, height: bottom + 1 - top)
  }

  /// `word` no higher than its line, which is read over more: the words of the next one are not on
  /// its row.
  private static func flat(_ word: TextWord, on line: PixelBox) -> TextWord {
    var word = word
    let top = max(word.box.y, line.y)
    let bottom = min(word.box.maxY, line.maxY)
    guard bottom > top else { return word }
    word.box = PixelBox(x: word.box.x, y: top, width: word.box.width, height: bottom - top)
    return word
  }

  /// The share of dark pixels left of a line from which on it may begin there.
  private static let leastInk = 0.08

  /// Whether dark print that no reading has stands close to the left of `box`, as the first word of a
  /// title does across which a seal runs.
  private func hasInk(left box: PixelBox, height: Int, beside lines: [TextLine]) -> Bool {
    let left = max(area.x, box.x - 3 * height)
    let place = PixelBox(
      x: left, y: box.y + box.height / 4, width: box.x - height / 3 - left, height: box.height / 2)
    guard place.width > height else { return false }
    let isRead = lines.flatMap(\.words).contains { $0.box.intersection(place).area > 0 }
    guard !isRead, let part = try? dark.clipped(to: place.relative(to: area)),
      let counts = part.grayCounts()
    else { return false }
    let ink = counts.prefix(128).reduce(0, +)
    return Double(ink) > Self.leastInk * Double(place.area)
  }

  /// `box` with what a seal or a signature may hide beside it, as far as other print, in pixels of the
  /// area.
  private func wide(_ box: PixelBox, height: Int, beside lines: [TextLine]) -> PixelBox {
    var left = max(area.x, box.x - 12 * height)
    let right = min(area.maxX, box.maxX + 10 * height)
    for word in lines.flatMap(\.words) where word.box.maxX <= box.x {
      let overlap = min(word.box.maxY, box.maxY) - max(word.box.y, box.y)
      // What stands far to the left is of the list there.
      if 2 * overlap > word.box.height, box.x - word.box.maxX > 2 * height {
        left = max(left, word.box.maxX + height)
      }
    }
    let top = max(area.y, box.y - height / 3)
    return PixelBox(
      x: left - area.x, y: top - area.y, width: right - left,
      height: min(area.maxY, box.maxY + height / 6) - top)
  }

  /// The words of `lines` on the row of `box` that stand in it or go on with it.
  private static func row(around box: PixelBox, in lines: [TextLine]) -> [TextWord] {
    let near = lines.flatMap(\.words).filter { word in
      let overlap = min(word.box.maxY, box.maxY) - max(word.box.y, box.y)
      return 2 * overlap > min(word.box.height, box.height)
    }
    var whole = box
    var row: [TextWord] = []
    var rest = near
    while let index = rest.firstIndex(where: { word in
      max(word.box.x, whole.x) - min(word.box.maxX, whole.maxX) < box.height
    }) {
      let word = rest.remove(at: index)
      whole = whole.union(word.box)
      row.append(word)
    }
    return row.sorted { $0.box.x < $1.box.x }
  }

  /// Print that is less dark than this share of the area's darkest is of another ink.
  private static let leastDarkness = 0.5

  /// Takes away the words of which little is left in black: lettering of a seal, strokes of a pen.
  private func dropFaded(from lines: inout [TextLine]) throws(RecognitionError) {
    guard let darkest = DarkPrint.darkest(in: gray) else { return }
    let least = Self.leastDarkness * Double(255 - darkest)
    for index in lines.indices {
      var kept: [TextWord] = []
      for word in lines[index].words {
        let box = word.box.intersection(area)
        let isInside = 2 * box.area > word.box.area
        let depth = isInside ? 255 - (try tone(in: box)) : 255
        if Double(depth) >= least { kept.append(word) }
      }
      lines[index].words = kept
      if let rest = PixelBox.union(of: kept.map(\.box)) { lines[index].box = rest }
    }
    lines.removeAll { $0.words.isEmpty }
  }

  /// The gray value below which a fiftieth of `box`, in pixels of the page, lies.
  private func tone(in box: PixelBox) throws(RecognitionError) -> Int {
    var below = 0
    let counts = try gray.clipped(to: box.relative(to: area)).grayCounts() ?? []
    for (value, count) in counts.enumerated() {
      below += count
      if 50 * below >= box.area { return value }
    }
    return 255
  }

  /// Gives the print inside `box` the surest of its readings, the page's `own` and `others`.
  private func take(
    _ others: [[TextWord]], for own: [TextWord], in box: PixelBox, into lines: inout [TextLine]
  ) {
    guard !others.isEmpty else { return }
    let readings = ([own] + others).filter { !$0.isEmpty }
    let text = TextLine(box: box, words: own).text
    func worth(_ words: [TextWord]) -> Double {
      let line = TextLine(box: box, words: words)
      // What the page's layout cut off a line counts against its reading.
      let isLonger = line.text.count > text.count + 2
      return line.confidence + (words == own ? 0.03 : isLonger ? 0.13 : 0)
    }
    guard let best = readings.max(by: { worth($0) < worth($1) }) else { return }
    var line = TextLine(box: PixelBox.union(of: best.map(\.box)) ?? box, words: best)
    line.alternatives = readings.filter { $0 != best }
    SheetTextReader.replace(in: box, by: line, &lines)
  }

  /// Lines of scattered print with those joined that stand beside each other.
  private static func joined(_ lines: [[TextWord]]) -> [[TextWord]] {
    var rows: [[TextWord]] = []
    for words in lines {
      // The edge of the area cuts words of the list beside it.
      let words = words.filter {
        $0.confidence > 0.4 && $0.box.x > $0.box.height / 2 && $0.text.contains(where: \.isLetter)
      }
      guard let box = PixelBox.union(of: words.map(\.box)) else { continue }
      let row = rows.firstIndex { row in
        guard let other = PixelBox.union(of: row.map(\.box)) else { return false }
        let overlap = min(box.maxY, other.maxY) - max(box.y, other.y)
        let gap = max(box.x, other.x) - min(box.maxX, other.maxX)
        return 5 * overlap > 3 * min(box.height, other.height)
          && gap < 3 * max(box.height, other.height) / 2
      }
      if let row {
        rows[row] = (rows[row] + words).sorted { $0.box.x < $1.box.x }
      } else {
        rows.append(words)
      }
    }
    return rows
  }
}
