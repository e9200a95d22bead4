/// A result that cannot be written.
enum OutputError: Error, Hashable, CustomStringConvertible {
  case cannotWrite(path: String)
  case cannotPrint

  var description: String {
    switch self {
    case .cannotWrite(let path):
      "cannot write '\(path)'; check that its folder is there, is writable and has room"
    case .cannotPrint:
      "cannot write to standard output; check that its file is on a disk with room"
    }
  }
}
