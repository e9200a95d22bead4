import CPangoCairo

/// The type families that drawn documents may use.
package enum FontCatalogue {
  /// Families with all Vietnamese letters, for printed values and labels.
  package static let sans = [
    "Noto Sans", "Arimo", "FreeSans", "TeX Gyre Heros", "Roboto", "Open Sans", "Roboto Condensed",
    "TeX Gyre Heros Cn",
  ]
  /// Families with serifs that have every Vietnamese letter.
  package static let serif = [
    "Noto Serif", "Tinos", "FreeSerif", "TeX Gyre Termes", "TeX Gyre Pagella",
  ]
  /// Families of one width, as typewriters have.
  package static let typewriter = ["Cousine", "DejaVu Sans Mono", "FreeMono", "TeX Gyre Cursor"]

  /// Families that no corpus uses unless asked to, so that figures on them are honest.
  package static let heldOut = heldOutSans + ["DejaVu Serif"] + heldOutTypewriter

  /// Those of them that cards are set in.
  package static let heldOutSans = ["DejaVu Sans", "Inter", "Lato"]
  /// Those of them that stand for typewriters.
  package static let heldOutTypewriter = ["JetBrains Mono"]

  /// The machine-readable typeface of cards (Debian package fonts-ocr-b), or a plain monospace.
  package static func machineReadable() -> String { isInstalled("OCR B") ? "OCR B" : "Cousine" }

  /// Whether the family is installed.
  package static func isInstalled(_ family: String) -> Bool {
    TypeFoundry.alone { lists(family) }
  }

  private static func lists(_ family: String) -> Bool {
    guard let map = TypeFoundry.map else { return false }
    var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(map, &list, &count)
    defer { g_free(list) }
    for index in 0..<Int(count) {
      if let found = list?[index], let name = pango_font_family_get_name(found),
        String(cString: name) == family
      {
        return true
      }
    }
    return false
  }

  /// Throws unless the family is installed.
  package static func require(_ family: String) throws {
    guard isInstalled(family) else { throw DrawingError.missingFamily(family) }
  }
}
