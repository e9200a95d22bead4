/// A page read as running text, as pages of letters are.
public struct SheetReading: Hashable, Codable, Sendable {
  /// The width that all boxes refer to, in pixels.
  public var width: Int
  /// The height that all boxes refer to, in pixels.
  public var height: Int
  /// Takes a point of the boxes to the upright page.
  public var toPage: Homography
  /// The lines of print from top to bottom.
  public var lines: [TextLine]
  /// The drawn lines of tables.
  public var rules: [PixelBox]
  /// Whether the words were read from the image or taken from the text layer.
  public var source: FieldSource
  /// Why that source was taken; nil where there was no choice.
  public var reason: String?
  /// Whether the boxes say where the words stand; plain text has an order alone.
  public var isPlaced: Bool

  /// Creates the reading of a page.
  public init(
    width: Int, height: Int, toPage: Homography = .identity, lines: [TextLine] = [],
    rules: [PixelBox] = [], source: FieldSource = .ocr, reason: String? = nil,
    isPlaced: Bool = true
  ) {
    self.width = width
    self.height = height
    self.toPage = toPage
    self.lines = lines
    self.rules = rules
    self.source = source
    self.reason = reason
    self.isPlaced = isPlaced
  }
}
