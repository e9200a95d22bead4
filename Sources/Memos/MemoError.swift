/// Why the knowledge about memos could not be loaded.
package enum MemoError: Error, Hashable, CustomStringConvertible {
  /// The file is not there or may not be read.
  case unreadable(path: String)
  /// The file is not what it should be.
  case malformed(path: String, problem: String)

  /// What failed, on what, and the way out.
  package var description: String {
    switch self {
    case .unreadable(let path):
      "cannot read the dictionary \(path); set --dictionaries to the folder that holds it"
    case .malformed(let path, let problem):
      "the dictionary \(path) is damaged: \(problem); install it again"
    }
  }
}
