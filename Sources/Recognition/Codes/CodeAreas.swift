internal import Documents

/// Where on a region a code may stand: patches that are as full of light and dark in every
/// direction as no print is.
struct CodeAreas {
  /// The patches in pixels of the region, the largest first.
  let boxes: [PixelBox]

  /// The side of a cell whose contrast is looked at, in millimetres: two modules or three.
  private static let cell = 0.5
  /// The side of the smallest code, in cells.
  private static let window = 14
  /// The least spread of brightness in a busy cell, in levels.
  private static let leastSpread = 13
  /// The share of cells that must be busy: a finder pattern is plain inside.
  private static let leastShare = 0.8
  /// How many patches are worth looking at.
  private static let most = 3

  /// Looks for codes in a gray region of `dpi` dots per inch, given by its rows of bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, width: Int, height: Int, dpi: Double) {
    let side = max(4, Int((Self.cell * dpi / 25.4).rounded()))
    let (columns, rows) = (width / side, height / side)
    guard columns >= Self.window, rows >= Self.window else {
      boxes = []
      return
    }
    // How many busy cells stand above and left of each corner.
    var sums = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
    let area = side * side
    let least = Self.leastSpread * Self.leastSpread * area * area
    for row in 0..<rows {
      var inRow: Int32 = 0
      for column in 0..<columns {
        var (sum, squares) = (0, 0)
        for y in 0..<side {
          let start = (row &* side &+ y) &* width &+ column &* side
          for x in 0..<side {
            let value = Int(bytes[start &+ x])
            sum &+= value
            squares &+= value &* value
          }
        }
        if squares &* area &- sum &* sum >= least { inRow += 1 }
        sums[(row + 1) * (columns + 1) + column + 1] =
          sums[row * (columns + 1) + column + 1] + inRow
      }
    }
    boxes = Self.patches(sums, columns: columns, rows: rows).prefix(Self.most).map { cells in
      PixelBox(
        x: cells.x * side, y: cells.y * side, width: cells.width * side,
        height: cells.height * side
      ).expanded(by: 4 * side)
        .intersection(PixelBox(x: 0, y: 0, width: width, height: height))
    }
  }

  /// The unions of touching busy windows, in cells.
  private static func patches(_ sums: [Int32], columns: Int, rows: Int) -> [PixelBox] {
    let stride = columns + 1
    let least = Int32(Double(window * window) * leastShare)
    var patches: [PixelBox] = []
    for y in 0...(rows - window) {
      for x in 0...(columns - window) {
        let (top, bottom) = (y * stride, (y + window) * stride)
        let count =
          sums[bottom + x + window] - sums[bottom + x] - sums[top + x + window]
          + sums[top + x]
        guard count >= least else { continue }
        let box = PixelBox(x: x, y: y, width: window, height: window)
        if let index = patches.firstIndex(where: { !$0.intersection(box).isEmpty }) {
          patches[index] = patches[index].union(box)
        } else {
          patches.append(box)
        }
      }
    }
    return patches.sorted { $0.area > $1.area }
  }
}
