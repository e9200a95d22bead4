/// Why a data directory cannot be used.
public enum DataDirectoryError: Error, Hashable, Sendable {
  /// It cannot be made or entered.
  case unusable(path: String, cause: String)
  /// Another process works on it.
  case inUse(path: String, process: String?)
  /// A file in it was written by a newer version of the program.
  case newerVersion(path: String, found: Int, known: Int)
  /// A file in it was written by an older version, and may not be changed now.
  case olderVersion(path: String, found: Int, known: Int)
  /// A file in it belongs to another program.
  case foreignFile(path: String)
}

extension DataDirectoryError: CustomStringConvertible {
  /// What failed, on what, and the way out.
  public var description: String {
    switch self {
    case .unusable(let path, let cause):
      "cannot use the data directory \(path): \(cause); choose another with --data"
    case .inUse(let path, let process):
      "the data directory \(path) is in use by another hoso"
        + (process.map { " (process \($0))" } ?? "")
        + "; wait for it to end, or choose another with --data"
    case .newerVersion(let path, let found, let known):
      "\(path) was written by a newer hoso (format \(found), this one knows \(known)); "
        + "install that version, or choose another --data directory"
    case .olderVersion(let path, let found, let known):
      "\(path) has the older format \(found), this hoso needs \(known); "
        + "run `hoso import` once to bring it up to date"
    case .foreignFile(let path):
      "\(path) is the database of another program; choose another --data directory"
    }
  }
}
