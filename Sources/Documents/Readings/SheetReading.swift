/// A page read as running text, as pages of letters are.
public struct SheetReading: Hashable, Codable, Sendable {
  /// The width that all boxes refer to, in pixels.
  public var width: Int
  /// The height that all boxes refer to, in pixels.
  public var height: Int
  /// Takes a point of the boxes to the upright page.
  public var toPage: Homography
  /// The lines of print: those that the text layer states, then those read from the image, from top
  /// to bottom.
  public var lines: [TextLine]
  /// How many of the lines the text layer states.
  public var statedLines: Int
  /// The drawn lines of tables.
  public var rules: [PixelBox]
  /// Whether the boxes say where the words stand; plain text has an order alone.
  public var isPlaced: Bool
  /// What was decided about the text layer; nil where there can be none.
  public var layer: LayerNote?

  /// Creates the reading of a page.
  public init(
    width: Int, height: Int, toPage: Homography = .identity, lines: [TextLine] = [],
    statedLines: Int = 0, rules: [PixelBox] = [], isPlaced: Bool = true, layer: LayerNote? = nil
  ) {
    self.width = width
    self.height = height
    self.toPage = toPage
    self.lines = lines
    self.statedLines = statedLines
    self.rules = rules
    self.isPlaced = isPlaced
    self.layer = layer
  }

  /// Where the words come from, when all lines do; the engine where only some do.
  public var source: FieldSource {
    statedLines > 0 && statedLines == lines.count ? .textLayer : .ocr
  }
}

extension SheetReading {
  private enum CodingKeys: String, CodingKey {
    case width, height, toPage, lines, statedLines, rules, isPlaced, layer
  }

  /// Decodes a reading; one recorded before text layers were used states no line.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      width: try values.decode(Int.self, forKey: .width),
      height: try values.decode(Int.self, forKey: .height),
      toPage: try values.decode(Homography.self, forKey: .toPage),
      lines: try values.decode([TextLine].self, forKey: .lines),
      statedLines: try values.decodeIfPresent(Int.self, forKey: .statedLines) ?? 0,
      rules: try values.decode([PixelBox].self, forKey: .rules),
      isPlaced: try values.decode(Bool.self, forKey: .isPlaced),
      layer: try values.decodeIfPresent(LayerNote.self, forKey: .layer))
  }
}
