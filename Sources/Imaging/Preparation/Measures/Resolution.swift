internal import Documents

/// What the size of a page in pixels says about its resolution.
enum Resolution {
  /// The resolution that the file states, when a scanner wrote it; 0 when it is none or only a
  /// camera's placeholder.
  static func stated(of page: PageImage) -> Double {
    guard page.dpi >= 100, page.dpi <= 2400 else { return 0 }
    let width = Double(page.width) / Double(page.dpi)
    let height = Double(page.height) / Double(page.dpi)
    // No flatbed holds more than A3.
    guard max(width, height) < 18, min(width, height) > 0.5 else { return 0 }
    return Double(page.dpi)
  }

  /// The resolution of a picture of a sheet whose file states none: that of A4.
  static func assumed(width: Double, height: Double) -> Double {
    let (long, short) = (max(width, height), min(width, height))
    let dpi = long / short > 1.25 ? long / 11.69 : short / 8.27
    return min(1200, max(50, dpi))
  }

  /// Whether the whole picture has the shape of a card, and its size where that is known.
  static func isCardFrame(_ page: PageImage) -> Bool {
    let (long, short) = (
      Double(max(page.width, page.height)), Double(min(page.width, page.height))
    )
    let aspect = long / short
    guard aspect > OutlineFinder.cardAspect * 0.95, aspect < OutlineFinder.cardAspect * 1.06,
      short >= 200
    else { return false }
    let dpi = stated(of: page)
    guard dpi > 0 else { return true }
    let millimetres = long / dpi * 25.4
    return millimetres > 60 && millimetres < 140
  }
}
