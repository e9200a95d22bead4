import CPangoCairo
import Foundation

/// A page under the pen: places and sizes are millimetres from the upper left corner.
///
/// A canvas owns its cairo surface and stays with the task that made it.
package final class PageCanvas {
  /// The width in millimetres.
  package let width: Double
  /// The height in millimetres.
  package let height: Double
  /// The resolution in dots per inch.
  package let dpi: Double
  /// Whether text is drawn as outlines, which are no text in the layer of a vector page: what stamps
  /// and pens leave on paper.
  var drawsOutlines = false
  let context: OpaquePointer
  private let surface: OpaquePointer

  /// A canvas of pixels filled with `paper`.
  package init(width: Double, height: Double, dpi: Double, paper: Ink = .white) throws {
    (self.width, self.height, self.dpi) = (width, height, dpi)
    let columns = Int32((width / 25.4 * dpi).rounded())
    let rows = Int32((height / 25.4 * dpi).rounded())
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface)
    else { throw DrawingError.surface("no memory for \(columns) × \(rows) pixels") }
    (self.surface, self.context) = (surface, context)
    cairo_scale(context, dpi / 25.4, dpi / 25.4)
    fill(paper)
  }

  /// A canvas on one page of a PDF surface, whose unit is the point.
  init(vector surface: OpaquePointer, width: Double, height: Double) throws {
    (self.width, self.height, dpi) = (width, height, 72)
    guard let context = cairo_create(surface) else { throw DrawingError.surface("no PDF page") }
    self.surface = cairo_surface_reference(surface)
    self.context = context
    cairo_scale(context, 72 / 25.4, 72 / 25.4)
  }

  deinit {
    TypeFoundry.alone {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
  }

  /// Whether the canvas holds pixels; a vector page has none to hand over.
  package var isRaster: Bool { cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE }

  /// The pixels drawn so far.
  package func raster() throws -> Raster {
    cairo_surface_flush(surface)
    guard isRaster, let data = cairo_image_surface_get_data(surface) else {
      throw DrawingError.surface("a vector page has no pixels")
    }
    let columns = Int(cairo_image_surface_get_width(surface))
    let rows = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    var raster = Raster(width: columns, height: rows, dpi: dpi)
    raster.withBytes { bytes in
      var target = 0
      for row in 0..<rows {
        var source = row * stride
        for _ in 0..<columns {
          bytes[target] = data[source + 2]
          bytes[target + 1] = data[source + 1]
          bytes[target + 2] = data[source]
          target += 3
          source += 4
        }
      }
    }
    return raster
  }

  // MARK: Shapes

  /// Covers the page with one colour.
  package func fill(_ ink: Ink) {
    set(ink)
    cairo_paint(context)
  }

  /// A straight line; `dash` gives the lengths of strokes and gaps.
  package func line(
    from start: Point, to end: Point, width: Double, ink: Ink, dash: [Double] = []
  ) {
    cairo_save(context)
    set(ink)
    cairo_set_line_width(context, width)
    if !dash.isEmpty { cairo_set_dash(context, dash, Int32(dash.count), 0) }
    cairo_move_to(context, start.x, start.y)
    cairo_line_to(context, end.x, end.y)
    cairo_stroke(context)
    cairo_restore(context)
  }

  /// A row of dots on the base line, as forms print to be written on.
  package func dottedLeader(
    from start: Double, to end: Double, baseline: Double, ink: Ink = .toner,
    spacing: Double = 0.95, dot: Double = 0.28
  ) {
    guard end > start else { return }
    set(ink)
    var x = start + dot / 2
    while x < end {
      cairo_new_sub_path(context)
      cairo_arc(context, x, baseline - dot / 2, dot / 2, 0, 2 * .pi)
      x += spacing
    }
    cairo_fill(context)
  }

  /// A rectangle, filled, outlined or both; with round corners where `corner` is above 0.
  package func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: Ink? = nil, stroke: Ink? = nil,
    line: Double = 0.2, corner: Double = 0
  ) {
    cairo_new_path(context)
    if corner > 0 {
      cairo_arc(context, x + width - corner, y + corner, corner, -.pi / 2, 0)
      cairo_arc(context, x + width - corner, y + height - corner, corner, 0, .pi / 2)
      cairo_arc(context, x + corner, y + height - corner, corner, .pi / 2, .pi)
      cairo_arc(context, x + corner, y + corner, corner, .pi, 1.5 * .pi)
      cairo_close_path(context)
    } else {
      cairo_rectangle(context, x, y, width, height)
    }
    finish(fill: fill, stroke: stroke, line: line)
  }

  /// An ellipse about `centre`.
  package func ellipse(
    centre: Point, radiusX: Double, radiusY: Double, fill: Ink? = nil, stroke: Ink? = nil,
    line: Double = 0.2
  ) {
    cairo_new_path(context)
    cairo_save(context)
    cairo_translate(context, centre.x, centre.y)
    cairo_scale(context, max(radiusX, 1e-3), max(radiusY, 1e-3))
    cairo_arc(context, 0, 0, 1, 0, 2 * .pi)
    cairo_restore(context)
    finish(fill: fill, stroke: stroke, line: line)
  }

  /// A closed or open chain of straight lines.
  package func polygon(
    _ points: [Point], isClosed: Bool = true, fill: Ink? = nil, stroke: Ink? = nil,
    line: Double = 0.2
  ) {
    guard let first = points.first else { return }
    cairo_new_path(context)
    cairo_move_to(context, first.x, first.y)
    for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    if isClosed { cairo_close_path(context) }
    finish(fill: fill, stroke: stroke, line: line)
  }

  /// A smooth pen stroke through `points`.
  package func stroke(through points: [Point], width: Double, ink: Ink) {
    guard points.count > 1 else { return }
    cairo_new_path(context)
    cairo_move_to(context, points[0].x, points[0].y)
    for index in 1..<points.count {
      let before = points[max(index - 2, 0)]
      let start = points[index - 1]
      let end = points[index]
      let after = points[min(index + 1, points.count - 1)]
      cairo_curve_to(
        context, start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6,
        end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6, end.x, end.y)
    }
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    finish(fill: nil, stroke: ink, line: width)
  }

  /// Hairlines through many points, drawn plainly: they are finer than their bends.
  package func hairlines(through lines: [[Point]], width: Double, ink: Ink) {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_BEVEL)
    for line in lines {
      cairo_new_path(context)
      for point in line { cairo_line_to(context, point.x, point.y) }
      finish(fill: nil, stroke: ink, line: width)
    }
  }

  /// Fills many rectangles of one colour at once.
  package func rectangles(
    _ boxes: [(x: Double, y: Double, width: Double, height: Double)], fill ink: Ink
  ) {
    cairo_new_path(context)
    for box in boxes { cairo_rectangle(context, box.x, box.y, box.width, box.height) }
    finish(fill: ink, stroke: nil, line: 0)
  }

  /// Draws `body` turned clockwise by `degrees` about `centre`.
  @discardableResult
  package func turned<Result>(
    degrees: Double, about centre: Point, _ body: () throws -> Result
  ) rethrows -> Result {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, centre.x, centre.y)
    cairo_rotate(context, degrees * .pi / 180)
    cairo_translate(context, -centre.x, -centre.y)
    return try body()
  }

  /// Draws `body` only inside a rectangle.
  package func clipped(
    x: Double, y: Double, width: Double, height: Double, _ body: () throws -> Void
  ) rethrows {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_rectangle(context, x, y, width, height)
    cairo_clip(context)
    try body()
  }

  func set(_ ink: Ink) {
    cairo_set_source_rgba(context, ink.red, ink.green, ink.blue, ink.alpha)
  }

  private func finish(fill: Ink?, stroke: Ink?, line: Double) {
    if let fill {
      set(fill)
      if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke {
      set(stroke)
      cairo_set_line_width(context, line)
      cairo_stroke(context)
    }
    cairo_new_path(context)
  }
}
