/// Something on a page of a drawn letter; lengths are millimetres.
enum LetterMark: Sendable {
  case text(String, Point, TextStyle)
  /// What a hand wrote.
  case hand(String, Point, TextStyle)
  case rule(Point, Point, Double)
  /// A frame by its left and upper edge, width and height.
  case frame(Double, Double, Double, Double, Ink)
  case signature(Point)
  /// A seal about a point, of a radius, with the words across it.
  case seal(Point, Double, [String])

  /// Draws the mark; lettering of seals is set in `family`.
  func draw(
    on canvas: PageCanvas, family: String, with random: inout SplitMix64
  ) throws {
    switch self {
    case .text(let text, let place, let style): try canvas.text(text, at: place, style: style)
    case .hand(let text, let place, let style):
      try Handwriting.write(text, at: place, style: style, on: canvas, with: &random)
    case .rule(let start, let end, let width):
      canvas.line(from: start, to: end, width: width, ink: .toner)
    case .frame(let x, let y, let width, let height, let ink):
      canvas.rectangle(x: x, y: y, width: width, height: height, stroke: ink, line: 0.5)
    case .signature(let place):
      PenMarks.signature(on: canvas, centre: place, width: 34, height: 14, with: &random)
    case .seal(let place, let radius, let middle):
      // The seal in a letter that was never printed is a picture.
      canvas.drawsOutlines = true
      defer { canvas.drawsOutlines = false }
      try PenMarks.roundStamp(
        on: canvas, centre: place, radius: radius, ring: "CỘNG HÒA X.H.C.N VIỆT NAM",
        middle: middle, family: family, ink: Ink.stampRed.faded(to: 0.75),
        turned: random.between(-12, 12))
    }
  }
}
