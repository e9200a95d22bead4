internal import CPoppler
internal import Imaging

/// At what size a page is rendered: a scan at its own resolution, anything else at 300 dpi.
struct RenderPlan {
  /// The width in pixels.
  let width: Int
  /// The height in pixels.
  let height: Int
  /// Pixels per point (1/72 inch).
  let scale: Double
  /// The resolution in dots per inch.
  var dpi: Int { Int((scale * 72).rounded()) }

  /// Plans `page`; nil when its size is not one.
  init?(page: OpaquePointer, limits: IntakeLimits) {
    var points = (width: 0.0, height: 0.0)
    poppler_page_get_size(page, &points.width, &points.height)
    guard points.width.isFinite, points.height.isFinite, points.width >= 1, points.height >= 1
    else { return nil }
    var dpi = Self.drawnDPI
    if let scanned = Self.scanDPI(of: page, area: points.width * points.height) {
      // Below 150 dpi the image may be the background of print that is drawn sharply over it.
      let isBackground = scanned < 150 && Self.hasText(page)
      dpi = isBackground ? Self.drawnDPI : min(600, max(100, scanned))
    }
    let side = max(points.width, points.height)
    let bound = Double(min(limits.workingPixels, limits.pixelsPerPage))
    let scale = min(
      dpi / 72, (bound / (points.width * points.height)).squareRoot(),
      Double(Leptonica.maximumSide) / side)
    self.scale = scale
    width = max(1, Int((points.width * scale).rounded()))
    height = max(1, Int((points.height * scale).rounded()))
  }

  /// The resolution of pages that are drawn, not scanned.
  private static let drawnDPI = 300.0

  /// The highest resolution among the images of a page that is covered by images; nil otherwise.
  private static func scanDPI(of page: OpaquePointer, area: Double) -> Double? {
    guard let list = poppler_page_get_image_mapping(page) else { return nil }
    defer { poppler_page_free_image_mapping(list) }
    var images: [(id: Int32, width: Double, height: Double)] = []
    var next: UnsafeMutablePointer<GList>? = list
    while let node = next, images.count < 1000 {
      next = node.pointee.next
      guard let data = node.pointee.data else { continue }
      let mapping = data.assumingMemoryBound(to: PopplerImageMapping.self).pointee
      images.append(
        (
          mapping.image_id, abs(mapping.area.x2 - mapping.area.x1),
          abs(mapping.area.y2 - mapping.area.y1)
        ))
    }
    let covered = images.reduce(0) { $0 + $1.width * $1.height }
    guard covered >= 0.8 * area else { return nil }
    // Two suffice: scanners write one image, equal strips, or a background under a layer of text.
    let largest = images.sorted { $0.width * $0.height > $1.width * $1.height }.prefix(2)
    return largest.compactMap {
      resolution(of: $0.id, on: page, width: $0.width, height: $0.height)
    }
    .max()
  }

  private static func resolution(
    of image: Int32, on page: OpaquePointer, width: Double, height: Double
  ) -> Double? {
    guard width > 0, height > 0, let surface = poppler_page_get_image(page, image) else {
      return nil
    }
    defer { cairo_surface_destroy(surface) }
    let columns = Double(cairo_image_surface_get_width(surface))
    let rows = Double(cairo_image_surface_get_height(surface))
    guard columns > 0, rows > 0 else { return nil }
    // On a turned page the image lies across: its long side belongs to the long side of its area.
    let isAcross = (columns > rows) != (width > height)
    return (isAcross ? rows : columns) / width * 72
  }

  private static func hasText(_ page: OpaquePointer) -> Bool {
    guard let text = poppler_page_get_text(page) else { return false }
    defer { g_free(text) }
    return strlen(text) > 20
  }
}
