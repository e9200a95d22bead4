/// Why a model file cannot be used.
public enum ModelFileError: Error, Hashable, CustomStringConvertible {
  /// The file is no model of this kind.
  case foreign(path: String)
  /// The file is of another version of the format.
  case version(UInt32, path: String)
  /// The file is cut short or its tables contradict each other.
  case damaged(path: String)

  /// Says which file, what is wrong, and what to do.
  public var description: String {
    let way = "build it again with 'hoso dictionary build'"
    return switch self {
    case .foreign(let path): "\(path) is no model of hoso; \(way)"
    case .version(let version, let path):
      "\(path) has version \(version) of the format, which this program does not read; \(way)"
    case .damaged(let path): "\(path) is cut short or damaged; \(way)"
    }
  }
}
