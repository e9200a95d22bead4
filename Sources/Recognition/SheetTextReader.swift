package import Documents
package import Imaging

/// Reads a sheet of running text: strips where line stands below line as blocks, the others with the
/// engine's own page layout, and beside these the lines that are left out or badly read, one by one.
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

  /// Reads the sheet `region` of the upright page `page`.
  ///
  /// Lines of which `isTelling` is true are read twice more from other pixels; these readings are
  /// their alternatives. Where `signature` says of a line that a signature stands right of it, that
  /// area is read from its darkest print as well, without seal and pen, and what is not `isWhole` there
  /// further than it was seen.
  package func read(
    _ region: PreparedRegion, of page: PageImage,
    isTelling: (String) -> Bool = { _ in false },
    signature: (String) -> Bool = { _ in false }, isWhole: (String) -> Bool = { _ in true }
  ) throws -> Result {
    var draft = try RegionDraft(region.image, shape: .sheet, finder: finder, excluding: [])
    let reader = LineReader(recognizer: recognizer)
    var upright = region
    var isTurned = false
    // A page on its head would be read twice: what its letters' shapes say costs next to nothing.
    let isDoubted = try UprightPrint.standsOnItsHead(draft.layout.lines, of: draft.gray)
    if isDoubted, let other = try turned(draft, region, reader: reader) {
      (draft, upright, isTurned) = (other.draft, other.region, true)
    }
    var whole = try pageLines(of: draft)
    if !isDoubted, !Self.isLegible(whole),
      let other = try turned(draft, region, reader: reader)
    {
      (draft, upright, isTurned) = (other.draft, other.region, true)
      whole = try pageLines(of: draft)
    }
    var lines = try completed(whole, from: draft, reader: reader)
    for index in lines.indices {
      lines[index] = try WideHyphens.parted(lines[index], in: draft.layout.cleaned)
      lines[index] = try checked(lines[index], in: draft.layout.cleaned, reader: reader)
    }
    let black = BlackPrint(region: upright, page: page)
    if let label = lines.first(where: { signature($0.text) }) {
      try SignedPrint.found(
        right: label, in: draft.layout.cleaned, black: black, recognizer: recognizer
      )?.read(into: &lines, isWhole: isWhole)
      try ListPrint(below: label, recognizer: recognizer).read(
        into: &lines, from: draft.layout.cleaned)
    }
    for index in lines.indices where isTelling(lines[index].text) {
      lines[index].alternatives += try otherReadings(
        of: lines[index], in: draft.layout.cleaned, black: black, reader: reader)
    }
    let scale = Double(draft.layout.scale)
    let rules = try RuleFinder().rules(in: draft.layout.ink).map { $0.box.scaled(by: scale) }
    return Result(lines: lines, rules: rules, isTurned: isTurned)
  }

  /// `region` turned around where it is the more legible so.
  private func turned(
    _ draft: RegionDraft, _ region: PreparedRegion, reader: LineReader
  ) throws -> (draft: RegionDraft, region: PreparedRegion)? {
    guard try !draft.isLegible(reading: reader, from: RegionDraft.certain) else { return nil }
    let turned = try region.turnedAround()
    let other = try RegionDraft(turned.image, shape: .sheet, finder: finder, excluding: [])
    _ = try other.isLegible(reading: reader, from: RegionDraft.certain)
    return other.legibility > draft.legibility + 0.02 ? (other, turned) : nil
  }

  /// The lines of `draft` as the engine finds and reads them: running text as a block, the rest with the
  /// engine's own page layout.
  private func pageLines(of draft: RegionDraft) throws(RecognitionError) -> [TextLine] {
    let (width, height) = (draft.gray.width, draft.gray.height)
    let lines = draft.layout.lines.filter {
      !RegionReader.isStray($0, width: width, height: height)
    }
    var read: [TextLine] = []
    for part in PageParts(of: lines, width: width, height: height).parts {
      let clip = try draft.layout.cleaned.clipped(to: part.area)
      for words in recognizer.lines(in: clip, mode: part.isRunningText ? .block : .page) {
        for words in Self.parted(words.map({ $0.placed(in: part.area) }), like: lines) {
          guard let box = PixelBox.union(of: words.map(\.box)) else { continue }
          read.append(TextLine(box: box, words: words))
        }
      }
    }
    return read
  }

  /// `words` of one line, parted where two of the `found` lines stand side by side: the engine's layout joins
  /// what columns of the head say at nearly the same height.
  static func parted(_ words: [TextWord], like found: [FoundLine]) -> [[TextWord]] {
    var parts: [[TextWord]] = []
    var last: FoundLine?
    for word in words {
      let line = found.first { lies(word.box, in: $0.box) }
      if let line, let last, line.box.x >= last.box.maxX {
        parts.append([word])
      } else if parts.isEmpty {
        parts = [[word]]
      } else {
        parts[parts.count - 1].append(word)
      }
      last = line ?? last
    }
    return parts
  }

  /// What stands on its head is read with less than this.
  private static let certain = 0.8
  /// So many letters tell which way up a page stands.
  private static let enough = 100

  /// Whether `page` was read as only one that stands upright is.
  private static func isLegible(_ page: [TextLine]) -> Bool {
    let words = page.flatMap(\.words)
    let letters = words.reduce(0) { $0 + $1.text.count }
    let sum = words.reduce(0) { $0 + $1.confidence * Double($1.text.count) }
    return letters >= enough && sum >= certain * Double(letters)
  }

  /// `line` without commas that have no ink and that it is read without by itself.
  private func checked(
    _ line: TextLine, in cleaned: borrowing Picture, reader: LineReader
  ) throws(RecognitionError) -> TextLine {
    let suspects = try UnseenCommas.suspects(in: line, of: cleaned)
    guard !suspects.isEmpty else { return line }
    let found = FoundLine(
      box: line.box, letterHeight: Self.letterHeight(of: line), letters: line.text.count)
    return UnseenCommas.dropped(
      suspects, of: line, besides: try reader.words(of: found, in: cleaned))
  }

  /// Two readings of `line` by itself: of its black print where the page has colours, and sharpened.
  private func otherReadings(
    of line: TextLine, in cleaned: borrowing Picture, black: BlackPrint, reader: LineReader
  ) throws -> [[TextWord]] {
    let height = Self.letterHeight(of: line)
    let letters = line.text.count
    func found(_ box: PixelBox) -> FoundLine {
      FoundLine(box: box, letterHeight: height, letters: letters)
    }
    let area = line.box.expanded(by: height)
      .intersection(PixelBox(x: 0, y: 0, width: cleaned.width, height: cleaned.height))
    let plain: [TextWord]
    if let picture = try black.picture(in: area) {
      plain = try reader.words(of: found(line.box.relative(to: area)), in: picture)
        .map { $0.placed(in: area) }
    } else {
      plain = try reader.words(of: found(line.box), in: cleaned)
    }
    let sharpened = try reader.words(
      of: found(line.box), in: cleaned, preparation: .sharpened)
    return [plain, sharpened].filter { !$0.isEmpty }
  }

  /// Puts `line` in the place of the words inside `box`.
  static func replace(in box: PixelBox, by line: TextLine, _ lines: inout [TextLine]) {
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
  static func lies(_ box: PixelBox, in area: PixelBox) -> Bool {
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
  static func letterHeight(of line: TextLine) -> Int {
    let heights = line.words.map(\.box.height).sorted()
    return max(8, heights[heights.count / 2] * 7 / 10)
  }
}
