/// A point in pixels, fractions allowed; the centre of the top-left pixel is (0.5, 0.5).
public struct PixelPoint: Hashable, Codable, Sendable {
  /// Pixels from the left.
  public var x: Double
  /// Pixels from the top.
  public var y: Double

  /// Creates a point from its coordinates in pixels.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
