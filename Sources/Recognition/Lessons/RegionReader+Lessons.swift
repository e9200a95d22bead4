internal import CTesseract
internal import Documents
internal import Imaging

extension RegionReader {
  /// The lines of print in `image`, each with the pictures that the engine is given of it.
  func lessons(
    in image: PageImage, shape: RegionReading.Shape, codes: [CodeReading], upsideDown: Bool?
  ) throws -> [LineLesson] {
    let (draft, _) = try upright(image, shape: shape, codes: codes, upsideDown: upsideDown)
    let reader = LineReader(recognizer: recognizer)
    var lessons: [LineLesson] = []
    for (index, line) in draft.layout.lines.enumerated()
    where line.letters > 1 && !Self.isStray(line, width: image.width, height: image.height) {
      let plain = try reader.clip(of: line, in: draft.layout.cleaned, preparation: .plain)
      guard let (text, frame) = recognizer.framedLine(in: plain) else { continue }
      var pictures: [[UInt8]] = []
      for (turn, preparation) in [LineReader.Preparation.plain, .sharpened, .enlarged].enumerated()
      {
        let clip = try reader.clip(of: line, in: draft.layout.cleaned, preparation: preparation)
        let area = frame.area(
          letterHeight: LineReader.Preparation.plain.letterHeight,
          scale: preparation.letterHeight / LineReader.Preparation.plain.letterHeight,
          margin: LineReader.margin, slack: Self.slack[(index + turn) % Self.slack.count]
        ).intersection(PixelBox(x: 0, y: 0, width: clip.width, height: clip.height))
        // Of a line that the engine found no ink in there is nothing to learn.
        if area.width > 8, area.height > 8 { pictures.append(try clip.clipped(to: area).png()) }
      }
      lessons.append(LineLesson(text: text, pictures: pictures))
    }
    return lessons
  }

  /// Rows of slack, in shares of a letter's height: above, below, left and right.
  private static let slack = [
    [0.0, 0.0, 0.0, 0.0], [0.06, 0.0, 0.1, 0.0], [0.0, 0.08, 0.0, 0.12], [0.12, 0.06, 0.05, 0.05],
    [0.0, -0.12, 0.0, 0.0], [0.05, -0.06, 0.15, 0.1], [0.0, 0.04, 0.0, 0.0],
  ]
}

extension Picture {
  /// The picture as a PNG file.
  func png() throws(RecognitionError) -> [UInt8] {
    var data: UnsafeMutablePointer<UInt8>?
    var size = 0
    guard pixWriteMemPng(&data, &size, pix, 0) == 0, let data else { throw .imageNotPrepared }
    defer { lept_free(data) }
    return [UInt8](UnsafeBufferPointer(start: data, count: size))
  }
}
