/// The light on a card's ground: a plane laid through the brightness of its bare parts.
struct LightField: Sendable {
  private let middle: Double
  private let across: Double
  private let down: Double
  private let centre: (x: Double, y: Double)

  /// How far from the plane a pixel may lie to be taken as ground.
  private static let tolerance = [40.0, 20.0, 12.0]

  /// Fits the field to `plane`, leaving out what is print or a picture.
  init(_ plane: GrayPlane) {
    let (width, height) = (plane.width, plane.height)
    let centre = (x: Double(width - 1) / 2, y: Double(height - 1) / 2)
    var (middle, across, down) = (Double(plane.percentile(0.6)), 0.0, 0.0)
    for tolerance in Self.tolerance {
      // About the middle the three unknowns hardly mix, so each is fitted alone.
      var (sum, sumX, sumY, xx, yy, count) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
      for y in 0..<height {
        for x in 0..<width {
          let (dx, dy) = (Double(x) - centre.x, Double(y) - centre.y)
          let rest = Double(plane.bytes[y * width + x]) - middle - across * dx - down * dy
          guard abs(rest) <= tolerance else { continue }
          sum += rest
          sumX += rest * dx
          sumY += rest * dy
          xx += dx * dx
          yy += dy * dy
          count += 1
        }
      }
      guard count > 0 else { break }
      middle += sum / count
      across += sumX / max(1, xx)
      down += sumY / max(1, yy)
    }
    (self.middle, self.across, self.down, self.centre) = (middle, across, down, centre)
  }

  /// The ground's brightness at a pixel.
  func level(_ x: Int, _ y: Int) -> Int {
    Int((middle + across * (Double(x) - centre.x) + down * (Double(y) - centre.y)).rounded())
  }
}
