internal import CTesseract
internal import Documents

/// Finds drawn lines: borders of boxes, underlines, the rules of a table.
enum Rules {
  /// The share of the longer side that makes a straight run of ink a rule and no letter.
  private static let shortest = 0.055

  /// The ink of `ink` (1 bit a pixel) that belongs to rules.
  static func extracted(from ink: borrowing Picture) throws(RecognitionError) -> Picture {
    let length = Int32(max(24, Double(max(ink.width, ink.height)) * shortest))
    // Slight skew breaks a thin rule into steps; closing the steps first keeps its length.
    let level = try Picture(pixCloseSafeBrick(nil, ink.pix, 1, 3))
    let across = try Picture(pixOpenBrick(nil, level.pix, length, 1))
    let upright = try Picture(pixCloseSafeBrick(nil, ink.pix, 3, 1))
    let down = try Picture(pixOpenBrick(nil, upright.pix, 1, length))
    // Solid areas (photographs, flags) are no rules: what survives opening by a thick brick.
    let thick = length / 5
    let solidAcross = try Picture(pixOpenBrick(nil, across.pix, thick, thick))
    let solidDown = try Picture(pixOpenBrick(nil, down.pix, thick, thick))
    pixSubtract(across.pix, across.pix, solidAcross.pix)
    pixSubtract(down.pix, down.pix, solidDown.pix)
    try keepLonely(in: across, ink: ink, lying: true)
    try keepLonely(in: down, ink: ink, lying: false)
    pixOr(across.pix, across.pix, down.pix)
    return across
  }

  /// Takes out of `rules` the strokes of letters that run together: ink stands on both sides of
  /// them, while a rule has paper on one side at least.
  private static func keepLonely(
    in rules: borrowing Picture, ink: borrowing Picture, lying: Bool
  ) throws(RecognitionError) {
    for box in Components.boxes(of: rules) {
      let depth = 4
      let sides =
        lying
        ? [
          PixelBox(x: box.x, y: box.y - depth - 1, width: box.width, height: depth),
          PixelBox(x: box.x, y: box.maxY + 1, width: box.width, height: depth),
        ]
        : [
          PixelBox(x: box.x - depth - 1, y: box.y, width: depth, height: box.height),
          PixelBox(x: box.maxX + 1, y: box.y, width: depth, height: box.height),
        ]
      let shares = sides.map { Double(ink.inkCount(in: $0)) / Double(max(1, $0.area)) }
      if shares.allSatisfy({ $0 > 0.2 }) { rules.erase(box) }
    }
  }
}
