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
}
