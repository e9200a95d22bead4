/// Measures of how well a region was captured, taken before its light was evened out.
///
/// The defaults are those of a flawless capture.
public struct CaptureQuality: Hashable, Sendable {
  /// Estimated height of a lower-case letter, in pixels of the source; 0 when no text was found.
  public var textHeight: Double
  /// Sharpness of the strokes' edges, 0 (blurred away) … 1 (crisp).
  public var sharpness: Double
  /// The width of the strokes' edges in pixels of the source; 0 when no text was found.
  public var edgeWidth: Double
  /// Contrast between print and paper, 0 … 1.
  public var contrast: Double
  /// The brightness of the paper, 0 (black) … 1 (white).
  public var brightness: Double
  /// The share of the region that is burnt out by glare, 0 … 1.
  public var glare: Double
  /// Where it is burnt out, in pixels of the region.
  public var burntAreas: [PixelBox]
  /// What lies over the region and hides a part of it, in pixels of the region.
  public var hiddenAreas: [PixelBox]
  /// How far the most colourful parts differ from the colour of the paper, 0 (gray) … 1.
  public var colour: Double
  /// The share of the region that is neither as bright as paper nor as dark as print, 0 … 1.
  public var midtones: Double
  /// By how many times the strongest regular pattern of fine lines stands out from the picture's
  /// other detail, on a logarithmic scale; 0 when none does or when it was not measured.
  public var screenPattern: Double
  /// Whether the region's outline leaves the picture.
  public var isCutOff: Bool

  /// Creates a set of measures.
  public init(
    textHeight: Double = 0, sharpness: Double = 1, edgeWidth: Double = 0, contrast: Double = 1,
    brightness: Double = 1, glare: Double = 0, burntAreas: [PixelBox] = [],
    hiddenAreas: [PixelBox] = [], colour: Double = 1, midtones: Double = 1,
    screenPattern: Double = 0, isCutOff: Bool = false
  ) {
    self.textHeight = textHeight
    self.sharpness = sharpness
    self.edgeWidth = edgeWidth
    self.contrast = contrast
    self.brightness = brightness
    self.glare = glare
    self.burntAreas = burntAreas
    self.hiddenAreas = hiddenAreas
    self.colour = colour
    self.midtones = midtones
    self.screenPattern = screenPattern
    self.isCutOff = isCutOff
  }
}

/// Readings recorded before a measure existed count as flawless in it.
extension CaptureQuality: Codable {
  private enum CodingKeys: String, CodingKey {
    case textHeight, sharpness, edgeWidth, contrast, brightness, glare, burntAreas, hiddenAreas
    case colour, midtones, screenPattern, isCutOff
  }

  /// Decodes the measures that are there.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys, _ usual: Double) throws -> Double {
      try values.decodeIfPresent(Double.self, forKey: key) ?? usual
    }
    func areas(_ key: CodingKeys) throws -> [PixelBox] {
      try values.decodeIfPresent([PixelBox].self, forKey: key) ?? []
    }
    self.init(
      textHeight: try number(.textHeight, 0), sharpness: try number(.sharpness, 1),
      edgeWidth: try number(.edgeWidth, 0), contrast: try number(.contrast, 1),
      brightness: try number(.brightness, 1), glare: try number(.glare, 0),
      burntAreas: try areas(.burntAreas), hiddenAreas: try areas(.hiddenAreas),
      colour: try number(.colour, 1), midtones: try number(.midtones, 1),
      screenPattern: try number(.screenPattern, 0),
      isCutOff: try values.decodeIfPresent(Bool.self, forKey: .isCutOff) ?? false)
  }
}
