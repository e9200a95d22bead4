/// A result that cannot be written.
enum OutputError: Error, Hashable, CustomStringConvertible {
  /// A file or folder that a command was told to write.
  case cannotWrite(path: String)
  /// Standard output.
  case cannotPrint

  /// What failed, on what, and the way out.
  var description: String {
    switch self {
    case .cannotWrite(let path):
      "cannot write '\(path)'; check that its folder is there, is writable and has room"
    case .cannotPrint:
      "cannot write to standard output; check that its file is on a disk with room"
    }
  }
}
