/// Everything read from one page of a source.
public struct PageReading: Hashable, Codable, Sendable {
  /// The 1-based page.
  public var page: Int
  /// The upright page: every box in a result is in its pixels.
  public var image: ImageSize
  /// By how many degrees counter-clockwise the page stood turned in the file: 0, 90, 180 or 270.
  public var turned: Int
  /// The documents on the page, in reading order; empty for a blank page.
  public var regions: [RegionReading]
  /// The page as running text, where it is one of a letter.
  public var sheet: SheetReading?

  /// Creates a page reading.
  public init(
    page: Int, image: ImageSize, turned: Int, regions: [RegionReading], sheet: SheetReading? = nil
  ) {
    self.page = page
    self.image = image
    self.turned = turned
    self.regions = regions
    self.sheet = sheet
  }
}
