internal import Documents

/// What the size of a page in pixels says about its resolution.
enum Resolution {
  /// The resolution that the file states, when a scanner wrote it; 0 when it is none or only a
  /// camera's placeholder.
  static func stated(of page: PageImage) -> Double {
    guard page.dpi >= 100, page.dpi <= 2400 else { return 0 }
    let width = Double(page.width) / Double(page.dpi)
    let height = Double(page.height) / Double(page.dpi)
    // Flatbeds and feeders take up to legal paper, or A3; what would be larger was photographed.
    let (long, short) = (max(width, height), min(width, height))
    let isLegal = long < 14.2 && short < 8.8
    let isA3 = abs(long - 16.54) < 0.5 && abs(short - 11.69) < 0.5
    guard isLegal || isA3, short > 0.5 else { return 0 }
    return Double(page.dpi)
  }

  /// The resolution of a picture of a sheet whose file states none: that of A4.
  static func assumed(width: Double, height: Double) -> Double {
    let (long, short) = (max(width, height), min(width, height))
    let dpi = long / short > 1.25 ? long / 11.69 : short / 8.27
    return min(1200, max(50, dpi))
  }
}
