import CPangoCairo
import Foundation

/// A PDF of drawn pages with text and lines instead of pixels.
package enum VectorPdf {
  /// The bytes of a PDF whose pages, `width` × `height` millimetres, are drawn by `pages`.
  package static func bytes(
    width: Double, height: Double, pages: [(PageCanvas) throws -> Void]
  ) throws -> [UInt8] {
    let sink = Sink()
    let points = (width * 72 / 25.4, height * 72 / 25.4)
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), points.0, points.1)
    guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      throw DrawingError.surface("no PDF surface")
    }
    // The same seed gives the same bytes: no clock in the file.
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, "2025-01-01T00:00:00Z")
    for draw in pages {
      let canvas = try PageCanvas(vector: surface, width: width, height: height)
      try draw(canvas)
      TypeFoundry.alone { cairo_surface_show_page(surface) }
    }
    let status = TypeFoundry.alone {
      cairo_surface_finish(surface)
      defer { cairo_surface_destroy(surface) }
      return cairo_surface_status(surface)
    }
    guard status == CAIRO_STATUS_SUCCESS else { throw DrawingError.encoding("PDF") }
    return sink.bytes
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }
}
