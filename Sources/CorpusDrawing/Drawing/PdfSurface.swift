import CPangoCairo

/// A PDF that cairo writes into memory; to be used by one thread at a time.
struct PdfSurface: ~Copyable {
  /// What is drawn on: lent as long as this lives.
  let surface: OpaquePointer
  private let sink = Sink()

  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// A PDF whose first page is `width` × `height` points.
  init(width: Double, height: Double) throws {
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), width, height)
    guard let surface else { throw DrawingError.surface("no PDF surface") }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw DrawingError.surface("no PDF surface")
    }
    // The same drawing gives the same bytes: no clock in the file.
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, "2025-01-01T00:00:00Z")
    self.surface = surface
  }

  deinit { cairo_surface_destroy(surface) }

  /// Ends the page that is drawn on; the next has `size` points where that is given.
  func endPage(next size: (width: Double, height: Double)? = nil) {
    cairo_surface_show_page(surface)
    if let size { cairo_pdf_surface_set_size(surface, size.width, size.height) }
  }

  /// The bytes of the PDF, to which nothing can be added any more.
  consuming func finished() throws -> [UInt8] {
    cairo_surface_finish(surface)
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      throw DrawingError.encoding("PDF")
    }
    return sink.bytes
  }
}
