/// A line of print on a page with a text layer, and what the layer says of it.
package struct StatedLine: Sendable {
  /// What the layer says where the line stands.
  package enum Statement: Sendable {
    /// What is printed.
    case same
    /// Nothing: the line is drawn as outlines or pixels.
    case nothing
    /// Each letter by this map; what the map lacks is as printed.
    case mapped([Unicode.Scalar: String])
  }

  /// What is printed.
  package var text: String
  /// The left end of its base line, in points from the upper left corner.
  package var x: Double
  /// The base line, in points from the upper left corner.
  package var y: Double
  /// The size of the type in points.
  package var size: Double
  /// The type.
  package var family: String
  /// Whether it is printed bold.
  package var isBold: Bool
  /// What the layer says.
  package var statement: Statement
  /// How far it is turned, in degrees.
  package var turn: Double = 0

  /// Creates a line.
  package init(
    _ text: String, x: Double, y: Double, size: Double, family: String, isBold: Bool = false,
    statement: Statement = .same
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.size = size
    self.family = family
    self.isBold = isBold
    self.statement = statement
  }
}
