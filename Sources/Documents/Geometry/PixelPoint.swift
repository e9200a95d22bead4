/// A point in pixels, fractions allowed; the centre of the top-left pixel is (0.5, 0.5).
public struct PixelPoint: Hashable, Codable, Sendable {
  public var x: Double
  public var y: Double

  /// Creates a point from its coordinates in pixels.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
