internal import Foundation
internal import Glibc

/// Files that are on the disk as a whole or not there.
enum DurableFile {
  /// Writes `bytes` to `path`, readable by the owner alone; on the disk when it returns.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { try $0(bytes) }
  }

  /// Writes what `body` hands over piece by piece; on the disk when it returns.
  static func write(to path: String, _ body: (([UInt8]) throws -> Void) throws -> Void) throws {
    let unfinished = path + ".part-\(UUID().uuidString)"
    let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw SealingError(path: path, cause: errno) }
    do {
      defer { close(file) }
      try body { try append($0, to: file, path: path) }
      guard fsync(file) == 0 else { throw SealingError(path: path, cause: errno) }
    } catch {
      unlink(unfinished)
      throw error
    }
    guard rename(unfinished, path) == 0 else {
      let cause = errno
      unlink(unfinished)
      throw SealingError(path: path, cause: cause)
    }
    try synchronizeFolder(of: path)
  }

  /// Whether `name` is of a file that was never finished.
  static func isUnfinished(_ name: String) -> Bool { name.contains(".part-") }

  /// Removes the file at `path`; its absence is on the disk when it returns.
  static func remove(_ path: String) throws {
    if unlink(path) != 0 {
      guard errno == ENOENT else { throw SealingError(path: path, cause: errno) }
      return
    }
    try synchronizeFolder(of: path)
  }

  private static func append(_ bytes: [UInt8], to file: Int32, path: String) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SealingError(path: path, cause: errno)
      }
      written += count
    }
  }

  /// Has the folder that `path` stands in on the disk with all its names.
  static func synchronizeFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw SealingError(path: path, cause: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw SealingError(path: path, cause: errno) }
  }
}
