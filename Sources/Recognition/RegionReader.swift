internal import CTesseract
package import Documents
package import Imaging

/// Reads a prepared region: its lines, machine-readable zone and marks.
///
/// It owns warm engines and belongs to one thread.
package final class RegionReader {
  private let recognizer: TextRecognizer
  private let latin: TextRecognizer
  private let finder = TextLineFinder()

  /// Loads the models from the folder `tessdata`, or from where they usually are.
  package init(tessdata: String? = nil) throws(RecognitionError) {
    let models = try ModelPair(tessdata: tessdata)
    (recognizer, latin) = (models.vietnamese, models.latin)
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
    var draft = try RegionDraft(
      upsideDown == true ? image.turned(quarterTurns: 2) : image, finder: finder,
      excluding: upsideDown == true ? codes.map { $0.box.turned(in: image) } : codes.map(\.box))
    var isTurned = upsideDown == true
    let reader = LineReader(recognizer: recognizer)
    if try !draft.isLegible(reading: reader) {
      let other = try RegionDraft(
        isTurned ? image : image.turned(quarterTurns: 2), finder: finder,
        excluding: isTurned ? codes.map(\.box) : codes.map { $0.box.turned(in: image) })
      _ = try other.isLegible(reading: reader)
      if other.legibility > draft.legibility + 0.02 {
        draft = other
        isTurned.toggle()
      }
    }
    var reading = RegionReading(
      shape: shape, width: image.width, height: image.height, codes: codes, quality: quality)
    if isTurned {
      for index in codes.indices {
        reading.codes[index].box = reading.codes[index].box.turned(in: image)
      }
    }
    try fill(&reading, from: draft, dpi: image.dpi)
    return (reading, isTurned)
  }

  /// Whether `line` is a speck at the edge of the region, left of its outline or a neighbour.
  private static func isStray(_ line: FoundLine, width: Int, height: Int) -> Bool {
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

  /// Whether one reading of `line` is enough: a label without a value, running text that came out
  /// well, or what is hardly print.
  private static func needsNoSecondReading(
    _ line: TextLine, on shape: RegionReading.Shape
  ) -> Bool {
    let text = line.text
    if line.confidence < 0.35 { return true }
    if line.confidence >= 0.93, text.hasSuffix(":") { return true }
    guard line.confidence >= 0.95, !text.contains(where: \.isNumber) else { return false }
    // Names stand in capitals on cards; on sheets a value may follow its label's colon.
    return shape == .sheet ? !text.contains(":") : text != text.uppercased()
  }

  /// The width of a sheet whose resolution is unknown, in millimetres.
  private static let usualWidth = 210.0

  private func fill(
    _ reading: inout RegionReading, from draft: RegionDraft, dpi: Int
  ) throws(RecognitionError) {
    let reader = LineReader(recognizer: recognizer)
    let scale = Double(draft.layout.scale)
    var skipped: PixelBox?
    if let zone = MachineReadableZone(among: draft.layout.lines, width: reading.width) {
      let zoneReader = MachineReadableZoneReader(recognizer: latin)
      reading.machineReadableLines = try zoneReader.lines(
        of: zone, components: draft.layout.components.map { $0.scaled(by: scale) },
        in: draft.gray)
      skipped = PixelBox.union(of: zone.rows.map(\.box))
    }
    for (index, found) in draft.layout.lines.enumerated() {
      if let skipped, skipped.intersection(found.box).area > found.box.area / 2 { continue }
      if Self.isStray(found, width: reading.width, height: reading.height) { continue }
      let words = try draft.words(ofLine: index, reading: reader)
      var line = TextLine(box: found.box, words: words)
      guard Self.isPrint(line) else { continue }
      if SecondOpinion.isWorthwhile(for: words) {
        let other = try draft.words(
          ofLine: index, reading: LineReader(recognizer: latin), preparation: .plain)
        line.words = SecondOpinion.merged(words, latin: other)
        line.alternatives = [line.words == words ? other : words]
      } else if !Self.needsNoSecondReading(line, on: reading.shape) {
        let second = try draft.words(ofLine: index, reading: reader, preparation: .sharpened)
        if !second.isEmpty { line.alternatives.append(second) }
      }
      reading.lines.append(line)
    }
    let density = dpi > 0 ? Double(dpi) / 25.4 : Double(reading.width) / Self.usualWidth
    if reading.shape == .sheet {
      reading.marks = try Self.marks(in: draft.layout, density: density / scale)
    }
  }

  private static func marks(
    in layout: borrowing InkLayout, density: Double
  ) throws(RecognitionError) -> [Mark] {
    let scale = Double(layout.scale)
    let boxes = try TickBoxFinder().tickBoxes(in: layout.ink, density: density)
    let lines = layout.lines.map { line in
      FoundLine(
        box: line.box.scaled(by: 1 / scale), letterHeight: line.letterHeight / layout.scale,
        letters: line.letters)
    }
    let strokes = StrokeFinder().strokes(
      in: layout.print, components: layout.components, lines: lines)
    return (boxes + strokes).map { mark in
      var mark = mark
      mark.box = mark.box.scaled(by: scale)
      return mark
    }
  }
}

extension PixelBox {
  /// The rectangle after `image`, which holds it, was turned by 180°.
  func turned(in image: PageImage) -> PixelBox {
    PixelBox(x: image.width - maxX, y: image.height - maxY, width: width, height: height)
  }
}
