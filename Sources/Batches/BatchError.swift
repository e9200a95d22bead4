/// Why a batch cannot be begun or gone on with.
public enum BatchError: Error, Hashable, Sendable {
  /// Nothing stands at a path that the user named.
  case noSuchPath(String)
  /// A folder that the user named cannot be read.
  case unreadable(RefusedPath)
  /// The data directory cannot be a hot folder.
  case watchesItself(String)
  /// No batch has this name; nil when there is no batch at all, or none with work left.
  case noSuchBatch(name: String?)
}

extension BatchError: CustomStringConvertible {
  /// What failed, on what, and the way out.
  public var description: String {
    switch self {
    case .noSuchPath(let path): "nothing is there to import: \(path); check the path"
    case .unreadable(let refused): "\(refused)"
    case .watchesItself(let path):
      "\(path) is the data directory; watch another folder, or choose another with --data"
    case .noSuchBatch(let name?):
      "no batch is called '\(name)'; `hoso import --list` shows them all"
    case .noSuchBatch(name: nil): "there is no such batch; `hoso import --list` shows them all"
    }
  }
}
