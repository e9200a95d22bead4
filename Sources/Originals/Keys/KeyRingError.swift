/// Why the keys of a data directory cannot be used; never with a part of one.
public enum KeyRingError: Error, Hashable, Sendable {
  /// There is no key file, or it cannot be read.
  case unreadable(path: String)
  /// Others than its owner may read or write the key file.
  case exposed(path: String)
  /// A line is no key.
  case malformed(place: String, line: Int)
  /// There is no key.
  case empty(place: String)
  /// A key cannot be kept there.
  case unwritable(path: String)
}

extension KeyRingError: CustomStringConvertible {
  /// What failed, on what, and the way out.
  public var description: String {
    switch self {
    case .unreadable(let path):
      "cannot read the key file '\(path)'; check the path, or make one with `hoso key create`"
    case .exposed(let path):
      "others may read the key file '\(path)'; take that from them: chmod 600 '\(path)'"
    case .malformed(let place, let line):
      "\(place):\(line): no key; a key is 64 hexadecimal digits, as `hoso key create` makes them"
    case .empty(let place): "\(place) holds no key; make one with `hoso key create`"
    case .unwritable(let path):
      "cannot write the key file '\(path)'; check that its folder is writable"
    }
  }
}
