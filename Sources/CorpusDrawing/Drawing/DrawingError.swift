/// Why a page could not be drawn.
package enum DrawingError: Error, Equatable, CustomStringConvertible {
  case surface(String)
  case missingFamily(String)
  case missingGlyphs(family: String, count: Int)
  case encoding(String)
  case missingData(String)

  /// What failed, on what.
  package var description: String {
    switch self {
    case .surface(let what): "cannot draw: \(what)"
    case .missingFamily(let family):
      "no font family '\(family)'; install it, or name others with --fonts"
    case .missingGlyphs(let family, let count):
      "the font family '\(family)' lacks \(count) letters of a text; choose another with --fonts"
    case .encoding(let format): "cannot write the picture as \(format)"
    case .missingData(let what): "\(what); set --dictionaries"
    }
  }
}
