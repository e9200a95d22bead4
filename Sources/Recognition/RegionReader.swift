package import Documents
package import Imaging

/// Reads a prepared region: its lines, codes, machine-readable zone and marks.
///
/// It owns warm engines and belongs to one thread.
package final class RegionReader {
  private let recognizer: TextRecognizer
  private let finder = TextLineFinder()

  /// Loads the models from the folder `tessdata`, or from where they usually are.
  package init(tessdata: String? = nil) throws(RecognitionError) {
    recognizer = try TextRecognizer(folder: tessdata)
  }

  /// The reading of `image`, an upright gray region.
  package func read(
    _ image: PageImage, shape: RegionReading.Shape, toPage: Homography = .identity,
    quality: CaptureQuality = CaptureQuality()
  ) throws -> RegionReading {
    let gray = try Picture(grayOf: image)
    let layout = try finder.layout(of: gray)
    let reader = LineReader(recognizer: recognizer)
    var lines: [TextLine] = []
    for found in layout.lines {
      let words = try reader.words(of: found, in: layout.cleaned)
      let line = TextLine(box: found.box, words: words)
      if line.confidence >= Self.leastConfidence { lines.append(line) }
    }
    return RegionReading(
      shape: shape, width: image.width, height: image.height, toPage: toPage, lines: lines,
      quality: quality)
  }

  /// What reads worse than this was no print.
  private static let leastConfidence = 0.2
}
