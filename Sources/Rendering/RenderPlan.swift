internal import CPoppler
internal import Documents
internal import Imaging

/// At what size a page is rendered: a scan at its own resolution, anything else at 300 dpi.
struct RenderPlan {
  /// The width in pixels.
  let width: Int
  /// The height in pixels.
  let height: Int
  /// Pixels per point (1/72 inch).
  let scale: Double
  /// The share of the page that images cover, 0 … 1.
  let imageShare: Double
  /// The resolution in dots per inch.
  var dpi: Int { Int((scale * 72).rounded()) }

  /// Plans `page` of a file whose images state `imageSizes`; nil when it has no size.
  init?(page: OpaquePointer, imageSizes: Set<EmbeddedImageSizes.ImageSize>, limits: IntakeLimits) {
    var points = (width: 0.0, height: 0.0)
    poppler_page_get_size(page, &points.width, &points.height)
    guard points.width.isFinite, points.height.isFinite, points.width >= 1, points.height >= 1
    else { return nil }
    var dpi = Self.drawnDPI
    let images = Self.images(of: page, width: points.width, height: points.height)
    let covered = images.reduce(0) { $0 + $1.width * $1.height }
    imageShare = min(1, covered / (points.width * points.height))
    if covered >= 0.8 * points.width * points.height {
      // Two suffice: scanners write one image, equal strips, or a background under a text layer.
      let largest = images.sorted { $0.width * $0.height > $1.width * $1.height }.prefix(2)
      let scanned = largest.compactMap { $0.resolution(on: page, imageSizes: imageSizes) }.max()
      if let scanned {
        // Below 150 dpi the image may be the background of print drawn sharply over it.
        let isBackground = scanned < 150 && Self.hasText(page)
        dpi = isBackground ? Self.drawnDPI : min(600, max(100, scanned))
      }
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

  /// Where `rectangle`, in points from the top left, stands in the rendering; empty for white space.
  func box(_ rectangle: PopplerRectangle, of scalar: Unicode.Scalar) -> PixelBox {
    let edges = [rectangle.x1, rectangle.y1, rectangle.x2, rectangle.y2].map { $0 * scale }
    guard !scalar.properties.isWhitespace, edges.allSatisfy({ abs($0) < 1e6 }) else {
      return PixelBox(x: 0, y: 0, width: 0, height: 0)
    }
    let left = Int(min(edges[0], edges[2]).rounded(.down))
    let top = Int(min(edges[1], edges[3]).rounded(.down))
    return PixelBox(
      x: left, y: top, width: Int(max(edges[0], edges[2]).rounded(.up)) - left,
      height: Int(max(edges[1], edges[3]).rounded(.up)) - top)
  }

  /// The resolution of pages that are drawn, not scanned.
  private static let drawnDPI = 300.0

  /// The images on a page of this size in points.
  private static func images(of page: OpaquePointer, width: Double, height: Double) -> [PlacedImage]
  {
    guard let list = poppler_page_get_image_mapping(page) else { return [] }
    defer { poppler_page_free_image_mapping(list) }
    var images: [PlacedImage] = []
    var next: UnsafeMutablePointer<GList>? = list
    while let node = next, images.count < 1000 {
      next = node.pointee.next
      guard let data = node.pointee.data else { continue }
      let mapping = data.assumingMemoryBound(to: PopplerImageMapping.self).pointee
      var image = PlacedImage(
        id: mapping.image_id, width: abs(mapping.area.x2 - mapping.area.x1),
        height: abs(mapping.area.y2 - mapping.area.y1))
      // Areas come rounded; an image as wide or high as its page is meant to fill it exactly.
      if abs(image.width - width) < 1 { image.width = width }
      if abs(image.height - height) < 1 { image.height = height }
      images.append(image)
    }
    return images
  }

  private static func hasText(_ page: OpaquePointer) -> Bool {
    guard let text = poppler_page_get_text(page) else { return false }
    defer { g_free(text) }
    return strlen(text) > 20
  }
}
