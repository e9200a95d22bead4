package import Documents

/// The convex outline of a set of points.
package struct ConvexHull: Hashable, Sendable {
  /// The corners, clockwise as seen on the picture.
  package let corners: [PixelPoint]

  /// Creates the hull of `points`.
  package init(of points: [PixelPoint]) {
    let sorted = points.sorted { $0.x != $1.x ? $0.x < $1.x : $0.y < $1.y }
    guard sorted.count > 2 else {
      corners = sorted
      return
    }
    func chain(_ points: some Sequence<PixelPoint>) -> [PixelPoint] {
      var result: [PixelPoint] = []
      for point in points {
        while result.count > 1,
          Self.turn(result[result.count - 2], result[result.count - 1], point) <= 0
        {
          result.removeLast()
        }
        result.append(point)
      }
      result.removeLast()
      return result
    }
    corners = chain(sorted) + chain(sorted.reversed())
  }

  /// The quadrilateral around the hull, made by lengthening sides over the corners between them
  /// while that adds least area; nil when the hull is no area or its sides do not meet.
  package func quadrilateral() -> Quadrilateral? {
    var corners = self.corners
    while corners.count > 4 {
      let count = corners.count
      var best: (index: Int, corner: PixelPoint, area: Double)?
      for index in 0..<count {
        // Take the side from `index` to the next corner away.
        let before = corners[(index + count - 1) % count]
        let start = corners[index]
        let end = corners[(index + 1) % count]
        let after = corners[(index + 2) % count]
        guard let corner = Self.meeting(before, start, after, end) else { continue }
        let added = abs(Self.turn(start, corner, end)) / 2
        if best.map({ added < $0.area }) ?? true { best = (index, corner, added) }
      }
      guard let best else { return nil }
      corners[best.index] = best.corner
      corners.remove(at: (best.index + 1) % count)
    }
    guard corners.count == 4 else { return nil }
    return Quadrilateral(corners: corners)
  }

  /// Where the ray from `a` through `b` meets the ray from `c` through `d` beyond b and d.
  private static func meeting(_ a: PixelPoint, _ b: PixelPoint, _ c: PixelPoint, _ d: PixelPoint)
    -> PixelPoint?
  {
    let (ux, uy) = (b.x - a.x, b.y - a.y)
    let (vx, vy) = (d.x - c.x, d.y - c.y)
    let cross = ux * vy - uy * vx
    guard abs(cross) > 1e-9 else { return nil }
    let t = ((c.x - a.x) * vy - (c.y - a.y) * vx) / cross
    let s = ((c.x - a.x) * uy - (c.y - a.y) * ux) / cross
    guard t >= 1, s >= 1 else { return nil }
    return PixelPoint(x: a.x + t * ux, y: a.y + t * uy)
  }

  private static func turn(_ a: PixelPoint, _ b: PixelPoint, _ c: PixelPoint) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}
