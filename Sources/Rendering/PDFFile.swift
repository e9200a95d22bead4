internal import CPoppler
internal import CTesseract
package import Imaging
internal import Synchronization

/// An opened PDF, rendered one page at a time.
///
/// A poppler document serves one thread at a time: the lock sees to it.
package final class PDFFile: @unchecked Sendable {
  /// How many pages it has; at least 1.
  package let pageCount: Int

  let document: OpaquePointer
  let imageSizes: Set<EmbeddedImageSizes.ImageSize>
  let limits: IntakeLimits
  /// Guards the document, and keeps the plans of pages: making one may decode an image.
  let lock = Mutex<[Int: RenderPlan]>([:])

  /// Opens `bytes`; throws a refusal when they are damaged, need a password or hold too many pages.
  package init(_ bytes: [UInt8], limits: IntakeLimits) throws(Refusal) {
    _ = PopplerLog.isSilent
    imageSizes = EmbeddedImageSizes.sizes(in: bytes)
    for size in imageSizes {
      try limits.check(page: PageHeader(width: size.width, height: size.height))
    }
    let document = try Self.open(bytes)
    let pages = Int(poppler_document_get_n_pages(document))
    do throws(Refusal) {
      guard pages <= limits.pages else { throw .tooManyPages(pages, limit: limits.pages) }
      guard pages > 0, Self.hasTrailer(bytes) else { throw .damaged }
    } catch {
      g_object_unref(UnsafeMutableRawPointer(document))
      throw error
    }
    self.document = document
    self.limits = limits
    pageCount = pages
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  /// Renders the page with this index, counted from 0, on white.
  package func page(_ index: Int) throws(Refusal) -> PageImage {
    try withPage(index) { page, plan throws(Refusal) in
      do throws(ImageError) {
        return try Self.render(page, plan)
      } catch {
        throw .damaged(page: index)
      }
    }
  }

  /// Lends a page, with the plan of its rendering, to `body`.
  func withPage<Result>(
    _ index: Int, _ body: (OpaquePointer, RenderPlan) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    try lock.withLock { plans throws(Refusal) in
      guard (0..<pageCount).contains(index),
        let page = poppler_document_get_page(document, Int32(index))
      else { throw .damaged(page: index) }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      guard
        let plan = plans[index]
          ?? RenderPlan(page: page, imageSizes: imageSizes, limits: limits)
      else { throw .damaged(page: index) }
      plans[index] = plan
      return try body(page, plan)
    }
  }

  private static func open(_ bytes: [UInt8]) throws(Refusal) -> OpaquePointer {
    let copy = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(copy) }
    var failure: UnsafeMutablePointer<GError>?
    let document = poppler_document_new_from_bytes(copy, nil, &failure)
    if let document { return document }
    let isEncrypted =
      failure.map {
        $0.pointee.domain == poppler_error_quark()
          && $0.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
      } ?? false
    g_error_free(failure)
    throw isEncrypted ? .encrypted : .damaged
  }

  /// Whether the file ends as a PDF does: the library repairs a file that was cut off, and what
  /// it lost would be missing without a word.
  private static func hasTrailer(_ bytes: [UInt8]) -> Bool {
    let wanted = Array("startxref".utf8)
    let tail = bytes.suffix(16 << 10)
    return tail.indices.contains { tail[$0...].starts(with: wanted) }
  }

  private static func render(_ page: OpaquePointer, _ plan: RenderPlan) throws(ImageError)
    -> PageImage
  {
    try PageImage.check(width: plan.width, height: plan.height)
    guard let pix = pixCreateNoInit(Int32(plan.width), Int32(plan.height), 32),
      let data = pixGetData(pix)
    else { throw .operationFailed("render", width: plan.width, height: plan.height) }
    guard draw(page, plan, into: data) else {
      Leptonica.free(pix)
      throw .operationFailed("render", width: plan.width, height: plan.height)
    }
    // Cairo keeps 0x00RRGGBB in a word, Leptonica 0xRRGGBB00.
    var isColoured = false
    for index in 0..<plan.width * plan.height {
      let word = data[index]
      isColoured = isColoured || Self.isColoured(word)
      data[index] = word << 8
    }
    guard !isColoured, let gray = pixGetRGBComponent(pix, Int32(COLOR_GREEN)) else {
      return try PageImage(owning: pix, dpi: plan.dpi)
    }
    Leptonica.free(pix)
    return try PageImage(owning: gray, dpi: plan.dpi)
  }

  /// Whether 0x00RRGGBB is visibly not gray.
  @inline(__always)
  private static func isColoured(_ word: UInt32) -> Bool {
    let red = Int32(word >> 16 & 255)
    let green = Int32(word >> 8 & 255)
    let blue = Int32(word & 255)
    return abs(red - green) > 8 || abs(green - blue) > 8
  }

  private static func draw(
    _ page: OpaquePointer, _ plan: RenderPlan, into data: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    let bytes = UnsafeMutableRawPointer(data).assumingMemoryBound(to: UInt8.self)
    let surface = cairo_image_surface_create_for_data(
      bytes, CAIRO_FORMAT_RGB24, Int32(plan.width), Int32(plan.height), Int32(plan.width * 4))
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, plan.scale, plan.scale)
    poppler_page_render(page, context)
    cairo_surface_flush(surface)
    return cairo_status(context) == CAIRO_STATUS_SUCCESS
  }
}
