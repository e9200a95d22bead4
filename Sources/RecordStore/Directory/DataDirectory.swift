internal import Foundation
internal import Glibc

/// The folder that holds a program's state, locked against a second process while it is open.
///
/// Sendable: the lock's descriptor never changes.
public final class DataDirectory: Sendable {
  /// What a process does with a folder; one process at a time for each use.
  public enum Use: String, Sendable {
    /// Imports batches into it.
    case batches = "hoso.lock"
    /// Serves its registry.
    case registry = "registry.lock"
  }

  /// Its path.
  public let path: String
  private let lock: Int32

  /// The database of batches and records.
  public var databasePath: String { path + "/hoso.sqlite" }
  /// The database of the embedded registration service.
  public var registryPath: String { path + "/registry.sqlite" }

  /// Opens the folder at `path`, making it if it is not there, for this process alone.
  ///
  /// The lock goes with the process, however it ends.
  public init(path: String, for use: Use = .batches) throws(DataDirectoryError) {
    do {
      // Records hold people's data: nobody but the owner may enter.
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unusable(path: path, cause: Self.cause(of: error, at: path))
    }
    let lockPath = path + "/" + use.rawValue
    let lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw .unusable(path: path, cause: String(cString: strerror(errno))) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let cause = errno
      close(lock)
      guard cause == EWOULDBLOCK else {
        throw .unusable(path: path, cause: String(cString: strerror(cause)))
      }
      let holder = try? String(contentsOfFile: lockPath, encoding: .utf8)
      throw .inUse(path: path, process: holder.flatMap { $0.isEmpty ? nil : $0 })
    }
    // Only a hint for the message above, so a full disk is no reason to stop here.
    ftruncate(lock, 0)
    let holder = Array("\(getpid())".utf8)
    _ = pwrite(lock, holder, holder.count, 0)
    self.path = path
    self.lock = lock
  }

  deinit {
    // A child that is being started holds a copy of the descriptor until it runs its own program;
    // only an explicit unlocking reaches that copy.
    flock(lock, LOCK_UN)
    close(lock)
  }

  private static func cause(of error: any Error, at path: String) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return String(cString: strerror(errno)) }
    close(folder)
    return "it cannot be made"
  }
}
