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

  /// The height of print of ordinary size, by the measure of `PageInk`, in inches.
  private static let ordinaryLetter = 26.0 / 300

  /// The resolution of a sheet of the given size in pixels, with letters of the given height in
  /// pixels (0 when there are none), in a file that states `stated` (0 when it is silent).
  static func ofSheet(width: Double, height: Double, stated: Double, letterHeight: Double)
    -> Double
  {
    let (long, short) = (max(width, height), min(width, height))
    let asA4 = long / short > 1.25 ? long / 11.69 : short / 8.27
    if stated > 0 {
      // A camera's number may be near the truth; the sheet's own size is nearer.
      return asA4 / stated > 0.85 && asA4 / stated < 1.15 ? asA4 : stated
    }
    let byPrint = letterHeight / ordinaryLetter
    // The print of a whole A4 page has an ordinary size; otherwise this is a part of a page.
    let isA4 = letterHeight == 0 || (byPrint / asA4 > 0.55 && byPrint / asA4 < 1.8)
    return min(1200, max(50, isA4 ? asA4 : byPrint))
  }
}
