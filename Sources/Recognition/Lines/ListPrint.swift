internal import Documents

/// Reads the list under "Nơi nhận" again where it was badly read: its small type suffers when the
/// engine's layout takes in strokes of the signature beside it.
struct ListPrint {
  private let recognizer: TextRecognizer
  /// The list's label, and the usual height of its words.
  private let label: PixelBox
  private let height: Int

  /// Prepares the list under `label`.
  init(below label: TextLine, recognizer: TextRecognizer) {
    self.recognizer = recognizer
    self.label = PixelBox.union(of: label.words.prefix(2).map(\.box)) ?? label.box
    height = max(8, self.label.height)
  }

  /// Below this confidence a word is doubtful.
  private static let doubtful = 0.75
  /// What was read with less is hardly print.
  private static let print = 0.2

  /// Reads the list in `cleaned` where `lines` hold a doubtful reading of it; of each line the surer
  /// reading stays, the other becomes its alternative.
  func read(
    into lines: inout [TextLine], from cleaned: borrowing Picture
  ) throws(RecognitionError) {
    let rows = rows(in: lines)
    guard rows.contains(where: isDoubtful), let area = area(of: rows, in: cleaned) else { return }
    let part = try cleaned.clipped(to: area)
    let reader = LineReader(recognizer: recognizer)
    for found in recognizer.lines(in: part, mode: .block) {
      var words = Self.levelled(found.map { $0.placed(in: area) })
      guard let box = PixelBox.union(of: words.map(\.box)),
        words.contains(where: { $0.text.contains(where: \.isLetter) })
      else { continue }
      var readings = [lines.flatMap(\.words).filter { SheetTextReader.lies($0.box, in: box) }]
      readings[0].sort { $0.box.x < $1.box.x }
      if isDoubtful(words), box.height < 2 * height {
        // By itself a short line is read at another size.
        let line = FoundLine(
          box: box.relative(to: area),
          letterHeight: SheetTextReader.letterHeight(of: TextLine(box: box, words: words)),
          letters: found.reduce(0) { $0 + $1.text.count })
        for preparation in [LineReader.Preparation.plain, .sharpened] {
          let own = try reader.words(of: line, in: part, preparation: preparation)
          readings.append(own.map { $0.placed(in: area) })
        }
      }
      readings.append(words)
      readings.removeAll(where: \.isEmpty)
      guard let best = readings.max(by: { Self.worth($0) < Self.worth($1) }) else { continue }
      words = best
      var line = TextLine(box: PixelBox.union(of: best.map(\.box)) ?? box, words: best)
      line.alternatives = readings.filter { $0 != best }
      SheetTextReader.replace(in: box.union(line.box), by: line, &lines)
    }
    Self.dropTall(from: &lines, in: area)
  }

  /// `words` of one line, those that are higher than two of the others cut down to the heights of these: the
  /// engine's layout gives them the row above or below as well.
  static func levelled(_ words: [TextWord]) -> [TextWord] {
    let sorted = words.map(\.box.height).sorted()
    guard sorted.count > 2 else { return words }
    let usual = sorted[sorted.count / 2]
    let others = words.filter { $0.box.height <= 2 * usual }.map(\.box)
    guard others.count < words.count, let row = PixelBox.union(of: others) else { return words }
    return words.map { word in
      var word = word
      if word.box.height > 2 * usual { (word.box.y, word.box.height) = (row.y, row.height) }
      return word
    }
  }

  /// Takes away the words in `area` that lie over much lower ones which say the same: the engine's layout gave
  /// them the row above or below as well.
  static func dropTall(from lines: inout [TextLine], in area: PixelBox) {
    let words = lines.flatMap(\.words)
    for index in lines.indices {
      lines[index].words.removeAll { word in
        word.box.intersection(area).area > 0
          && words.contains { other in
            other.text == word.text && 10 * word.box.height > 17 * other.box.height
              && 2 * other.box.intersection(word.box).area > other.box.area
          }
      }
      if let rest = PixelBox.union(of: lines[index].words.map(\.box)) { lines[index].box = rest }
    }
    lines.removeAll { $0.words.isEmpty }
  }

  /// The words that stand under the label, row by row, each as far as no gap parts them.
  private func rows(in lines: [TextLine]) -> [[TextWord]] {
    var rows: [[TextWord]] = []
    var bottom = label.maxY
    let below = lines.filter { $0.box.midY > Double(label.maxY) }
    for line in below.sorted(by: { $0.box.midY < $1.box.midY }) {
      var row: [TextWord] = []
      for word in line.words.sorted(by: { $0.box.x < $1.box.x }) {
        guard let last = row.last else {
          guard abs(word.box.x - label.x) < 3 * height else { break }
          row.append(word)
          continue
        }
        let isSign = row.count == 1 && !last.text.contains(where: \.isLetter)
        guard word.box.x - last.box.maxX < (isSign ? 3 : 1) * height else { break }
        row.append(word)
      }
      guard let box = PixelBox.union(of: row.map(\.box)) else { continue }
      if box.y - bottom > 3 * height { break }
      bottom = max(bottom, box.maxY)
      rows.append(row)
    }
    return rows
  }

  /// Whether a word of `row` was read with doubt, or is higher than any is.
  private func isDoubtful(_ row: [TextWord]) -> Bool {
    row.contains { word in
      // To whom something is reported is known in any reading: (b/c).
      let isKnown = word.text.lowercased().contains("b/c")
      return !isKnown && word.confidence < Self.doubtful || word.box.height > 2 * height
    }
  }

  /// The area of the list as far as its print reaches.
  private func area(of rows: [[TextWord]], in picture: borrowing Picture) -> PixelBox? {
    let boxes = rows.joined().filter {
      ($0.confidence > Self.print || $0.text.contains("b/")) && $0.box.height < 2 * height
    }.map(\.box)
    guard let box = PixelBox.union(of: boxes) else { return nil }
    let left = max(0, min(box.x, label.x) - height)
    let right = min(picture.width * 3 / 5, box.maxX + height)
    let top = label.maxY + min(2, max(0, box.y - label.maxY) / 2)
    let bottom = min(picture.height, box.maxY + height)
    guard right > left, bottom > top else { return nil }
    return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// How sure a reading is: of its letters, and of its weakest word.
  private static func worth(_ words: [TextWord]) -> Double {
    let letters = words.reduce(0) { $0 + $1.text.count }
    let sum = words.reduce(0) { $0 + $1.confidence * Double($1.text.count) }
    let least = words.map(\.confidence).min() ?? 0
    return sum / Double(max(1, letters)) + least / 2
  }
}
