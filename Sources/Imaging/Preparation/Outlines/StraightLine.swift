internal import Documents

/// An endless straight line: the points with x · nx + y · ny = distance, (nx, ny) of length 1.
struct StraightLine: Hashable, Sendable {
  var nx: Double
  var ny: Double
  var distance: Double

  init(nx: Double, ny: Double, distance: Double) {
    self.nx = nx
    self.ny = ny
    self.distance = distance
  }

  /// The line through two points; nil when they are one.
  init?(_ a: PixelPoint, _ b: PixelPoint) {
    let length = Quadrilateral.distance(a, b)
    guard length > 1e-9 else { return nil }
    nx = -(b.y - a.y) / length
    ny = (b.x - a.x) / length
    distance = a.x * nx + a.y * ny
  }

  /// The line nearest to most of `points`: least squares, repeated without the far ones; nil with
  /// fewer than three.
  init?(fitting points: [PixelPoint]) {
    guard points.count >= 3 else { return nil }
    var weights = [Double](repeating: 1, count: points.count)
    var line: StraightLine?
    for _ in 0..<8 {
      let total = weights.reduce(0, +)
      guard total > 1 else { break }
      var (mx, my) = (0.0, 0.0)
      for (point, weight) in zip(points, weights) {
        mx += point.x * weight
        my += point.y * weight
      }
      mx /= total
      my /= total
      var (xx, xy, yy) = (0.0, 0.0, 0.0)
      for (point, weight) in zip(points, weights) {
        let (dx, dy) = (point.x - mx, point.y - my)
        xx += weight * dx * dx
        xy += weight * dx * dy
        yy += weight * dy * dy
      }
      // The normal is the direction of least spread.
      let half = (xx - yy) / 2
      let root = (half * half + xy * xy).squareRoot()
      let least = (xx + yy) / 2 - root
      var (nx, ny) = (xy, least - xx)
      if abs(nx) + abs(ny) < 1e-9 { (nx, ny) = xx < yy ? (1, 0) : (0, 1) }
      let length = (nx * nx + ny * ny).squareRoot()
      nx /= length
      ny /= length
      let fitted = StraightLine(nx: nx, ny: ny, distance: mx * nx + my * ny)
      line = fitted
      let errors = points.map { abs(fitted.offset(of: $0)) }
      let typical = max(0.35, errors.sorted()[errors.count / 2] * 1.5)
      weights = errors.map { error in
        let ratio = error / (typical * 2.5)
        return ratio < 1 ? (1 - ratio * ratio) * (1 - ratio * ratio) : 0
      }
    }
    guard let line else { return nil }
    self = line
  }

  /// How far the point lies from the line, on the side of the normal positive.
  func offset(of point: PixelPoint) -> Double { point.x * nx + point.y * ny - distance }

  /// Where two lines meet; nil when they are nearly parallel.
  func meeting(_ other: StraightLine) -> PixelPoint? {
    let cross = nx * other.ny - ny * other.nx
    guard abs(cross) > 0.05 else { return nil }
    return PixelPoint(
      x: (distance * other.ny - other.distance * ny) / cross,
      y: (nx * other.distance - other.nx * distance) / cross)
  }
}
