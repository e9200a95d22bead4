package import Documents

/// The outline of a card or a sheet found in a picture.
package struct Outline: Hashable, Sendable {
  /// Whether it is a card's or a sheet's.
  package var shape: RegionReading.Shape
  /// The corners, in pixels of the picture.
  package var quadrilateral: Quadrilateral
  /// How well edges support it, 0 … 1.
  package var score: Double
  /// Whether it leaves the picture.
  package var isCutOff: Bool

  /// Whether so much is cut off that its proportions are lost.
  var isPart: Bool {
    isCutOff && abs(quadrilateral.aspect / OutlineFinder.cardAspect - 1) > 0.12
  }
}
