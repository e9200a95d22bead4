/// What the header of a page promises, read before its pixels are decoded.
package struct PageHeader: Hashable, Sendable {
  /// The width in pixels, before the orientation is applied.
  package var width: Int
  /// The height in pixels, before the orientation is applied.
  package var height: Int
  /// The resolution in dots per inch; 0 when the file states none that can be true.
  package var dpi: Int
  /// How the stored pixels must be turned.
  package var orientation: Orientation

  /// Creates a header; a resolution that no scanner or camera means is dropped.
  package init(width: Int, height: Int, dpi: Double = 0, orientation: Orientation = .upright) {
    self.width = width
    self.height = height
    self.dpi = Self.credible(dpi, side: max(width, height))
    self.orientation = orientation
  }

  /// `dpi` when it lies in 50 … 1200 and gives a sheet of 1 … 20 inches, else 0: cameras write a
  /// resolution that has nothing to do with the paper.
  private static func credible(_ dpi: Double, side: Int) -> Int {
    guard dpi >= 50, dpi <= 1200, (1...20).contains(Double(side) / dpi) else { return 0 }
    return Int(dpi.rounded())
  }
}
