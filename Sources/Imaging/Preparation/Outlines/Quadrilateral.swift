package import Documents
internal import Glibc

/// Four corners, clockwise as seen on the picture, beginning at the one nearest the top left.
package struct Quadrilateral: Hashable, Sendable {
  /// The corners: top left, top right, bottom right, bottom left.
  package let corners: [PixelPoint]

  /// Creates a quadrilateral from its corners in any turning order and from any start.
  package init(corners: [PixelPoint]) {
    precondition(corners.count == 4, "a quadrilateral has four corners")
    var ordered = corners
    if Self.signedArea(ordered) < 0 { ordered.reverse() }
    let first = ordered.indices.min {
      ordered[$0].x + ordered[$0].y < ordered[$1].x + ordered[$1].y
    }
    let start = first ?? 0
    self.corners = (0..<4).map { ordered[($0 + start) % 4] }
  }

  /// Creates the rectangle of a whole picture.
  package init(width: Double, height: Double) {
    self.init(corners: [
      PixelPoint(x: 0, y: 0), PixelPoint(x: width, y: 0), PixelPoint(x: width, y: height),
      PixelPoint(x: 0, y: height),
    ])
  }

  /// The area in square pixels.
  package var area: Double { abs(Self.signedArea(corners)) }

  /// The lengths of the sides: top, right, bottom, left.
  package var sides: [Double] {
    (0..<4).map { Self.distance(corners[$0], corners[($0 + 1) % 4]) }
  }

  /// The mean of top and bottom.
  package var meanWidth: Double { (sides[0] + sides[2]) / 2 }
  /// The mean of left and right.
  package var meanHeight: Double { (sides[1] + sides[3]) / 2 }

  /// The longer side divided by the shorter one, each the mean of two opposite sides.
  package var aspect: Double {
    let (width, height) = (meanWidth, meanHeight)
    return max(width, height) / max(1e-6, min(width, height))
  }

  /// Whether it is convex, and each corner is within `tolerance` degrees of a right angle.
  package func isNearlyRectangular(tolerance: Double) -> Bool {
    for index in 0..<4 {
      let corner = corners[index]
      let next = corners[(index + 1) % 4]
      let last = corners[(index + 3) % 4]
      let (ax, ay) = (next.x - corner.x, next.y - corner.y)
      let (bx, by) = (last.x - corner.x, last.y - corner.y)
      let cross = ax * by - ay * bx
      let angle = atan2(cross, ax * bx + ay * by) * 180 / .pi
      if abs(angle - 90) > tolerance { return false }
    }
    return true
  }

  /// The corners multiplied by `factor`.
  package func scaled(by factor: Double) -> Quadrilateral {
    Quadrilateral(corners: corners.map { PixelPoint(x: $0.x * factor, y: $0.y * factor) })
  }

  /// Whether the point lies inside.
  package func contains(_ point: PixelPoint) -> Bool {
    for index in 0..<4 {
      let a = corners[index]
      let b = corners[(index + 1) % 4]
      if (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) < 0 { return false }
    }
    return true
  }

  /// The share of the smaller of the two that both cover, by sampling.
  package func overlap(with other: Quadrilateral) -> Double {
    let (small, large) = area < other.area ? (self, other) : (other, self)
    guard
      let grid = Homography(
        from: [
          PixelPoint(x: 0, y: 0), PixelPoint(x: 1, y: 0), PixelPoint(x: 1, y: 1),
          PixelPoint(x: 0, y: 1),
        ], to: small.corners)
    else { return 0 }
    var inside = 0
    for row in 0..<10 {
      for column in 0..<10 {
        let point = PixelPoint(x: (Double(column) + 0.5) / 10, y: (Double(row) + 0.5) / 10)
        if large.contains(grid.map(point)) { inside += 1 }
      }
    }
    return Double(inside) / 100
  }

  /// The largest distance between corners of the same place.
  package func largestCornerDistance(to other: Quadrilateral) -> Double {
    zip(corners, other.corners).map { Self.distance($0, $1) }.reduce(0, max)
  }

  static func distance(_ a: PixelPoint, _ b: PixelPoint) -> Double {
    hypot(a.x - b.x, a.y - b.y)
  }

  private static func signedArea(_ corners: [PixelPoint]) -> Double {
    var sum = 0.0
    for index in corners.indices {
      let a = corners[index]
      let b = corners[(index + 1) % corners.count]
      sum += a.x * b.y - b.x * a.y
    }
    return sum / 2
  }
}
