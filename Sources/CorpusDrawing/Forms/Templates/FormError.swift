/// A form that could not be drawn.
package enum FormError: Error, CustomStringConvertible {
  case unreadableTemplate(path: String)
  case damagedTemplate(path: String, detail: String)
  case noLayout(String)
  case tooLong(layout: String)

  /// What is wrong, in which template.
  package var description: String {
    switch self {
    case .unreadableTemplate(let path):
      "cannot read the form template \(path); name the folder with --dictionaries"
    case .damagedTemplate(let path, let detail):
      "the form template \(path) is damaged: \(detail)"
    case .noLayout(let name):
      "the form template has no layout \(name); name one of its layouts"
    case .tooLong(let layout):
      "the filled form does not fit its page in layout \(layout); shorten its values"
    }
  }
}
