internal import CTesseract
internal import Documents
internal import Imaging

/// The black print of a region of a colour page, without ink of any colour: stamps, seals, pens.
struct BlackPrint {
  let region: PreparedRegion
  /// The upright page that the region belongs to.
  let page: PageImage

  /// The black inside `box` of the region, 8 bits a pixel; nil where the page is gray.
  ///
  /// Ink of a colour is as light in it as its strongest channel.
  func picture(in box: PixelBox) throws -> Picture? {
    guard page.isColour, !box.isEmpty else { return nil }
    let part = try region.colours(in: box, of: page)
    return try Picture(part.withPix { pixConvertRGBToGrayMinMax($0, Int32(L_CHOOSE_MAX)) })
  }
}
