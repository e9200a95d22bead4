/// Ink that is not print: a tick box, strokes of a pen, the rules of a table.
public struct Mark: Hashable, Codable, Sendable {
  /// What the ink is.
  public enum Shape: String, Codable, Sendable {
    /// A printed square to be ticked.
    case tickBox
    /// Strokes that form no line of print: a signature or handwriting.
    case stroke
    /// A drawn line of a table, upright or lying.
    case rule
    /// A word whose letters stand too unevenly for print.
    case handwriting
    /// Ink as large as letters of which no word was read.
    case unread
  }

  /// What the ink is.
  public var shape: Shape
  /// Where it stands, in pixels of its region.
  public var box: PixelBox
  /// For a tick box the share of ink inside its border, 0 … 1; for strokes within their box.
  public var ink: Double

  /// Creates a mark.
  public init(shape: Shape, box: PixelBox, ink: Double) {
    self.shape = shape
    self.box = box
    self.ink = ink
  }
}
