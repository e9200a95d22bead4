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
    try spareCrossings(in: across, ink: ink)
    pixOr(across.pix, across.pix, down.pix)
    try addBars(to: across, ink: ink)
    return across
  }

  /// Gives strokes that cross a thin rule back to their letters.
  private static func spareCrossings(
    in rules: borrowing Picture, ink: borrowing Picture
  ) throws(RecognitionError) {
    // Closing gaps brought pixels in that were never ink.
    pixAnd(rules.pix, rules.pix, ink.pix)
    // Where ink stands higher than a thin rule is thick, something crosses it.
    let tall = try Picture(pixOpenBrick(nil, ink.pix, 1, thickestThin + 3))
    let thick = try Picture(pixOpenBrick(nil, rules.pix, 1, thickestThin + 1))
    pixSubtract(tall.pix, tall.pix, thick.pix)
    pixSubtract(rules.pix, rules.pix, tall.pix)
  }

  private static let thickestThin: Int32 = 5

  /// Adds the short upright sides of boxes around one line of print: far taller than its letters
  /// and far thinner than their strokes are long.
  private static func addBars(
    to rules: borrowing Picture, ink: borrowing Picture
  ) throws(RecognitionError) {
    let rest = try Picture(pixSubtract(nil, ink.pix, rules.pix))
    let heights = Components.boxes(of: rest).map(\.height).filter { $0 >= 6 }.sorted()
    guard heights.count >= 20 else { return }
    let usual = heights[heights.count / 2]
    // A box's side passes through its upper and lower side.
    let down = try Picture(pixOpenBrick(nil, ink.pix, 1, Int32(max(14, usual * 9 / 5))))
    for box in Components.boxes(of: down) where box.width <= max(3, box.height / 12) {
      let ends = [
        PixelBox(x: box.x - 4, y: box.y - 3, width: box.width + 8, height: 6),
        PixelBox(x: box.x - 4, y: box.maxY - 3, width: box.width + 8, height: 6),
      ]
      // A stroke of a letter ends without meeting a rule.
      guard box.height >= 3 * usual || ends.contains(where: { rules.inkCount(in: $0) >= 4 })
      else { continue }
      if box.width <= max(3, usual / 4) {
        rules.fill(box)
      } else {
        // Beside a long rule that leans, its frame holds letters too.
        rules.add(down, in: box)
      }
    }
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
