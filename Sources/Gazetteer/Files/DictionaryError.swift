/// Why a dictionary could not be used.
package enum DictionaryError: Error, Equatable, CustomStringConvertible {
  /// The file is missing or may not be read.
  case unreadable(path: String)
  /// The file does not have the expected columns, or a row does not fit them.
  case malformed(path: String, line: Int, problem: String)

  /// What failed, on what, and the way out.
  package var description: String {
    switch self {
    case .unreadable(let path):
      "cannot read the dictionary \(path); set --dictionaries to the folder that holds it"
    case .malformed(let path, let line, let problem):
      "the dictionary \(path) is damaged in line \(line): \(problem); install it again"
    }
  }
}
