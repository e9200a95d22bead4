package import Documents
package import Imaging

/// Reads a sheet of running text: the engine's own page layout with the taught model, and beside it
/// the lines that this layout leaves out or reads badly, one by one.
///
/// A page read at once costs half of its lines read one by one, but the engine takes print under
/// seals and small stamps for pictures. It owns a warm engine and belongs to one thread.
package final class SheetTextReader {
  private let recognizer: TextRecognizer
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
  /// Lines of which `isTelling` is true are read once more from other pixels; the second reading is
  /// among their alternatives.
  package func read(
    _ image: PageImage, isTelling: (String) -> Bool = { _ in false }
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
      guard covered < 0.5 || confidence < Self.doubtful else { continue }
      let own = TextLine(
        box: found.box, words: try draft.words(ofLine: index, reading: reader))
      let letters = own.text.count { $0.isLetter || $0.isNumber }
      guard letters >= 2, own.confidence >= (letters < 4 ? 0.85 : Self.least) else { continue }
      guard covered < 0.5 || own.confidence > confidence + 0.03 else { continue }
      // What the page's own reading says elsewhere in those lines stays.
      for line in lines.indices {
        lines[line].words.removeAll { Self.lies($0.box, in: found.box) }
        if let box = PixelBox.union(of: lines[line].words.map(\.box)) { lines[line].box = box }
      }
      lines.append(own)
    }
    return lines.filter { !$0.words.isEmpty }.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  /// Whether at least half of `box` lies within `area`.
  private static func lies(_ box: PixelBox, in area: PixelBox) -> Bool {
    2 * box.intersection(area).area > box.area
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
