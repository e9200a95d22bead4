/// A colour to draw with; components between 0 and 1.
package struct Ink: Hashable, Sendable {
  /// Red, 0 … 1.
  package var red: Double
  /// Green, 0 … 1.
  package var green: Double
  /// Blue, 0 … 1.
  package var blue: Double
  /// How much of it covers what lies below, 0 … 1.
  package var alpha: Double

  /// Creates an ink that covers, unless `alpha` says less.
  package init(_ red: Double, _ green: Double, _ blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// The colour 0xRRGGBB.
  package init(hex: UInt32, alpha: Double = 1) {
    self.init(
      Double(hex >> 16 & 255) / 255, Double(hex >> 8 & 255) / 255, Double(hex & 255) / 255,
      alpha: alpha)
  }

  /// The black of printing ink.
  package static let black = Ink(0, 0, 0)
  /// The white of paper.
  package static let white = Ink(1, 1, 1)
  /// The nearly black toner of office printers.
  package static let toner = Ink(0.08, 0.08, 0.09)
  /// The red of seals, through which print shows.
  package static let stampRed = Ink(0.80, 0.08, 0.12, alpha: 0.82)
  /// The blue of ballpoint pens.
  package static let penBlue = Ink(0.10, 0.15, 0.55)

  /// The same colour, more or less transparent.
  package func faded(to alpha: Double) -> Ink { Ink(red, green, blue, alpha: alpha) }
}
