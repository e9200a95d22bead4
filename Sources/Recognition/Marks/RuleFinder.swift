internal import CTesseract
internal import Documents

/// Finds the drawn lines of a table: long straight runs of ink, upright and lying.
struct RuleFinder {
  /// The least length of a rule as a share of the page's height.
  private static let shortest = 0.02
  /// The least numbers of rules that make a table.
  private static let fewest = (upright: 4, lying: 3)

  /// The rules in `ink` (1 bit a pixel); none where they make no table.
  func rules(in ink: borrowing Picture) throws(RecognitionError) -> [Mark] {
    let length = Int32(max(24, Double(max(ink.width, ink.height)) * Self.shortest))
    // Slight skew breaks a thin rule into steps; closing the steps first keeps its length.
    let level = try Picture(pixCloseSafeBrick(nil, ink.pix, 1, 3))
    let across = try Picture(pixOpenBrick(nil, level.pix, 3 * length, 1))
    let steep = try Picture(pixCloseSafeBrick(nil, ink.pix, 3, 1))
    let down = try Picture(pixOpenBrick(nil, steep.pix, 1, length))
    let lying = Components.boxes(of: across).filter { $0.width > 8 * $0.height }
    let upright = Components.boxes(of: down).filter { $0.height > 4 * $0.width }
    guard lying.count >= Self.fewest.lying, upright.count >= Self.fewest.upright else { return [] }
    return (lying + upright).map { Mark(shape: .rule, box: $0, ink: 1) }
  }
}
