internal import CTesseract
package import Documents
package import Imaging

/// Reads a prepared region: its lines, machine-readable zone and marks.
///
/// It owns warm engines and belongs to one thread.
package final class RegionReader {
  let recognizer: TextRecognizer
  private let general: TextRecognizer
  private let script: TextRecognizer?
  private let latin: TextRecognizer
  private let finder = TextLineFinder()
  private let isSettled: SettledJudge

  /// Says of a line that was read once, in a region that bears the codes, that it needs no second
  /// reading: what it says is known beforehand, or witnessed by a code.
  package typealias SettledJudge = @Sendable (_ line: [TextWord], _ codes: [CodeReading]) -> Bool

  /// Loads the engine's models from the folder `tessdata`, or from where they usually are, and the
  /// taught model from the folder `taught`; without it the engine's own reads everything.
  ///
  /// `isSettled` spares lines their further readings; without it every line gets them.
  package init(
    taught: String? = nil, tessdata: String? = nil,
    isSettled: @escaping SettledJudge = { _, _ in false }
  ) throws(RecognitionError) {
    let models = try LineModels(taught: taught, tessdata: tessdata)
    (recognizer, general) = (models.taught, models.vietnamese)
    (script, latin) = (models.script, models.latin)
    self.isSettled = isSettled
  }

  /// The name of the model of the script, which is read with where it is installed.
  package static var scriptModel: String { LineModels.scriptName }

  /// The folder of that model; nil where it is not installed.
  package static func scriptModelFolder(tessdata: String?) -> String? {
    LineModels.scriptFolder(tessdata: tessdata)
  }

  /// Throws unless the taught model in `folder` can be loaded.
  package static func verifyTaughtModel(in folder: String) throws(RecognitionError) {
    _ = try LineModels.taughtModel(in: folder)
  }

  /// The reading of `image`, whose lines are level, and whether it was read turned by 180° because
  /// it stands on its head.
  ///
  /// `codes` are in pixels of `image` as given; `upsideDown` says what they tell about the way up.
  /// The reading's boxes are in pixels of the image as it was read.
  package func read(
    _ image: PageImage, shape: RegionReading.Shape, codes: [CodeReading] = [],
    upsideDown: Bool? = nil, quality: CaptureQuality = CaptureQuality()
  ) throws -> (reading: RegionReading, isTurned: Bool) {
    let (draft, isTurned) = try upright(
      image, shape: shape, codes: codes, upsideDown: upsideDown)
    var reading = RegionReading(
      shape: shape, width: image.width, height: image.height, codes: codes, quality: quality)
    if isTurned {
      for index in codes.indices {
        reading.codes[index].box = reading.codes[index].box.turned(in: image)
      }
    }
    try fill(&reading, from: draft)
    return (reading, isTurned)
  }

  /// `image` the way up on which its print is legible, and whether that is turned by 180°.
  func upright(
    _ image: PageImage, shape: RegionReading.Shape, codes: [CodeReading], upsideDown: Bool?
  ) throws -> (draft: RegionDraft, isTurned: Bool) {
    func drafted(isTurned: Bool) throws -> RegionDraft {
      try RegionDraft(
        isTurned ? image.turned(quarterTurns: 2) : image, shape: shape, finder: finder,
        excluding: isTurned ? codes.map { $0.box.turned(in: image) } : codes.map(\.box),
        clearsStamps: shape == .sheet)
    }
    var isTurned = upsideDown == true
    var draft = try drafted(isTurned: isTurned)
    if try !isUpright(draft, asCode: upsideDown != nil) {
      let other = try drafted(isTurned: !isTurned)
      if try stands(other, betterThan: draft) {
        draft = other
        isTurned.toggle()
      }
    }
    return (draft, isTurned)
  }

  /// Whether `draft` surely stands upright: its machine-readable zone lies at its foot, or its print
  /// is legible; where a code stands the same way, faint print is enough.
  private func isUpright(_ draft: RegionDraft, asCode: Bool) throws(RecognitionError) -> Bool {
    if let isAtFoot = draft.hasZoneAtFoot { return isAtFoot }
    return try draft.isLegible(
      reading: LineReader(recognizer: recognizer),
      from: asCode ? RegionDraft.likely : RegionDraft.certain)
  }

  /// Whether `other`, which is `draft` turned around, is the one that stands upright.
  private func stands(
    _ other: RegionDraft, betterThan draft: RegionDraft
  ) throws(RecognitionError) -> Bool {
    if let isAtFoot = other.hasZoneAtFoot { return isAtFoot }
    _ = try other.isLegible(
      reading: LineReader(recognizer: recognizer), from: RegionDraft.certain)
    return other.legibility > draft.legibility + 0.02
  }

  /// Whether `line` is a speck at the edge of the region, left of its outline or a neighbour.
  static func isStray(_ line: FoundLine, width: Int, height: Int) -> Bool {
    guard line.letters <= 3 else { return false }
    let margin = max(3, width / 100)
    return line.box.x < margin || line.box.maxX > width - margin || line.box.y < margin
      || line.box.maxY > height - margin
  }

  /// Whether `line` is print: not noise that the engine made a few characters of.
  private static func isPrint(_ line: TextLine) -> Bool {
    let letters = line.text.unicodeScalars.count { $0.properties.isAlphabetic || "0"..."9" ~= $0 }
    if letters == 0 { return false }
    return line.confidence >= (letters <= 3 ? 0.5 : 0.2)
  }

  /// The confidence from which on a line that another model could not read is surely print.
  private static let legible = 0.8

  /// Whether one reading of `line` is enough: a label without a value, running text that came out
  /// well, or what is hardly print.
  private static func needsNoSecondReading(
    _ line: TextLine, on shape: RegionReading.Shape
  ) -> Bool {
    let text = line.text
    if line.confidence < 0.35 {
      // What one model can make nothing of, and another reads well, is print.
      let isLegible = line.alternatives.contains {
        TextLine(box: line.box, words: $0).confidence >= legible
      }
      if !isLegible { return true }
    }
    // Ornaments and strokes of signatures come out as a few doubtful letters.
    if shape == .card, line.confidence < 0.85, text.count(where: \.isLetter) <= 3,
      !text.contains(where: \.isNumber)
    {
      return true
    }
    if line.confidence >= 0.93, text.hasSuffix(":") { return true }
    guard shape == .sheet, line.confidence >= 0.95, !text.contains(where: \.isNumber) else {
      return false
    }
    // A value may follow its label's colon; a name by itself is a signer's, the second witness of it.
    return !text.contains(":") && !mayBeName(line.words)
  }

  /// Whether a line may be a person's name: a few words of letters, each with a capital.
  private static func mayBeName(_ words: [TextWord]) -> Bool {
    (2...6).contains(words.count)
      && words.allSatisfy { word in
        word.text.first?.isUppercase == true
          && word.text.allSatisfy { $0.isLetter || "'’-".contains($0) }
      }
  }

  private func fill(
    _ reading: inout RegionReading, from draft: RegionDraft
  ) throws(RecognitionError) {
    let reader = LineReader(recognizer: recognizer)
    let scale = Double(draft.layout.scale)
    var skipped: PixelBox?
    var uneven: [Mark] = []
    if let zone = draft.zone {
      let zoneReader = MachineReadableZoneReader(recognizer: latin)
      let rows = try zoneReader.lines(
        of: zone, components: draft.layout.components.map { $0.scaled(by: scale) },
        in: draft.gray)
      if reading.shape == .card || MachineReadableZone.isFilled(rows) {
        reading.machineReadableLines = rows
        skipped = PixelBox.union(of: zone.rows.map(\.box))
      }
    }
    for (index, found) in draft.layout.lines.enumerated() {
      if let skipped, skipped.intersection(found.box).area > found.box.area / 2 { continue }
      if Self.isStray(found, width: reading.width, height: reading.height) { continue }
      let words = try draft.words(ofLine: index, reading: reader)
      var line = TextLine(box: found.box, words: words)
      let isRow = reading.shape == .sheet && found.letters >= 4
      if !Self.isPrint(line), reading.shape == .sheet, found.letters >= 2, !words.isEmpty {
        line.alternatives = try legibleReading(ofLine: index, draft: draft, isRow: isRow)
      }
      guard Self.isPrint(line) || !line.alternatives.isEmpty else {
        // A row of letters of which the engines make nothing was hardly printed.
        if isRow { uneven.append(Mark(shape: .handwriting, box: found.box, ink: 1)) }
        continue
      }
      if reading.shape == .sheet {
        uneven += draft.unevenWords(words, of: found)
      }
      if !isSettled(words, reading.codes) {
        try addOtherReadings(to: &line, index: index, draft: draft, shape: reading.shape)
      }
      reading.lines.append(line)
    }
    if reading.shape == .sheet {
      let words = reading.lines.flatMap { $0.words + $0.alternatives.joined() }
      reading.marks = try draft.marks(besides: words) + uneven
    }
  }

  /// The reading of a line of which the taught model makes nothing by one that reads it well; empty
  /// where none does.
  ///
  /// Mail addresses and serial numbers are no language, which the Latin model needs least; the last
  /// syllable of a name that stands by itself has no words beside it.
  private func legibleReading(
    ofLine index: Int, draft: RegionDraft, isRow: Bool
  ) throws(RecognitionError) -> [[TextWord]] {
    let models: [(TextRecognizer, LineReader.Preparation)] =
      (isRow ? [(latin, .plain)] : []) + [(general, .sharpened)]
    for (model, preparation) in models {
      let words = try draft.words(
        ofLine: index, reading: LineReader(recognizer: model), preparation: preparation)
      let line = TextLine(box: draft.layout.lines[index].box, words: words)
      let letters = line.text.count { $0.isLetter || $0.isNumber }
      if line.confidence >= Self.legible, letters >= 2 { return [words] }
    }
    return []
  }

  /// The models and preparations by which a line is read again, the most telling first.
  private func otherReaders(
    on shape: RegionReading.Shape
  ) -> [(TextRecognizer, LineReader.Preparation)] {
    // Values on cards are short and have few words beside them that would show a misreading.
    shape == .card
      ? [(general, .sharpened), (recognizer, .enlarged)]
      : [(general, .sharpened)] + (script.map { [($0, .sharpened)] } ?? [])
  }

  /// How often a line is read again at most.
  private static func mostReadings(on shape: RegionReading.Shape) -> Int { shape == .card ? 2 : 3 }

  /// Reads `line`, the one with `index` in `draft`, in other ways: other pixels and other models make
  /// other errors, so what they agree on is surer.
  private func addOtherReadings(
    to line: inout TextLine, index: Int, draft: RegionDraft, shape: RegionReading.Shape
  ) throws(RecognitionError) {
    let words = line.words
    if line.alternatives.isEmpty,
      SecondOpinion.isWorthwhile(for: words) || SecondOpinion.isMostlyNumbers(words)
    {
      let other = try draft.words(
        ofLine: index, reading: LineReader(recognizer: latin), preparation: .plain)
      line.alternatives = [other]
    }
    guard !Self.needsNoSecondReading(line, on: shape) else { return }
    for (model, preparation) in otherReaders(on: shape)
    where line.alternatives.count < Self.mostReadings(on: shape) {
      let words = try draft.words(
        ofLine: index, reading: LineReader(recognizer: model), preparation: preparation)
      if !words.isEmpty { line.alternatives.append(words) }
    }
  }
}

extension PixelBox {
  /// The rectangle after `image`, which holds it, was turned by 180°.
  func turned(in image: PageImage) -> PixelBox {
    PixelBox(x: image.width - maxX, y: image.height - maxY, width: width, height: height)
  }
}
