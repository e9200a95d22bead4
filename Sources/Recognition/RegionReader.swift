internal import CTesseract
package import Documents
package import Imaging

/// Reads a prepared region: its lines, codes, machine-readable zone and marks.
///
/// It owns warm engines and belongs to one thread.
package final class RegionReader {
  private let recognizer: TextRecognizer
  private let tessdata: String?
  private let finder = TextLineFinder()
  // The model for Latin letters gives a second opinion on a zone that has its own alphabet; the
  // program works without it.
  private lazy var latin = try? TextRecognizer(language: "eng", folder: tessdata)

  /// Loads the models from the folder `tessdata`, or from where they usually are.
  package init(tessdata: String? = nil) throws(RecognitionError) {
    recognizer = try TextRecognizer(folder: tessdata)
    self.tessdata = tessdata
  }

  /// Tells which way up a page stands.
  package var orientation: OrientationResolver { OrientationResolver(recognizer: recognizer) }

  /// The reading of `image`, an upright region.
  package func read(
    _ image: PageImage, shape: RegionReading.Shape, toPage: Homography = .identity,
    codes: [CodeReading] = [], quality: CaptureQuality = CaptureQuality()
  ) throws -> RegionReading {
    let gray = try Picture(grayOf: image)
    let layout = try finder.layout(of: gray, excluding: codes.map(\.box))
    var reading = RegionReading(
      shape: shape, width: image.width, height: image.height, toPage: toPage, codes: codes,
      quality: quality)
    var printed = layout.lines
    if let zone = MachineReadableZone(among: layout.lines, width: image.width) {
      let reader = MachineReadableZoneReader(recognizer: latin ?? recognizer)
      reading.machineReadableLines = try reader.lines(
        of: zone, components: layout.components.map { $0.scaled(by: Double(layout.scale)) },
        in: gray)
      let area = PixelBox.union(of: zone.rows.map(\.box))
      printed.removeAll { area?.intersection($0.box).area ?? 0 > $0.box.area / 2 }
    }
    let reader = LineReader(recognizer: recognizer)
    for found in printed {
      let words = try reader.words(of: found, in: layout.cleaned)
      let line = TextLine(box: found.box, words: words)
      if line.confidence >= Self.leastConfidence { reading.lines.append(line) }
    }
    if shape == .sheet { reading.marks = try marks(in: layout, image: image) }
    return reading
  }

  /// What reads worse than this was no print.
  private static let leastConfidence = 0.2

  /// The width of a sheet whose resolution is unknown, in millimetres.
  private static let usualWidth = 210.0

  private func marks(
    in layout: borrowing InkLayout, image: PageImage
  ) throws(RecognitionError) -> [Mark] {
    let density =
      (image.dpi > 0 ? Double(image.dpi) / 25.4 : Double(image.width) / Self.usualWidth)
      / Double(layout.scale)
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
