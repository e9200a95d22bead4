/// Where a page has ink, coarsely: a small rendering, one byte a pixel, 0 black … 255 white.
package struct InkMap: Sendable {
  /// The size in pixels.
  package var width: Int
  /// The size in pixels.
  package var height: Int
  /// Its pixels for one pixel of the rendered page.
  package var scale: Double
  /// The gray values, row by row.
  package var pixels: [UInt8]

  /// Creates a map.
  package init(width: Int, height: Int, scale: Double, pixels: [UInt8]) {
    precondition(pixels.count == width * height, "one byte a pixel")
    self.width = width
    self.height = height
    self.scale = scale
    self.pixels = pixels
  }

  /// The map at half the size, each pixel the mean of four.
  package func halved() -> InkMap { reduced(by: 2) }

  /// The map with one pixel for each square of `part` × `part`, their mean.
  package func reduced(by part: Int) -> InkMap {
    let (columns, rows) = (width / max(1, part), height / max(1, part))
    guard part > 1, columns > 0, rows > 0 else { return self }
    var result = [UInt8](repeating: 255, count: columns * rows)
    var sums = [UInt32](repeating: 0, count: columns)
    let area = UInt32(part * part)
    pixels.withUnsafeBufferPointer { pixels in
      sums.withUnsafeMutableBufferPointer { sums in
        for y in 0..<rows {
          sums.update(repeating: 0)
          for row in part * y..<part * (y + 1) {
            // One offset after the other: the compiler does many columns at once.
            for offset in 0..<part {
              let start = row * width + offset
              for x in 0..<columns { sums[x] &+= UInt32(pixels[start &+ x &* part]) }
            }
          }
          for x in 0..<columns { result[y * columns + x] = UInt8(sums[x] / area) }
        }
      }
    }
    return InkMap(
      width: columns, height: rows, scale: scale / Double(part), pixels: result)
  }
}
