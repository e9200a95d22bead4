/// A form that could not be drawn.
package enum FormError: Error, CustomStringConvertible {
  /// The template is not there or may not be read.
  case unreadableTemplate(path: String)
  /// The template does not decode.
  case damagedTemplate(path: String, detail: String)
  /// The template has no layout of this name.
  case noLayout(String)
  /// What is filled in does not fit on the pages of the form.
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
