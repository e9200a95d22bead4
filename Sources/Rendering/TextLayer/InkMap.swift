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
  package func halved() -> InkMap {
    let (columns, rows) = (width / 2, height / 2)
    guard columns > 0, rows > 0 else { return self }
    var result = [UInt8](repeating: 255, count: columns * rows)
    for y in 0..<rows {
      let above = 2 * y * width
      for x in 0..<columns {
        let place = above + 2 * x
        let sum =
          UInt16(pixels[place]) + UInt16(pixels[place + 1]) + UInt16(pixels[place + width])
          + UInt16(pixels[place + width + 1])
        result[y * columns + x] = UInt8(sum / 4)
      }
    }
    return InkMap(width: columns, height: rows, scale: scale / 2, pixels: result)
  }
}
