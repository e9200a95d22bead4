internal import CTesseract
internal import Documents

/// Reads found lines one by one.
struct LineReader {
  /// The height to which a line's letters are brought before the engine sees them.
  var letterHeight = 24.0
  var mode = LineMode.line

  let recognizer: TextRecognizer

  init(recognizer: TextRecognizer) { self.recognizer = recognizer }

  /// The words of `line` in `picture`, their boxes in pixels of `picture`.
  func words(
    of line: FoundLine, in picture: borrowing Picture, alphabet: String = ""
  ) throws(RecognitionError) -> [TextWord] {
    let size = Double(line.letterHeight)
    let (side, rise) = (Int(0.4 * size) + 2, Int(0.12 * size) + 2)
    let whole = PixelBox(x: 0, y: 0, width: picture.width, height: picture.height)
    let area = PixelBox(
      x: line.box.x - side, y: line.box.y - rise, width: line.box.width + 2 * side,
      height: line.box.height + 2 * rise
    ).intersection(whole)
    guard area.width >= 3, area.height >= 3 else { return [] }
    let scale = min(4, max(0.2, letterHeight / max(1, size)))
    let margin = 12
    let clip = try picture.clipped(to: area).scaled(by: scale).framed(by: margin)
    return recognizer.lines(in: clip, mode: mode, alphabet: alphabet).flatMap { $0 }.map { word in
      var word = word
      let left = area.x + Int((Double(word.box.x - margin) / scale).rounded(.down))
      let top = area.y + Int((Double(word.box.y - margin) / scale).rounded(.down))
      word.box = PixelBox(
        x: left, y: top, width: Int((Double(word.box.width) / scale).rounded(.up)),
        height: Int((Double(word.box.height) / scale).rounded(.up))
      ).intersection(whole)
      return word
    }
  }
}
