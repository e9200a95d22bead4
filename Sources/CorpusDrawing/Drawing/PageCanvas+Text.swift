import CPangoCairo
import Foundation

/// The room that a text takes.
package struct TextExtent: Hashable, Sendable {
  /// Width of the longest line in millimetres.
  package var width: Double
  /// Number of lines.
  package var lines: Int
  /// Width of the last line in millimetres.
  package var lastLineWidth: Double
  /// Distance from the first base line to the last.
  package var depth: Double
}

extension PageCanvas {
  /// Writes `string` with its first base line at `place`, wrapped at `width`, and says its extent.
  ///
  /// A letter that the family does not have is an error: a label must never name what the page
  /// does not show.
  @discardableResult
  package func text(
    _ string: String, at place: Point, style: TextStyle, width: Double? = nil
  ) throws -> TextExtent {
    guard !string.isEmpty else {
      return TextExtent(width: 0, lines: 0, lastLineWidth: 0, depth: 0)
    }
    return try TypeFoundry.alone {
      try write(string, at: place, style: style, width: width)
    }
  }

  private func write(
    _ string: String, at place: Point, style: TextStyle, width: Double?
  ) throws -> TextExtent {
    let layout = try makeLayout(string, style: style, width: width)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    let extent = extent(of: layout, style: style)
    set(style.ink)
    for index in 0..<extent.lines {
      guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { continue }
      let lineWidth = self.width(of: line)
      var x = place.x
      switch style.alignment {
      case .left, .justified: break
      case .centre: x += ((width ?? 0) - lineWidth) / 2
      case .right: x += (width ?? 0) - lineWidth
      }
      cairo_move_to(context, x, place.y + Double(index) * style.size * style.leading)
      if drawsOutlines, !isRaster {
        pango_cairo_layout_line_path(context, line)
        cairo_fill(context)
      } else {
        pango_cairo_show_layout_line(context, line)
      }
      note(line, of: string, x: x, y: place.y + Double(index) * style.size * style.leading)
    }
    cairo_new_path(context)
    return extent
  }

  /// Notes what `line`, a line of `string`, says.
  private func note(
    _ line: UnsafeMutablePointer<PangoLayoutLine>, of string: String, x: Double, y: Double
  ) {
    let bytes = string.utf8.dropFirst(Int(line.pointee.start_index))
      .prefix(Int(line.pointee.length))
    note(String(decoding: bytes, as: UTF8.self), at: Point(x, y))
  }

  /// Notes in the transcript that `text` stands at `place`.
  func note(_ text: String, at place: Point) {
    guard let transcript = Transcript.current else { return }
    var (x, y) = (place.x, place.y)
    cairo_user_to_device(context, &x, &y)
    transcript.note(
      text.trimmingCharacters(in: .whitespaces), on: self, x: x / dpi * 25.4, y: y / dpi * 25.4)
  }

  /// Writes `string` centred on the vertical line at `x`, smaller where it is wider than `limit`.
  @discardableResult
  package func text(
    _ string: String, centredAt x: Double, baseline: Double, style: TextStyle,
    limit: Double = .infinity
  ) throws -> TextExtent {
    let style = try fitted(string, style: style, limit: limit)
    let extent = try measure(string, style: style)
    return try text(
      string, at: Point(x - extent.width / 2, baseline),
      style: style.with { $0.alignment = .left })
  }

  /// The style made so small that `string` is no wider than `limit`.
  package func fitted(
    _ string: String, style: TextStyle, limit: Double
  ) throws -> TextStyle {
    let width = try measure(string, style: style).width
    guard width > limit else { return style }
    return style.with { $0.size *= limit / width }
  }

  /// The room that `string` would take.
  package func measure(
    _ string: String, style: TextStyle, width: Double? = nil
  ) throws -> TextExtent {
    guard !string.isEmpty else {
      return TextExtent(width: 0, lines: 0, lastLineWidth: 0, depth: 0)
    }
    return try TypeFoundry.alone {
      let layout = try makeLayout(string, style: style, width: width)
      defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
      return extent(of: layout, style: style)
    }
  }

  /// The lines that `string` falls into at `width`, the first of them at `firstWidth`.
  package func wrap(
    _ string: String, style: TextStyle, firstWidth: Double, width: Double
  ) throws -> [String] {
    var lines: [String] = []
    var current = ""
    for word in string.split(separator: " ") {
      let longer = current.isEmpty ? String(word) : current + " " + word
      let room = lines.isEmpty ? firstWidth : width
      if try measure(longer, style: style).width <= room || (current.isEmpty && !lines.isEmpty) {
        current = longer
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }

  /// Writes `string` along a circle, beginning at `start` degrees (0 is up) and going clockwise;
  /// `isInside` turns the letters to stand along the lower half.
  package func text(
    _ string: String, onCircleAt centre: Point, radius: Double, start: Double, style: TextStyle,
    isInside: Bool = false
  ) throws {
    var angle = start * .pi / 180
    for character in string {
      let advance = try measure(String(character), style: style).width + style.letterSpacing
      let step = max(advance, style.size * 0.25) / radius * (isInside ? -1 : 1)
      let middle = angle + step / 2
      let place = Point(centre.x + sin(middle) * radius, centre.y - cos(middle) * radius)
      // Text around a circle is no line of print.
      try Transcript.$current.withValue(nil) {
        _ = try turned(degrees: middle * 180 / .pi + (isInside ? 180 : 0), about: place) {
          try text(String(character), centredAt: place.x, baseline: place.y, style: style)
        }
      }
      angle += step
    }
  }

  private func makeLayout(
    _ string: String, style: TextStyle, width: Double?
  ) throws -> OpaquePointer {
    guard let layout = TypeFoundry.layout(on: context) else {
      throw DrawingError.surface("no text layout")
    }
    let pango = pango_layout_get_context(layout)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(pango, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(pango, 0)

    let description = pango_font_description_new()
    pango_font_description_set_family(description, style.family)
    pango_font_description_set_weight(
      description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_style(
      description, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)

    let attributes = pango_attr_list_new()
    // Without this Pango takes a missing letter from another family in silence.
    pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
    if style.letterSpacing != 0 {
      pango_attr_list_insert(
        attributes,
        pango_attr_letter_spacing_new(Int32(style.letterSpacing * Double(PANGO_SCALE))))
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    pango_layout_set_text(layout, string, -1)
    if let width {
      pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
      if style.alignment == .justified { pango_layout_set_justify(layout, 1) }
    }
    let unknown = pango_layout_get_unknown_glyphs_count(layout)
    if unknown > 0 {
      g_object_unref(UnsafeMutableRawPointer(layout))
      throw DrawingError.missingGlyphs(family: style.family, count: Int(unknown))
    }
    return layout
  }

  private func extent(
    of layout: OpaquePointer, style: TextStyle
  ) -> TextExtent {
    let count = Int(pango_layout_get_line_count(layout))
    var widest = 0.0
    var last = 0.0
    for index in 0..<count {
      guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { continue }
      last = width(of: line)
      widest = max(widest, last)
    }
    return TextExtent(
      width: widest, lines: count, lastLineWidth: last,
      depth: Double(max(count - 1, 0)) * style.size * style.leading)
  }

  private func width(of line: UnsafeMutablePointer<PangoLayoutLine>) -> Double {
    var logical = PangoRectangle()
    pango_layout_line_get_extents(line, nil, &logical)
    return Double(logical.width) / Double(PANGO_SCALE)
  }
}
