package import Documents
package import Imaging

/// Reads a sheet of running text: the engine's own page layout with the taught model, and beside it
/// the lines that this layout leaves out or reads badly, one by one.
///
/// A page read at once costs half of its lines read one by one, but the engine takes print under
/// seals and small stamps for pictures. It owns a warm engine and belongs to one thread.
package final class SheetTextReader {
  let recognizer: TextRecognizer
  private let finder = TextLineFinder()

  /// What a page says.
  package struct Result {
    /// The lines from top to bottom, in pixels of the image as it was read.
    package var lines: [TextLine]
    /// Where long straight rules stand.
    package var rules: [PixelBox]
    /// Whether the image was turned by 180° to be read.
    package var isTurned: Bool
  }

  /// Loads the taught model from the folder `taught`.
  package init(taught: String) throws(RecognitionError) {
    recognizer = try LineModels.taughtModel(in: taught)
  }

  /// Reads `image`, whose lines are level.
  ///
  /// Lines of which `isTelling` is true are read twice more from other pixels; these readings are
  /// their alternatives. Where `signature` says of a line that a signature stands right of it, that
  /// area is read from its darkest print as well, without seal and pen.
  package func read(
    _ image: PageImage, isTelling: (String) -> Bool = { _ in false },
    signature: (String) -> Bool = { _ in false }
  ) throws -> Result {
    var draft = try RegionDraft(image, shape: .sheet, finder: finder, excluding: [])
    let reader = LineReader(recognizer: recognizer)
    var isTurned = false
    if try !draft.isLegible(reading: reader, from: RegionDraft.certain) {
      let other = try RegionDraft(
        image.turned(quarterTurns: 2), shape: .sheet, finder: finder, excluding: [])
      _ = try other.isLegible(reading: reader, from: RegionDraft.certain)
      if other.legibility > draft.legibility + 0.02 {
        draft = other
        isTurned = true
      }
    }
    let page = recognizer.lines(in: draft.layout.cleaned, mode: .page).map { words in
      TextLine(box: PixelBox.union(of: words.map(\.box)) ?? words[0].box, words: words)
    }
    var lines = try completed(page, from: draft, reader: reader)
    if let label = lines.first(where: { signature($0.text) }) {
      try readSignature(right: label, of: draft, into: &lines)
    }
    for index in lines.indices where isTelling(lines[index].text) {
      let found = FoundLine(
        box: lines[index].box, letterHeight: Self.letterHeight(of: lines[index]),
        letters: lines[index].text.count)
      for preparation in [LineReader.Preparation.plain, .sharpened] {
        let words = try reader.words(
          of: found, in: draft.layout.cleaned, preparation: preparation)
        if !words.isEmpty { lines[index].alternatives.append(words) }
      }
    }
    let scale = Double(draft.layout.scale)
    let rules = try RuleFinder().rules(in: draft.layout.ink).map { $0.box.scaled(by: scale) }
    return Result(lines: lines, rules: rules, isTurned: isTurned)
  }

  /// Where a signature stands beside the label `label`: in its heights, from 4 above to 24 below.
  private static func signatureArea(beside label: TextLine, in picture: borrowing Picture)
    -> PixelBox
  {
    let height = letterHeight(of: label) * 10 / 7
    let left = picture.width * 2 / 5
    let top = max(0, label.box.y - 4 * height)
    return PixelBox(
      x: left, y: top, width: picture.width - left,
      height: min(picture.height - top, 28 * height))
  }

  /// Reads the area of a signature from its darkest print, and takes over what is surer so.
  private func readSignature(
    right label: TextLine, of draft: RegionDraft, into lines: inout [TextLine]
  ) throws(RecognitionError) {
    let area = Self.signatureArea(beside: label, in: draft.gray)
    guard let dark = try DarkPrint.picture(of: draft.layout.cleaned, in: area) else { return }
    for words in Self.joined(recognizer.lines(in: dark, mode: .sparse)) {
      let placed = words.map { word in
        var word = word
        word.box.x += area.x
        word.box.y += area.y
        return word
      }
      guard let box = PixelBox.union(of: placed.map(\.box)) else { continue }
      let own = TextLine(box: box, words: placed)
      let letters = own.text.count { $0.isLetter }
      guard letters >= 4, own.confidence >= Self.least else { continue }
      let inside = lines.flatMap { $0.words.filter { Self.lies($0.box, in: box) } }
      let before = TextLine(box: box, words: inside)
      let isLonger = own.text.count > before.text.count + 2
      guard own.confidence > before.confidence + (isLonger ? -0.1 : 0.03) else { continue }
      Self.replace(in: box, by: own, &lines)
    }
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

  /// Puts `line` in the place of the words inside `box`.
  private static func replace(in box: PixelBox, by line: TextLine, _ lines: inout [TextLine]) {
    for index in lines.indices {
      lines[index].words.removeAll { lies($0.box, in: box) }
      if let rest = PixelBox.union(of: lines[index].words.map(\.box)) { lines[index].box = rest }
    }
    lines.append(line)
    lines.removeAll { $0.words.isEmpty }
    lines.sort { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  /// Below this mean confidence a line is read by itself as well.
  private static let doubtful = 0.82
  /// What a line must be read with to be taken for print.
  private static let least = 0.6

  /// `page` with the lines that it lacks or that are read better by themselves.
  private func completed(
    _ page: [TextLine], from draft: RegionDraft, reader: LineReader
  ) throws(RecognitionError) -> [TextLine] {
    var lines = page
    for (index, found) in draft.layout.lines.enumerated() {
      if RegionReader.isStray(found, width: draft.gray.width, height: draft.gray.height) {
        continue
      }
      let words = lines.flatMap { $0.words.filter { Self.lies($0.box, in: found.box) } }
      let covered = Self.cover(of: words, over: found.box)
      let confidence = TextLine(box: found.box, words: words).confidence
      let isCut = Self.isCut(words, of: found)
      guard covered < 0.5 || confidence < Self.doubtful || isCut else { continue }
      let own = TextLine(
        box: found.box, words: try draft.words(ofLine: index, reading: reader))
      let letters = own.text.count { $0.isLetter || $0.isNumber }
      guard letters >= 2, own.confidence >= (letters < 4 ? 0.85 : Self.least) else { continue }
      let isLonger = isCut && own.text.count > words.reduce(0) { $0 + $1.text.count + 1 }
      guard covered < 0.5 || own.confidence > confidence + (isLonger ? -0.1 : 0.03) else {
        continue
      }
      // What the page's own reading says elsewhere in those lines stays.
      Self.replace(in: found.box, by: own, &lines)
    }
    return lines.filter { !$0.words.isEmpty }.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  /// Whether at least half of `box`, or its middle, lies within `area`.
  private static func lies(_ box: PixelBox, in area: PixelBox) -> Bool {
    let isMiddle =
      box.midX > Double(area.x) && box.midX < Double(area.maxX) && box.midY > Double(area.y)
      && box.midY < Double(area.maxY)
    return isMiddle || 2 * box.intersection(area).area > box.area
  }

  /// Whether the line reaches further than the words that were read on it.
  private static func isCut(_ words: [TextWord], of line: FoundLine) -> Bool {
    guard let box = PixelBox.union(of: words.map(\.box)) else { return true }
    let room = line.letterHeight * 6 / 5
    return box.x - line.box.x > room || line.box.maxX - box.maxX > room
  }

  /// The share of the width of `area` over which words stand, 0 … 1.
  private static func cover(of words: [TextWord], over area: PixelBox) -> Double {
    let width = words.reduce(0) { $0 + $1.box.intersection(area).width }
    return Double(width) / Double(max(1, area.width))
  }

  /// The height of a letter of `line`, as line finding would see it.
  private static func letterHeight(of line: TextLine) -> Int {
    let heights = line.words.map(\.box.height).sorted()
    return max(8, heights[heights.count / 2] * 7 / 10)
  }
}
