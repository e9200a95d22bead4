/// Why a page could not be drawn.
package enum DrawingError: Error, Equatable, CustomStringConvertible {
  /// The drawing library gave no surface, or could not finish it.
  case surface(String)
  /// No font of this family is installed.
  case missingFamily(String)
  /// The family lacks so many letters of a text.
  case missingGlyphs(family: String, count: Int)
  /// The picture cannot be written in this format.
  case encoding(String)
  /// A list that people or papers are drawn from is missing.
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
