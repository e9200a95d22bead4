/// A corpus that cannot be used, with the way out.
public enum CorpusError: Error, Hashable, CustomStringConvertible {
  /// The folder cannot be listed.
  case unreadable(path: String)
  /// No folder below holds a label.
  case noCases(path: String)
  /// A label that is not JSON, or not of the expected shape.
  case label(path: String, problem: String)
  /// A page file that a label names but that is not there.
  case missingFile(path: String)
  /// A case without recorded readings where they were asked for.
  case noRecording(path: String)

  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path):
      "cannot list '\(path)'; check that it is a folder and readable"
    case .noCases(let path):
      "no labelled case under '\(path)': no folder there holds a label.json; "
        + "see corpus/README.md for the shape of a case"
    case .label(let path, let problem):
      "cannot understand '\(path)': \(problem); see corpus/README.md for the shape of a label"
    case .missingFile(let path):
      "'\(path)' is named by its label but is not there"
    case .noRecording(let path):
      "no recorded reading at '\(path)'; run 'hoso evaluate CORPUS --record' once"
    }
  }
}
