import Foundation

/// A place on a page (millimetres from the upper left) or in a picture (pixels).
package struct Point: Hashable, Sendable {
  /// To the right.
  package var x: Double
  /// Downwards.
  package var y: Double

  /// Creates a point.
  package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  /// The point `left` moved by `right`.
  package static func + (left: Point, right: Point) -> Point {
    Point(left.x + right.x, left.y + right.y)
  }

  /// The way from `right` to `left`.
  package static func - (left: Point, right: Point) -> Point {
    Point(left.x - right.x, left.y - right.y)
  }

  /// The point turned about `centre`, clockwise as seen on the page.
  package func turned(degrees: Double, about centre: Point) -> Point {
    let angle = degrees * .pi / 180
    let offset = self - centre
    return Point(
      centre.x + offset.x * cos(angle) - offset.y * sin(angle),
      centre.y + offset.x * sin(angle) + offset.y * cos(angle))
  }
}
