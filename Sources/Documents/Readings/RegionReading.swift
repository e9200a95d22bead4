/// Everything read from one region of a page: a whole sheet, or one card lying on it.
///
/// Extraction works on this value alone, so a recorded reading stands in for the image.
public struct RegionReading: Hashable, Codable, Sendable {
  /// What the region's outline looks like.
  public enum Shape: String, Codable, Sendable {
    /// An ID-1 card (85.6 × 53.98 mm), rectified to its outline.
    case card
    /// A sheet of paper, or the whole picture.
    case sheet
    /// A photograph of a head and shoulders, without print.
    case portrait
  }

  /// What the region's outline looks like.
  public var shape: Shape
  /// The width of the rectified region in pixels; all boxes below are in its pixels.
  public var width: Int
  /// The height of the rectified region in pixels.
  public var height: Int
  /// Takes a point of the region to the upright page.
  public var toPage: Homography
  /// The lines of print from top to bottom, those side by side from left to right.
  public var lines: [TextLine]
  /// The three lines of a machine-readable zone, read with its own alphabet; empty without one.
  public var machineReadableLines: [TextLine]
  /// The decoded codes.
  public var codes: [CodeReading]
  /// The ink that is not print.
  public var marks: [Mark]
  /// How well the region was captured.
  public var quality: CaptureQuality

  /// Creates a region reading.
  public init(
    shape: Shape, width: Int, height: Int, toPage: Homography = .identity,
    lines: [TextLine] = [], machineReadableLines: [TextLine] = [], codes: [CodeReading] = [],
    marks: [Mark] = [], quality: CaptureQuality = CaptureQuality()
  ) {
    self.shape = shape
    self.width = width
    self.height = height
    self.toPage = toPage
    self.lines = lines
    self.machineReadableLines = machineReadableLines
    self.codes = codes
    self.marks = marks
    self.quality = quality
  }
}
