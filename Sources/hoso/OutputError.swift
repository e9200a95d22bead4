/// A result that cannot be written.
enum OutputError: Error, Hashable, CustomStringConvertible {
  case cannotWrite(path: String)

  var description: String {
    switch self {
    case .cannotWrite(let path):
      "cannot write '\(path)'; check that its folder is there, is writable and has room"
    }
  }
}
