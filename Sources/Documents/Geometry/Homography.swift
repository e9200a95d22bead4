/// A plane-to-plane projective mapping: nine coefficients, row by row.
///
/// A point (x, y) goes to ((a·x + b·y + c) / w, (d·x + e·y + f) / w) with w = g·x + h·y + i.
public struct Homography: Hashable, Codable, Sendable {
  /// The coefficients a … i, row by row.
  public var coefficients: [Double]

  /// The mapping that leaves every point where it is.
  public static let identity = Homography(coefficients: [1, 0, 0, 0, 1, 0, 0, 0, 1])

  /// Creates a mapping from nine coefficients, row by row.
  public init(coefficients: [Double]) {
    precondition(coefficients.count == 9, "a homography has nine coefficients")
    self.coefficients = coefficients
  }

  /// The mapping that takes the four corners `source` to the four corners `target`; nil when
  /// three of the corners stand on one line.
  public init?(from source: [PixelPoint], to target: [PixelPoint]) {
    precondition(source.count == 4 && target.count == 4, "a homography needs four corners")
    // Eight linear equations in a … h, with i = 1, solved by Gaussian elimination.
    var rows: [[Double]] = []
    for (from, to) in zip(source, target) {
      rows.append([from.x, from.y, 1, 0, 0, 0, -from.x * to.x, -from.y * to.x, to.x])
      rows.append([0, 0, 0, from.x, from.y, 1, -from.x * to.y, -from.y * to.y, to.y])
    }
    for column in 0..<8 {
      let pivot = (column..<8).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      guard abs(rows[pivot][column]) > 1e-9 else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<8 where row != column {
        let factor = rows[row][column] / rows[column][column]
        for k in column...8 { rows[row][k] -= factor * rows[column][k] }
      }
    }
    self.init(coefficients: (0..<8).map { rows[$0][8] / rows[$0][$0] } + [1])
  }

  /// Where `point` goes.
  public func map(_ point: PixelPoint) -> PixelPoint {
    let m = coefficients
    let w = m[6] * point.x + m[7] * point.y + m[8]
    return PixelPoint(
      x: (m[0] * point.x + m[1] * point.y + m[2]) / w,
      y: (m[3] * point.x + m[4] * point.y + m[5]) / w)
  }

  /// The smallest rectangle of whole pixels that holds the image of `box`.
  public func map(_ box: PixelBox) -> PixelBox {
    let corners = [
      PixelPoint(x: Double(box.x), y: Double(box.y)),
      PixelPoint(x: Double(box.maxX), y: Double(box.y)),
      PixelPoint(x: Double(box.maxX), y: Double(box.maxY)),
      PixelPoint(x: Double(box.x), y: Double(box.maxY)),
    ].map(map)
    let left = Int(corners.map(\.x).reduce(.infinity, min).rounded(.down))
    let top = Int(corners.map(\.y).reduce(.infinity, min).rounded(.down))
    let right = Int(corners.map(\.x).reduce(-.infinity, max).rounded(.up))
    let bottom = Int(corners.map(\.y).reduce(-.infinity, max).rounded(.up))
    return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The mapping that applies `self` first and then `next`.
  public func followed(by next: Homography) -> Homography {
    var product = [Double](repeating: 0, count: 9)
    for row in 0..<3 {
      for column in 0..<3 {
        for k in 0..<3 {
          product[row * 3 + column] +=
            next.coefficients[row * 3 + k] * coefficients[k * 3 + column]
        }
      }
    }
    return Homography(coefficients: product)
  }
}
