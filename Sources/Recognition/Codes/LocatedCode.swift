package import Documents

/// A decoded code with how it stands in its image.
package struct LocatedCode: Hashable, Sendable {
  /// What it says and where it stands.
  package var reading: CodeReading
  /// By how many degrees the code stands turned clockwise, -180 … 180; 0 when it is upright.
  package var orientation: Int
  /// Its corners in pixels: the code's own top left first, then clockwise as seen in the code.
  package var corners: [PixelPoint]

  /// Creates a located code.
  package init(reading: CodeReading, orientation: Int, corners: [PixelPoint]) {
    self.reading = reading
    self.orientation = orientation
    self.corners = corners
  }

  /// The quarter turns clockwise that bring the code, and so its document, nearest to upright.
  package var quarterTurnsToUpright: Int {
    let turns = Int((-Double(orientation) / 90).rounded())
    return ((turns % 4) + 4) % 4
  }
}
