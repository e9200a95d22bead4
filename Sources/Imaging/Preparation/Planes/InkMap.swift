/// Which pixels of a plane are ink: clearly darker than the paper around them.
struct InkMap: Sendable {
  let width: Int
  let height: Int
  /// 1 for ink, 0 for paper, row by row.
  var pixels: [UInt8]

  init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height, "sizes must agree")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Finds ink by the mean over a square of `2 * radius + 1` pixels; `contrast` says by how much
  /// of that mean ink must be darker.
  init(_ plane: GrayPlane, radius: Int, contrast: Double = 0.18) {
    var pixels = [UInt8](repeating: 0, count: plane.bytes.count)
    let keep = Int((1 - contrast) * 256)
    pixels.withUnsafeMutableBufferPointer { target in
      plane.bytes.withUnsafeBufferPointer { source in
        IntegralPlane(plane).forEachMean(radius: radius) { index, mean in
          target[index] = Int(source[index]) &* 256 < mean &* keep &- 1024 ? 1 : 0
        }
      }
    }
    self.init(width: plane.width, height: plane.height, pixels: pixels)
  }

  /// The number of ink pixels.
  var count: Int { pixels.reduce(0) { $0 + Int($1) } }

  /// The map with columns and rows exchanged.
  func transposed() -> InkMap {
    let plane = GrayPlane(width: width, height: height, bytes: pixels).transposed()
    return InkMap(width: plane.width, height: plane.height, pixels: plane.bytes)
  }
}
