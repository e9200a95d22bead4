/// Running sums over a plane, for means over rectangles in constant time.
struct IntegralPlane: Sendable {
  private let width: Int
  private let height: Int
  private let sums: [UInt32]

  init(_ plane: GrayPlane) {
    width = plane.width
    height = plane.height
    let stride = width + 1
    var sums = [UInt32](repeating: 0, count: stride * (height + 1))
    sums.withUnsafeMutableBufferPointer { target in
      plane.bytes.withUnsafeBufferPointer { source in
        for y in 0..<plane.height {
          var row: UInt32 = 0
          for x in 0..<plane.width {
            row &+= UInt32(source[y &* plane.width &+ x])
            target[(y &+ 1) &* stride &+ x &+ 1] = target[y &* stride &+ x &+ 1] &+ row
          }
        }
      }
    }
    self.sums = sums
  }

  /// Calls `body` for each pixel with its index and the mean of the square of `2 * radius + 1`
  /// pixels around it, as far as the plane reaches.
  func forEachMean(radius: Int, _ body: (Int, Int) -> Void) {
    let stride = width + 1
    sums.withUnsafeBufferPointer { sums in
      for y in 0..<height {
        let top = max(0, y - radius) * stride
        let bottom = min(height, y + radius + 1)
        let rows = bottom - max(0, y - radius)
        for x in 0..<width {
          let left = max(0, x - radius)
          let right = min(width, x + radius + 1)
          // Sums may wrap around; differences of four are right all the same.
          let sum =
            sums[bottom &* stride &+ right] &- sums[bottom &* stride &+ left]
            &- sums[top &+ right] &+ sums[top &+ left]
          body(y &* width &+ x, Int(sum) / (rows &* (right &- left)))
        }
      }
    }
  }
}
