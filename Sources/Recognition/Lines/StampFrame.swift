internal import Documents

/// Judges the outline of a group of ink, which is a line or an arc on each side where a stamp has a
/// frame.
enum StampFrame {
  /// A smaller group has no sides to speak of, in pixels.
  private static let leastSide = 8
  /// So many pixels a point may lie beside the line or the ring.
  private static let slack = 1.5
  /// Of the points of a side so many lie on its line; print may hide one side.
  private static let leastOfSide = 0.4
  /// So many sides lie on lines in all.
  private static let leastOfSides = 1.8
  /// Of the points of all sides so many lie on the ring.
  private static let leastOfRing = 0.6
  /// The slopes at which boxes are set.
  private static let slopes = stride(from: -0.2, through: 0.2, by: 0.01)
  /// A ring is as high as wide, but for what stands beside it.
  private static let ringShape = 0.85...1.18

  /// Whether a ring or the sides of a box stand round the ink of `mask` (1 bit a pixel) in `box`.
  static func stands(round box: PixelBox, in mask: borrowing Picture) -> Bool {
    let (width, height) = (box.width, box.height)
    guard width >= leastSide, height >= leastSide else { return false }
    let ink = (0..<height).map { y in
      (0..<width).map { x in mask.value(x: box.x + x, y: box.y + y) != 0 }
    }
    // The first ink that is met from each side.
    let top = (0..<width).map { x in (0..<height / 2).first { ink[$0][x] } }
    let bottom = (0..<width).map { x in (height / 2..<height).last { ink[$0][x] } }
    let left = (0..<height).map { y in (0..<width / 2).first { ink[y][$0] } }
    let right = (0..<height).map { y in (width / 2..<width).last { ink[y][$0] } }
    let shares = [top, bottom, left, right].map(share(onLine:))
    if shares.count(where: { $0 >= leastOfSide }) >= 3, shares.reduce(0, +) >= leastOfSides {
      return true
    }
    guard ringShape.contains(Double(width) / Double(height)) else { return false }
    var points: [(x: Double, y: Double)] = []
    for side in [top, bottom] {
      for (x, y) in side.enumerated() { if let y { points.append((Double(x), Double(y))) } }
    }
    for side in [left, right] {
      for (y, x) in side.enumerated() { if let x { points.append((Double(x), Double(y))) } }
    }
    return share(onRing: points, width: Double(width), height: Double(height)) >= leastOfRing
  }

  /// The share of `side` that lies on the line that most of it lies on, 0 … 1.
  private static func share(onLine side: [Int?]) -> Double {
    var best = 0
    for slope in slopes {
      var counts: [Int: Int] = [:]
      for (place, depth) in side.enumerated() {
        guard let depth else { continue }
        let offset = Int((Double(depth) - slope * Double(place)).rounded())
        for near in offset - 1...offset + 1 { counts[near, default: 0] += 1 }
      }
      best = max(best, counts.values.max() ?? 0)
    }
    return Double(best) / Double(max(1, side.count))
  }

  /// The share of `points` that lies on a ring as wide as the group.
  private static func share(
    onRing points: [(x: Double, y: Double)], width: Double, height: Double
  ) -> Double {
    let size = max(width, height)
    var best = 0
    for radius in stride(from: 0.44 * size, through: 0.51 * size, by: 1) {
      for dx in stride(from: -0.06 * size, through: 0.06 * size, by: 2) {
        for dy in stride(from: -0.06 * size, through: 0.06 * size, by: 2) {
          let (x, y) = (width / 2 + dx, height / 2 + dy)
          let count = points.count { point in
            let (a, b) = (point.x - x, point.y - y)
            return abs((a * a + b * b).squareRoot() - radius) <= slack
          }
          best = max(best, count)
        }
      }
    }
    return Double(best) / Double(max(1, points.count))
  }
}
