/// Reads pixels between the pixels of a Leptonica image, white outside of it.
struct LinearSampler {
  /// The image's words; the first pixel of a word stands in its highest byte.
  let words: UnsafePointer<UInt32>
  let wordsPerRow: Int
  let width: Int
  let height: Int

  init(words: UnsafeMutablePointer<UInt32>, wordsPerRow: Int, width: Int, height: Int) {
    self.words = UnsafePointer(words)
    self.wordsPerRow = wordsPerRow
    self.width = width
    self.height = height
  }

  /// The brightness at (x, y), where (0, 0) is the centre of the first pixel.
  @inline(__always)
  func gray(_ x: Double, _ y: Double) -> UInt32 {
    guard let cell = cell(x, y) else { return 255 }
    let upper = words + cell.top * wordsPerRow
    let lower = words + cell.bottom * wordsPerRow
    return blend(
      byte(upper, cell.left), byte(upper, cell.right), byte(lower, cell.left),
      byte(lower, cell.right), cell)
  }

  /// The colour at (x, y) as 0xRRGGBB00.
  @inline(__always)
  func colour(_ x: Double, _ y: Double) -> UInt32 {
    guard let cell = cell(x, y) else { return 0xffff_ff00 }
    let upper = words + cell.top * wordsPerRow
    let lower = words + cell.bottom * wordsPerRow
    let corners = (upper[cell.left], upper[cell.right], lower[cell.left], lower[cell.right])
    var result: UInt32 = 0
    var shift: UInt32 = 8
    while shift <= 24 {
      let value = blend(
        corners.0 >> shift & 255, corners.1 >> shift & 255, corners.2 >> shift & 255,
        corners.3 >> shift & 255, cell)
      result |= value << shift
      shift += 8
    }
    return result
  }

  /// The four pixels around a point, and how far it stands from the left and top ones, in 1/256.
  private struct Cell {
    var left: Int
    var right: Int
    var top: Int
    var bottom: Int
    var across: UInt32
    var down: UInt32
  }

  /// The cell of (x, y); nil outside the image and for what is no number.
  @inline(__always)
  private func cell(_ x: Double, _ y: Double) -> Cell? {
    guard x >= -0.5, y >= -0.5, x <= Double(width) - 0.5, y <= Double(height) - 0.5 else {
      return nil
    }
    let clampedX = max(0, x)
    let clampedY = max(0, y)
    let left = min(Int(clampedX), width - 1)
    let top = min(Int(clampedY), height - 1)
    return Cell(
      left: left, right: min(left + 1, width - 1), top: top, bottom: min(top + 1, height - 1),
      across: UInt32((clampedX - Double(left)) * 256), down: UInt32((clampedY - Double(top)) * 256))
  }

  @inline(__always)
  private func byte(_ row: UnsafePointer<UInt32>, _ column: Int) -> UInt32 {
    row[column >> 2] >> UInt32(24 - (column & 3) * 8) & 255
  }

  @inline(__always)
  private func blend(
    _ upperLeft: UInt32, _ upperRight: UInt32, _ lowerLeft: UInt32, _ lowerRight: UInt32,
    _ cell: Cell
  ) -> UInt32 {
    let upper = upperLeft * (256 - cell.across) + upperRight * cell.across
    let lower = lowerLeft * (256 - cell.across) + lowerRight * cell.across
    return (upper * (256 - cell.down) + lower * cell.down + 32_768) >> 16
  }
}
