import CPangoCairo
import Foundation

extension PageCanvas {
  /// Draws `body` with its origin at `place`, turned clockwise about it.
  package func placed(
    at place: Point, turned degrees: Double = 0, _ body: () throws -> Void
  ) rethrows {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, place.x, place.y)
    cairo_rotate(context, degrees * .pi / 180)
    try body()
  }

  /// Draws `body` larger by `factor`.
  package func scaled(by factor: Double, _ body: () throws -> Void) rethrows {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_scale(context, factor, factor)
    try body()
  }

  /// Draws `body` only inside a rectangle with round corners.
  package func clipped(
    width: Double, height: Double, corner: Double, _ body: () throws -> Void
  ) rethrows {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_new_path(context)
    cairo_arc(context, width - corner, corner, corner, -.pi / 2, 0)
    cairo_arc(context, width - corner, height - corner, corner, 0, .pi / 2)
    cairo_arc(context, corner, height - corner, corner, .pi / 2, .pi)
    cairo_arc(context, corner, corner, corner, .pi, 1.5 * .pi)
    cairo_close_path(context)
    cairo_clip(context)
    try body()
  }

  /// Fills a rectangle with colours that change along the line from `start` to `end`.
  package func gradient(
    x: Double, y: Double, width: Double, height: Double, from start: Point, to end: Point,
    inks: [Ink]
  ) {
    guard inks.count > 1,
      let pattern = cairo_pattern_create_linear(start.x, start.y, end.x, end.y)
    else { return }
    for (index, ink) in inks.enumerated() {
      cairo_pattern_add_color_stop_rgba(
        pattern, Double(index) / Double(inks.count - 1), ink.red, ink.green, ink.blue, ink.alpha)
    }
    cairo_set_source(context, pattern)
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
    cairo_pattern_destroy(pattern)
  }
}
