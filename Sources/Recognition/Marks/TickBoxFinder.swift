internal import CTesseract
internal import Documents
internal import Foundation

/// Finds printed squares that are there to be ticked, and measures the ink inside.
struct TickBoxFinder {
  /// The side of a tick box in millimetres.
  var sides = 2.3...6.5
  /// How much of each side of the square must be ink.
  private let leastBorder = 0.8

  /// The tick boxes in `ink` (1 bit a pixel), which has `density` pixels a millimetre.
  func tickBoxes(
    in ink: borrowing Picture, density: Double
  ) throws(RecognitionError) -> [Mark] {
    let (least, most) = (Int(sides.lowerBound * density), Int(sides.upperBound * density))
    guard least >= 8 else { return [] }
    // A tick may cross the border and join what stands beside it: the straight sides alone are
    // looked at. Closing first keeps sides that slope a little.
    let straight = Int32(Double(least) * 0.7)
    let level = try Picture(pixCloseSafeBrick(nil, ink.pix, 1, 3))
    let across = try Picture(pixOpenBrick(nil, level.pix, straight, 1))
    let upright = try Picture(pixCloseSafeBrick(nil, ink.pix, 3, 1))
    let down = try Picture(pixOpenBrick(nil, upright.pix, 1, straight))
    // The rules of a table are no sides, though the arm of a tick may tie them to a box.
    let long = Int32(2 * most)
    let lying = try Picture(pixOpenBrick(nil, across.pix, long, 1))
    let standing = try Picture(pixOpenBrick(nil, down.pix, 1, long))
    pixSubtract(across.pix, across.pix, lying.pix)
    pixSubtract(down.pix, down.pix, standing.pix)
    pixOr(across.pix, across.pix, down.pix)
    let sides = try Picture(pixCloseSafeBrick(nil, across.pix, 3, 3))
    return Components.boxes(of: sides).compactMap { box in
      guard box.width >= least, box.height >= least, 2 * box.width <= 3 * most,
        2 * box.height <= 3 * most
      else { return nil }
      if box.width <= most, box.height <= most, Self.isSquare(box.width, box.height),
        let mark = mark(for: box, in: ink)
      {
        return mark
      }
      // A tick that leaves the square adds straight pieces of its own to the sides. It is thick, or
      // steep, where they are long, but hardly as long as a side.
      return stride(from: least * 2 / 3, through: most, by: max(1, least / 12)).lazy.compactMap {
        square(within: box, of: sides, sizes: least...most, needed: $0).flatMap {
          mark(for: $0, in: ink)
        }
      }.first
    }
  }

  private static func isSquare(_ width: Int, _ height: Int) -> Bool {
    let ratio = Double(width) / Double(height)
    return ratio > 0.8 && ratio < 1.25
  }

  /// The square whose four sides are the outermost rows and columns of `box` with at least `needed`
  /// pixels in straight pieces; nil without one.
  private func square(
    within box: PixelBox, of sides: borrowing Picture, sizes: ClosedRange<Int>, needed: Int
  ) -> PixelBox? {
    let rows = (0..<box.height).filter { row in
      sides.inkCount(in: PixelBox(x: box.x, y: box.y + row, width: box.width, height: 1)) >= needed
    }
    let columns = (0..<box.width).filter { column in
      sides.inkCount(
        in: PixelBox(x: box.x + column, y: box.y, width: 1, height: box.height)) >= needed
    }
    guard let top = rows.first, let bottom = rows.last, let left = columns.first,
      let right = columns.last
    else { return nil }
    let square = PixelBox(
      x: box.x + left, y: box.y + top, width: right - left + 1, height: bottom - top + 1)
    guard sizes.contains(square.width), sizes.contains(square.height),
      Self.isSquare(square.width, square.height), square != box
    else { return nil }
    return square
  }

  private func mark(for box: PixelBox, in ink: borrowing Picture) -> Mark? {
    let band = max(2, min(box.width, box.height) / 6)
    // The thickness of each side: how far in its projection stays mostly ink.
    guard Self.coverage(of: box, in: ink, band: band) >= leastBorder else { return nil }
    let border = Self.thickness(of: box, in: ink, band: band)
    let inset = border + max(1, min(box.width, box.height) / 12)
    let inside = PixelBox(
      x: box.x + inset, y: box.y + inset, width: box.width - 2 * inset,
      height: box.height - 2 * inset)
    guard inside.width >= 3, inside.height >= 3 else { return nil }
    let share = Double(ink.inkCount(in: inside)) / Double(inside.area)
    return Mark(shape: .tickBox, box: box, ink: share)
  }

  /// The least share of its length, over the four sides, along which a side has ink.
  private static func coverage(of box: PixelBox, in ink: borrowing Picture, band: Int) -> Double {
    var least = 1.0
    for side in 0..<4 {
      let length = side < 2 ? box.width : box.height
      var hits = 0
      for step in 0..<length {
        let probe =
          switch side {
          case 0: PixelBox(x: box.x + step, y: box.y, width: 1, height: band)
          case 1: PixelBox(x: box.x + step, y: box.maxY - band, width: 1, height: band)
          case 2: PixelBox(x: box.x, y: box.y + step, width: band, height: 1)
          default: PixelBox(x: box.maxX - band, y: box.y + step, width: band, height: 1)
          }
        if ink.inkCount(in: probe) > 0 { hits += 1 }
      }
      least = min(least, Double(hits) / Double(length))
    }
    return least
  }

  private static func thickness(of box: PixelBox, in ink: borrowing Picture, band: Int) -> Int {
    var thickest = 1
    for depth in 0..<band {
      let row = PixelBox(x: box.x, y: box.y + depth, width: box.width, height: 1)
      let column = PixelBox(x: box.x + depth, y: box.y, width: 1, height: box.height)
      if 2 * ink.inkCount(in: row) > box.width || 2 * ink.inkCount(in: column) > box.height {
        thickest = depth + 1
      }
    }
    return thickest
  }
}
