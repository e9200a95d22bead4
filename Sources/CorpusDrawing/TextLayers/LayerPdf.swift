import CPangoCairo
import Foundation

/// A page of a PDF with a text layer that may lie.
package struct LayerPdf: Sendable {
  /// The width in points.
  package var width = 595.0
  /// The height in points.
  package var height = 842.0
  /// What is printed, with what the layer says of it.
  package var lines: [StatedLine] = []
  /// What lies beneath the picture of a scan: text that nobody sees.
  package var hidden: [StatedLine] = []
  /// Rules, from point to point.
  package var rules: [(Point, Point)] = []
  /// The resolution of the scan, in dots per inch; nil for a page that is drawn.
  package var scan: Double?
  /// The part of the page, from the top, that is a picture, 0 … 1; with `scan` only.
  package var scannedFrom = 0.0
  /// The seed of the scan's noise.
  package var seed: UInt64 = 0

  /// A page without anything.
  package init() {}

  /// The bytes of the PDF.
  package func bytes() throws -> [UInt8] { try Self.bytes(of: [self]) }

  /// The bytes of a PDF of `pages`, of which there must be one at least.
  package static func bytes(of pages: [LayerPdf]) throws -> [UInt8] {
    try TypeFoundry.alone {
      let pdf = try PdfSurface(width: pages[0].width, height: pages[0].height)
      for (index, page) in pages.enumerated() {
        try page.draw(on: pdf.surface)
        let next = index + 1 < pages.count ? pages[index + 1] : page
        pdf.endPage(next: (next.width, next.height))
      }
      return try pdf.finished()
    }
  }

  /// The page as a picture, as a camera or a scanner sees what is printed.
  package func raster(dpi: Double) throws -> Raster {
    try TypeFoundry.alone {
      let picture = try picture(dpi: dpi)
      defer { cairo_surface_destroy(picture) }
      let (columns, rows) = (
        Int(cairo_image_surface_get_width(picture)), Int(cairo_image_surface_get_height(picture))
      )
      let stride = Int(cairo_image_surface_get_stride(picture))
      var raster = Raster(width: columns, height: rows, dpi: dpi)
      guard let data = cairo_image_surface_get_data(picture) else { return raster }
      raster.withBytes { bytes in
        for row in 0..<rows {
          for column in 0..<columns {
            for channel in 0..<3 {
              // Cairo keeps blue first.
              bytes[(row * columns + column) * 3 + channel] =
                data[row * stride + 4 * column + 2 - channel]
            }
          }
        }
      }
      return raster
    }
  }

  private func draw(on surface: OpaquePointer) throws {
    guard let context = cairo_create(surface) else { throw DrawingError.surface("no PDF page") }
    defer { cairo_destroy(context) }
    for line in hidden { show(line, on: context) }
    if let scan {
      let picture = try picture(dpi: scan)
      defer { cairo_surface_destroy(picture) }
      cairo_save(context)
      cairo_translate(context, 0, scannedFrom * height)
      cairo_scale(context, 72 / scan, 72 / scan)
      cairo_set_source_surface(context, picture, 0, -scannedFrom * height * scan / 72)
      cairo_rectangle(context, 0, 0, width * scan / 72, (1 - scannedFrom) * height * scan / 72)
      cairo_fill(context)
      cairo_restore(context)
    }
    if scan == nil || scannedFrom > 0 {
      draw(context) { scan == nil || $0.y < scannedFrom * height }
    }
  }

  private func draw(_ context: OpaquePointer, where isDrawn: (StatedLine) -> Bool) {
    cairo_set_source_rgb(context, 0, 0, 0)
    for line in lines where isDrawn(line) {
      if case .nothing = line.statement {
        outline(line, on: context)
      } else {
        show(line, on: context)
      }
    }
    cairo_set_line_width(context, 0.6)
    for (start, end) in rules {
      cairo_move_to(context, start.x, start.y)
      cairo_line_to(context, end.x, end.y)
      cairo_stroke(context)
    }
  }

  /// The page as a scanner sees it: gray, with noise; the caller destroys it.
  private func picture(dpi: Double) throws -> OpaquePointer {
    let columns = Int32((width / 72 * dpi).rounded())
    let rows = Int32((height / 72 * dpi).rounded())
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows),
      let context = cairo_create(surface)
    else { throw DrawingError.surface("no memory for \(columns) × \(rows) pixels") }
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, dpi / 72, dpi / 72)
    draw(context) { _ in true }
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return surface }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var random = SplitMix64(seed: seed, purpose: "scan")
    let strength = random.between(2, 22)
    for row in 0..<Int(rows) {
      for column in 0..<Int(columns) {
        let place = row * stride + 4 * column
        let noise = Double(random.next() & 0xFF) / 255 - 0.5
        let gray = UInt8(max(0, min(250, Double(data[place]) + noise * strength)))
        for channel in 0..<3 { data[place + channel] = gray }
      }
    }
    cairo_surface_mark_dirty(surface)
    return surface
  }

  // MARK: Lines

  private func select(_ line: StatedLine, on context: OpaquePointer) {
    cairo_select_font_face(
      context, line.family, CAIRO_FONT_SLANT_NORMAL,
      line.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo_set_font_size(context, line.size)
    cairo_translate(context, line.x, line.y)
    cairo_rotate(context, line.turn * .pi / 180)
  }

  private func outline(_ line: StatedLine, on context: OpaquePointer) {
    cairo_save(context)
    select(line, on: context)
    cairo_move_to(context, 0, 0)
    cairo_text_path(context, line.text)
    cairo_fill(context)
    cairo_restore(context)
  }

  /// Shows the glyphs of what is printed with the text of what is stated.
  private func show(_ line: StatedLine, on context: OpaquePointer) {
    cairo_save(context)
    defer { cairo_restore(context) }
    select(line, on: context)
    var map: [Unicode.Scalar: String] = [:]
    if case .mapped(let other) = line.statement { map = other }
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var clusters: UnsafeMutablePointer<cairo_text_cluster_t>?
    var (glyphCount, clusterCount): (Int32, Int32) = (0, 0)
    var flags = cairo_text_cluster_flags_t(rawValue: 0)
    let text = Array(line.text.utf8)
    let status = text.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        cairo_scaled_font_text_to_glyphs(
          cairo_get_scaled_font(context), 0, 0, bytes.baseAddress, Int32(bytes.count), &glyphs,
          &glyphCount, &clusters, &clusterCount, &flags)
      }
    }
    defer {
      cairo_glyph_free(glyphs)
      cairo_text_cluster_free(clusters)
    }
    guard status == CAIRO_STATUS_SUCCESS, let clusters else { return }
    var stated: [UInt8] = []
    var place = 0
    for index in 0..<Int(clusterCount) {
      let length = Int(clusters[index].num_bytes)
      let source = String(decoding: text[place..<min(text.count, place + length)], as: UTF8.self)
      place += length
      let words = source.unicodeScalars.map { map[$0] ?? String($0) }.joined()
      clusters[index].num_bytes = Int32(words.utf8.count)
      stated += Array(words.utf8)
    }
    stated.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        cairo_show_text_glyphs(
          context, bytes.baseAddress, Int32(bytes.count), glyphs, glyphCount, clusters,
          clusterCount, flags)
      }
    }
  }

  /// The width of `text` in points.
  static func width(of text: String, size: Double, family: String, isBold: Bool) -> Double {
    TypeFoundry.alone {
      guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1),
        let context = cairo_create(surface)
      else { return 0 }
      defer {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
      }
      cairo_select_font_face(
        context, family, CAIRO_FONT_SLANT_NORMAL,
        isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
      cairo_set_font_size(context, size)
      var extents = cairo_text_extents_t()
      cairo_text_extents(context, text, &extents)
      return extents.x_advance
    }
  }
}
