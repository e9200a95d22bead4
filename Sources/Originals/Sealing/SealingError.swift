internal import Glibc

/// A sealed file that cannot be written, read or removed.
public struct SealingError: Error, Hashable, Sendable {
  /// The file.
  public let path: String
  /// The system's error number; 0 when the file itself is at fault.
  public let cause: Int32

  init(path: String, cause: Int32 = 0) {
    self.path = path
    self.cause = cause
  }

  /// Whether there was no room to write.
  public var isDiskFull: Bool { [ENOSPC, EDQUOT, EFBIG].contains(cause) }
}

extension SealingError: CustomStringConvertible {
  /// What failed, on what, and the way out.
  public var description: String {
    if isDiskFull {
      return "cannot write to \(path): the disk is full or takes no more; "
        + "nothing is lost: make room and run the same command again"
    }
    if cause != 0 {
      return "cannot use \(path): \(String(cString: strerror(cause))); check the data directory"
    }
    return "cannot open \(path): it was sealed with another key, or it is damaged; "
      + "give the key file that holds its key (--key-file)"
  }
}
