internal import CPoppler
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
  /// Guards the document and what is kept of its pages.
  private let lock = Mutex(KeptPages())

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
    try withPage(index) { page, plan, kept throws(Refusal) in
      do throws(ImageError) {
        if let drawing = kept.takeDrawing(of: index) { return try drawing.image(dpi: plan.dpi) }
        return try DrawnPage(page, plan).image(dpi: plan.dpi)
      } catch {
        throw .damaged(page: index)
      }
    }
  }

  /// Lends a page, with the plan of its rendering and what is kept of the pages, to `body`.
  func withPage<Result>(
    _ index: Int,
    _ body: (OpaquePointer, RenderPlan, inout KeptPages) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    try lock.withLock { kept throws(Refusal) in
      guard (0..<pageCount).contains(index),
        let page = poppler_document_get_page(document, Int32(index))
      else { throw .damaged(page: index) }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      guard
        let plan = kept.plans[index]
          ?? RenderPlan(page: page, imageSizes: imageSizes, limits: limits)
      else { throw .damaged(page: index) }
      kept.plans[index] = plan
      return try body(page, plan, &kept)
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
}
