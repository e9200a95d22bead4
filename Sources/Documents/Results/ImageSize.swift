/// The size and resolution of a page image, after it was turned upright.
public struct ImageSize: Hashable, Codable, Sendable {
  /// Width in pixels.
  public var width: Int
  /// Height in pixels.
  public var height: Int
  /// Dots per inch, stated by the file or estimated from the paper.
  public var dpi: Int

  /// Creates a size in pixels at a resolution in dots per inch.
  public init(width: Int, height: Int, dpi: Int) {
    self.width = width
    self.height = height
    self.dpi = dpi
  }
}
