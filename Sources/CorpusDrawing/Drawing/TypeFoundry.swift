import CPangoCairo
import Foundation

/// The fonts that all canvases set text in.
///
/// Cairo 1.16 and Pango guard single fonts but not their making and unmaking, so one font map serves
/// every thread and text is set by one thread at a time.
enum TypeFoundry {
  private static let lock = NSRecursiveLock()
  nonisolated(unsafe) private static let fontMap = pango_cairo_font_map_new()

  /// Runs `body` while no other thread sets text.
  static func alone<Result>(_ body: () throws -> Result) rethrows -> Result {
    try lock.withLock(body)
  }

  /// The font map; to be used inside `alone` only.
  static var map: UnsafeMutablePointer<PangoFontMap>? { fontMap }

  /// A layout for text on `context`.
  static func layout(on context: OpaquePointer) -> OpaquePointer? {
    guard let fontMap, let own = pango_font_map_create_context(fontMap) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(own)) }
    pango_cairo_update_context(context, own)
    return pango_layout_new(own)
  }
}
