/// How much a file may ask for before any of it is decoded.
package struct IntakeLimits: Hashable, Sendable {
  /// The largest file, in bytes.
  package var bytes: Int
  /// The most pages of one file.
  package var pages: Int
  /// The most pixels of one page, as its header states them.
  package var pixelsPerPage: Int
  /// A page of more pixels than this is reduced while it is decoded, to bound memory.
  package var workingPixels: Int

  /// 64 MB, 100 pages, 100 megapixels a page, of which 40 are kept.
  package static let standard = IntakeLimits()

  /// Creates limits; each has the value of `standard` unless given.
  package init(
    bytes: Int = 64 << 20, pages: Int = 100, pixelsPerPage: Int = 100_000_000,
    workingPixels: Int = 40_000_000
  ) {
    self.bytes = bytes
    self.pages = pages
    self.pixelsPerPage = pixelsPerPage
    self.workingPixels = workingPixels
  }

  /// Refuses a page whose header states more pixels than are allowed, or none.
  package func check(page: PageHeader) throws(Refusal) {
    guard page.width > 0, page.height > 0 else { throw .damaged }
    let (pixels, overflow) = page.width.multipliedReportingOverflow(by: page.height)
    guard !overflow, pixels <= pixelsPerPage, max(page.width, page.height) <= Leptonica.maximumSide
    else {
      throw .tooManyPixels(width: page.width, height: page.height, limit: pixelsPerPage)
    }
  }

  /// By what whole power of two, up to 8, a page is reduced so that it fits `workingPixels`.
  package func reduction(width: Int, height: Int) -> Int {
    var factor = 1
    while factor < 8, (width / factor) * (height / factor) > workingPixels { factor *= 2 }
    return factor
  }
}
