internal import CProcess
internal import Glibc

/// Reads the file that is given to a worker.
package enum SourceFile {
  /// Why a file cannot be read.
  package enum Failure: Error, Hashable {
    /// Nothing is there, or it may not be read.
    case unreadable(cause: String)
    /// A link, a folder, a device, a pipe.
    case notRegular
    /// It is longer than allowed.
    case tooLarge
  }

  /// Whether another process has the file at `path` open to write, as far as this system tells: files of
  /// other users and network folders it does not.
  package static func isBeingWritten(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    // A read lease is only given on a file that nobody may write to.
    guard hoso_process_lease(file) != 0 else { return false }
    return errno == EAGAIN
  }

  /// The bytes of the regular file at `path`, which are at most `limit`.
  ///
  /// A link is not followed, and a pipe or device is not waited for, even if one took the place of
  /// the file since it was listed.
  package static func bytes(at path: String, limit: Int) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ELOOP ? .notRegular : .unreadable(cause: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw .unreadable(cause: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard status.st_size <= limit else { throw .tooLarge }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var filled = 0
    while true {
      let count = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress.map { $0 + filled }, $0.count - filled)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(cause: String(cString: strerror(errno)))
      }
      if count == 0 { break }
      filled += count
      guard filled <= limit else { throw .tooLarge }
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
    }
    bytes.removeSubrange(filled...)
    return bytes
  }
}
