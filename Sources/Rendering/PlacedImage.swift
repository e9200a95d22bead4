internal import CPoppler

/// An image on a page, with the size of its area in points.
struct PlacedImage {
  var id: Int32
  var width: Double
  var height: Double

  /// Its resolution in dots per inch; nil when it cannot be decoded.
  ///
  /// The library tells an image's size only by decoding it. That is spared when exactly one of
  /// the sizes that the file states has the area's proportions.
  func resolution(on page: OpaquePointer, imageSizes: Set<EmbeddedImageSizes.ImageSize>)
    -> Double?
  {
    guard width > 0, height > 0 else { return nil }
    let fitting = imageSizes.filter { size in
      let ratio = Double(size.width) / Double(size.height)
      return [width / height, height / width].contains { abs(ratio / $0 - 1) < 0.01 }
    }
    if fitting.count == 1, let size = fitting.first {
      return resolution(columns: size.width, rows: size.height)
    }
    guard let surface = poppler_page_get_image(page, id) else { return nil }
    defer { cairo_surface_destroy(surface) }
    return resolution(
      columns: Int(cairo_image_surface_get_width(surface)),
      rows: Int(cairo_image_surface_get_height(surface)))
  }

  private func resolution(columns: Int, rows: Int) -> Double? {
    guard columns > 0, rows > 0 else { return nil }
    // On a turned page the image lies across: its long side belongs to the long side of its area.
    let isAcross = (columns > rows) != (width > height)
    return Double(isAcross ? rows : columns) / width * 72
  }
}
