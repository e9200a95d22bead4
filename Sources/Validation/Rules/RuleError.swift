/// Why the files of rules could not be used.
package enum RuleError: Error, Equatable, CustomStringConvertible {
  /// The file is missing or may not be read.
  case unreadable(path: String)
  /// The file does not say what it should.
  case malformed(path: String, problem: String)

  /// What failed, on what, and the way out.
  package var description: String {
    switch self {
    case .unreadable(let path):
      "cannot read the rules \(path); set --dictionaries to the folder that holds them"
    case .malformed(let path, let problem):
      "the rules \(path) are damaged: \(problem); install them again"
    }
  }
}
