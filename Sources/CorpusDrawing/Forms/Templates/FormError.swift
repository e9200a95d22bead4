/// A form that could not be drawn.
package enum FormError: Error, CustomStringConvertible {
  case unreadableTemplate(path: String)
  case damagedTemplate(path: String, detail: String)
  case tooLong(layout: String)

  package var description: String {
    switch self {
    case .unreadableTemplate(let path):
      "cannot read the form template \(path); name the folder with --dictionaries"
    case .damagedTemplate(let path, let detail):
      "the form template \(path) is damaged: \(detail)"
    case .tooLong(let layout):
      "the filled form does not fit its page in layout \(layout); shorten its values"
    }
  }
}
