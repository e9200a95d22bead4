import Glibc

/// Why a file could not be mapped.
public struct MappedFileError: Error, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The number that the system gave.
  public let code: Int32

  /// Creates an error from the number that the system gave.
  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// Says which file, and why.
  public var description: String {
    "cannot open \(path): \(code == EINVAL ? "it is not a file" : String(cString: strerror(code)))"
  }
}
