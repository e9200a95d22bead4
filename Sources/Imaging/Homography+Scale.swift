internal import Documents

extension Homography {
  /// How many pixels of the source one pixel in the middle of a result covers, in length, where the
  /// mapping takes the result, of the given size, to the source.
  func scale(width: Int, height: Int) -> Double {
    let x = Double(width) / 2
    let y = Double(height) / 2
    let middle = map(PixelPoint(x: x, y: y))
    let right = map(PixelPoint(x: x + 1, y: y))
    let below = map(PixelPoint(x: x, y: y + 1))
    let area =
      (right.x - middle.x) * (below.y - middle.y) - (right.y - middle.y) * (below.x - middle.x)
    return area.magnitude.squareRoot()
  }
}
