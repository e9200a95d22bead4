internal import CTesseract
internal import Documents

/// Reads found lines one by one.
struct LineReader {
  /// How a line's image is prepared for a reading of its own.
  enum Preparation {
    /// As it is, at the size that reads best.
    case plain
    /// Larger, its strokes sharpened: other pixels, other errors.
    case sharpened
    /// Somewhat larger than plain.
    case enlarged

    /// The height to which a line's letters are brought before the engine sees them.
    var letterHeight: Double {
      switch self {
      case .plain: 24
      case .sharpened: 34
      case .enlarged: 29
      }
    }
  }

  let recognizer: TextRecognizer
  var mode = LineMode.line

  /// The white frame that the engine's own line finding needs.
  static let margin = 12
  /// Lines that rise or fall by less than this share of a letter are read as they are.
  private static let leastRise = 0.15

  /// Creates a reader with an engine.
  init(recognizer: TextRecognizer) { self.recognizer = recognizer }

  /// The words of `line` in `picture`, their boxes in pixels of `picture`.
  func words(
    of line: FoundLine, in picture: borrowing Picture, preparation: Preparation = .plain,
    alphabet: String = ""
  ) throws(RecognitionError) -> [TextWord] {
    let whole = PixelBox(x: 0, y: 0, width: picture.width, height: picture.height)
    let area = self.area(of: line).intersection(whole)
    guard area.width >= 3, area.height >= 3 else { return [] }
    let scale = self.scale(of: line, preparation: preparation)
    let clip = try self.clip(of: line, area: area, in: picture, preparation: preparation)
    let words = recognizer.lines(in: clip, mode: mode, alphabet: alphabet).flatMap { $0 }
    return words.map { word in
      var word = word
      let left = area.x + Int((Double(word.box.x - Self.margin) / scale).rounded(.down))
      let drop = line.slope * (Double(left) - line.box.midX)
      let top = Double(area.y) + Double(word.box.y - Self.margin) / scale + drop
      word.box = PixelBox(
        x: left, y: Int(top.rounded(.down)),
        width: Int((Double(word.box.width) / scale).rounded(.up)),
        height: Int((Double(word.box.height) / scale).rounded(.up))
      ).intersection(whole)
      return word
    }
  }

  /// The picture that the engine is given of `line`.
  func clip(
    of line: FoundLine, in picture: borrowing Picture, preparation: Preparation
  ) throws(RecognitionError) -> Picture {
    let whole = PixelBox(x: 0, y: 0, width: picture.width, height: picture.height)
    return try clip(
      of: line, area: area(of: line).intersection(whole), in: picture, preparation: preparation)
  }

  private func clip(
    of line: FoundLine, area: PixelBox, in picture: borrowing Picture, preparation: Preparation
  ) throws(RecognitionError) -> Picture {
    try prepared(
      try levelled(line, area: area, in: picture),
      scale: scale(of: line, preparation: preparation), preparation: preparation)
  }

  /// The line's box with room around it.
  private func area(of line: FoundLine) -> PixelBox {
    let size = Double(line.letterHeight)
    let (side, rise) = (Int(0.4 * size) + 2, Int(0.12 * size) + 2)
    return PixelBox(
      x: line.box.x - side, y: line.box.y - rise, width: line.box.width + 2 * side,
      height: line.box.height + 2 * rise)
  }

  private func scale(of line: FoundLine, preparation: Preparation) -> Double {
    min(4, max(0.2, preparation.letterHeight / max(1, Double(line.letterHeight))))
  }

  /// The part `area` of `picture` with the line's slope taken out about its middle.
  private func levelled(
    _ line: FoundLine, area: PixelBox, in picture: borrowing Picture
  ) throws(RecognitionError) -> Picture {
    let clip = try picture.clipped(to: area)
    let rise = abs(line.slope) * Double(area.width)
    guard rise > Self.leastRise * Double(line.letterHeight) else { return clip }
    let sheared = try Picture(
      pixVShearLI(
        clip.pix, Int32(area.width / 2), Float(-line.slope), Int32(L_BRING_IN_WHITE)))
    // Above and below the line now stands what belongs to its neighbours.
    let excess = min(Int(rise / 2), (area.height - line.letterHeight) / 3)
    guard excess > 0 else { return sheared }
    for y in [0, area.height - excess] {
      var strip = boxCreate(0, Int32(y), Int32(area.width), Int32(excess))
      pixSetInRect(sheared.pix, strip)
      boxDestroy(&strip)
    }
    return sheared
  }

  private func prepared(
    _ picture: borrowing Picture, scale: Double, preparation: Preparation
  ) throws(RecognitionError) -> Picture {
    let scaled = try picture.scaled(by: scale)
    guard preparation == .sharpened else { return try scaled.framed(by: Self.margin) }
    return try Picture(pixUnsharpMaskingGray(scaled.pix, 3, 1.2)).framed(by: Self.margin)
  }
}
