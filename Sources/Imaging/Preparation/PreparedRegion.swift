package import Documents

/// A part of a page ready to be read: a rectified card, or a levelled sheet.
package struct PreparedRegion: Sendable {
  /// What its outline looks like.
  package var shape: RegionReading.Shape
  /// The gray image for the engine: paper white, print dark, lines level, upright but for 180°.
  package var image: PageImage
  /// Takes a point of `image` to the upright page.
  package var toPage: Homography
  /// How well it was captured.
  package var quality: CaptureQuality
  /// The resolution of `image`, stated or estimated from the size of the card or sheet.
  package var dpi: Int
  /// Which inks are dark in `image`.
  package var rendition: Rendition

  /// Creates a region from what its properties say.
  package init(
    shape: RegionReading.Shape, image: PageImage, toPage: Homography,
    quality: CaptureQuality = CaptureQuality(), dpi: Int, rendition: Rendition = .allInk
  ) {
    self.shape = shape
    self.image = image
    self.toPage = toPage
    self.quality = quality
    self.dpi = dpi
    self.rendition = rendition
  }

  /// The region's image with another choice of dark inks, made anew from `page`, the upright page
  /// that the region belongs to.
  package func image(_ rendition: Rendition, of page: PageImage) throws(ImageError) -> PageImage {
    guard page.isColour, rendition != self.rendition else { return image }
    let plane = page.plane(rendition).warped(
      by: toPage, width: image.width, height: image.height)
    let flat = BackgroundFlattener(tile: BackgroundFlattener.tile(dpi: dpi)).flattened(plane)
    return try PageImage(
      grayBytes: flat.bytes, width: flat.width, height: flat.height, dpi: dpi)
  }

  /// The part of the region inside `box` in the page's own colours, enlarged by `scale`.
  ///
  /// It is rectified, but neither flattened nor sharpened: for codes, stamps and crops.
  package func colours(in box: PixelBox, of page: PageImage, scale: Double = 1)
    throws(ImageError) -> PageImage
  {
    let part = Homography(coefficients: [
      1 / scale, 0, Double(box.x), 0, 1 / scale, Double(box.y), 0, 0, 1,
    ])
    return try page.warped(
      by: part.followed(by: toPage), width: max(1, Int(Double(box.width) * scale)),
      height: max(1, Int(Double(box.height) * scale)), dpi: Int(Double(dpi) * scale))
  }

  /// The whole region in the page's own colours.
  package func colours(of page: PageImage) throws(ImageError) -> PageImage {
    try colours(
      in: PixelBox(x: 0, y: 0, width: image.width, height: image.height), of: page)
  }

  /// The region turned by 180° in itself; the page stays as it is.
  package func turnedAround() throws(ImageError) -> PreparedRegion {
    var result = self
    result.image = try image.turned(quarterTurns: 2)
    result.toPage = Homography.halfTurn(width: image.width, height: image.height)
      .followed(by: toPage)
    return result
  }
}

extension Homography {
  /// The mapping that turns a picture of the given size by 180°.
  static func halfTurn(width: Int, height: Int) -> Homography {
    Homography(coefficients: [-1, 0, Double(width), 0, -1, Double(height), 0, 0, 1])
  }
}
