/// Measures of how well a region was captured.
public struct CaptureQuality: Hashable, Codable, Sendable {
  /// Estimated height of a lower-case letter, in pixels of the source; 0 when no text was found.
  public var textHeight: Double
  /// Sharpness of the strokes' edges, 0 (blurred away) … 1 (crisp).
  public var sharpness: Double
  /// Contrast between print and paper, 0 … 1.
  public var contrast: Double
  /// The share of the region that is burnt out by glare, 0 … 1.
  public var glare: Double
  /// Whether the region's outline leaves the picture.
  public var isCutOff: Bool

  /// Creates a set of measures.
  public init(
    textHeight: Double = 0, sharpness: Double = 1, contrast: Double = 1, glare: Double = 0,
    isCutOff: Bool = false
  ) {
    self.textHeight = textHeight
    self.sharpness = sharpness
    self.contrast = contrast
    self.glare = glare
    self.isCutOff = isCutOff
  }
}
