internal import CTesseract

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
    pixOr(across.pix, across.pix, down.pix)
    return across
  }
}
