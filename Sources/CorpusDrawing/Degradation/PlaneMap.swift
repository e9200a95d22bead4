import Foundation

/// A projective map of the plane, from places in a result back to places in its source.
package struct PlaneMap: Hashable, Sendable {
  private var rows: [Double]

  private init(rows: [Double]) { self.rows = rows }

  /// The map that undoes a clockwise rotation and scaling which takes `source` to `target`.
  package static func rotation(
    degrees: Double, scale: Double, from source: Point, to target: Point
  ) -> PlaneMap {
    let angle = -degrees * .pi / 180
    let (c, s) = (cos(angle) / scale, sin(angle) / scale)
    return PlaneMap(rows: [
      c, -s, source.x - c * target.x + s * target.y,
      s, c, source.y - s * target.x - c * target.y,
      0, 0, 1,
    ])
  }

  /// The map that takes four places of the result (clockwise from the upper left) to the corners
  /// of a source of the given size.
  package static func quadrilateral(
    _ corners: [Point], width: Double, height: Double
  ) -> PlaneMap? {
    let targets = [Point(0, 0), Point(width, 0), Point(width, height), Point(0, height)]
    guard corners.count == 4 else { return nil }
    var matrix: [[Double]] = []
    for (from, to) in zip(corners, targets) {
      matrix.append([from.x, from.y, 1, 0, 0, 0, -to.x * from.x, -to.x * from.y, to.x])
      matrix.append([0, 0, 0, from.x, from.y, 1, -to.y * from.x, -to.y * from.y, to.y])
    }
    for pivot in 0..<8 {
      let best = (pivot..<8).max { abs(matrix[$0][pivot]) < abs(matrix[$1][pivot]) } ?? pivot
      matrix.swapAt(pivot, best)
      guard abs(matrix[pivot][pivot]) > 1e-12 else { return nil }
      for row in 0..<8 where row != pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<9 { matrix[row][column] -= factor * matrix[pivot][column] }
      }
    }
    return PlaneMap(rows: (0..<8).map { matrix[$0][8] / matrix[$0][$0] } + [1])
  }

  /// Where in the source the place of the result lies.
  package func source(ofX x: Double, y: Double) -> (x: Double, y: Double) {
    rows.withUnsafeBufferPointer { m in
      let w = m[6] * x + m[7] * y + m[8]
      return ((m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w)
    }
  }

  /// The rows and columns of a result of size `limits` that can show a source of the given size.
  package func frame(
    ofWidth width: Double, height: Double, within limits: (Int, Int)
  ) -> (columns: Range<Int>, rows: Range<Int>) {
    let corners = [(0, 0), (width, 0), (width, height), (0, height)].map { place(of: $0, $1) }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    func range(_ values: [Double], _ limit: Int) -> Range<Int> {
      let low = min(max((values.min() ?? 0).rounded(.down) - 1, 0), Double(limit))
      let high = min(max((values.max() ?? 0).rounded(.up) + 1, 0), Double(limit))
      return Int(low)..<max(Int(high), Int(low))
    }
    return (range(xs, limits.0), range(ys, limits.1))
  }

  /// Where in the result a place of the source lies.
  package func place(of x: Double, _ y: Double) -> Point {
    let m = rows
    let turned = [
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
    ]
    let w = turned[6] * x + turned[7] * y + turned[8]
    return Point(
      (turned[0] * x + turned[1] * y + turned[2]) / w,
      (turned[3] * x + turned[4] * y + turned[5]) / w)
  }
}
