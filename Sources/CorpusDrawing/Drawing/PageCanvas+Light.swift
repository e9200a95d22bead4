import CPangoCairo

extension PageCanvas {
  /// A spot of one colour that fades from `core` (a share of the radius) to nothing at its edge.
  package func glow(
    centre: Point, radiusX: Double, radiusY: Double, core: Double, ink: Ink,
    turned degrees: Double = 0
  ) {
    guard let pattern = cairo_pattern_create_radial(0, 0, 0, 0, 0, 1) else { return }
    defer { cairo_pattern_destroy(pattern) }
    for (offset, alpha) in [(0, ink.alpha), (core, ink.alpha), (1, 0)] {
      cairo_pattern_add_color_stop_rgba(
        pattern, offset, ink.red, ink.green, ink.blue, alpha)
    }
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, centre.x, centre.y)
    cairo_rotate(context, degrees * .pi / 180)
    cairo_scale(context, radiusX, radiusY)
    cairo_set_source(context, pattern)
    cairo_arc(context, 0, 0, 1, 0, 2 * .pi)
    cairo_fill(context)
  }

  /// A band of one colour across the page, `width` wide, that fades to both its sides.
  package func streak(
    through centre: Point, turned degrees: Double, width: Double, length: Double, ink: Ink
  ) {
    guard let pattern = cairo_pattern_create_linear(0, -width / 2, 0, width / 2) else { return }
    defer { cairo_pattern_destroy(pattern) }
    for (offset, share) in [(0.0, 0.0), (0.35, 1), (0.65, 1), (1, 0)] {
      cairo_pattern_add_color_stop_rgba(
        pattern, offset, ink.red, ink.green, ink.blue, ink.alpha * share)
    }
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, centre.x, centre.y)
    cairo_rotate(context, degrees * .pi / 180)
    cairo_set_source(context, pattern)
    cairo_rectangle(context, -length / 2, -width / 2, length, width)
    cairo_fill(context)
  }
}
