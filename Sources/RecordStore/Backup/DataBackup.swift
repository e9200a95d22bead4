internal import Foundation

/// Copies the databases of a data directory while other processes work on them.
///
/// Each copy is as its database was at one moment; a registration may be in the later copy alone, and
/// is then known there by its key when the import that restores sends it again.
package struct DataBackup: Sendable {
  /// Why there is no backup.
  package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is nothing to back up.
    case nothingThere(path: String)
    /// The place holds something already.
    case occupied(path: String)
    /// The place cannot be made.
    case unusable(path: String)

    /// What failed, on what, and the way out.
    package var description: String {
      switch self {
      case .nothingThere(let path): "nothing to back up in \(path); choose another --data directory"
      case .occupied(let path): "\(path) is there already; back up into a new folder"
      case .unusable(let path):
        "cannot make the folder \(path); check the path, the permissions and the room"
      }
    }
  }

  /// The copies that were made, in their order.
  package let copies: [String]

  /// Copies what is in the data directory `source` into the new folder `target`.
  ///
  /// The outbox's database is copied first: what it then still has to deliver is delivered again, and
  /// the registry knows it.
  package init(from source: String, to target: String) throws {
    let files = FileManager.default
    let databases = ["hoso.sqlite", "registry.sqlite"].filter {
      files.fileExists(atPath: source + "/" + $0)
    }
    guard !databases.isEmpty else { throw Failure.nothingThere(path: source) }
    guard !files.fileExists(atPath: target) else { throw Failure.occupied(path: target) }
    do {
      // The copies hold people's data: nobody but the owner may enter.
      try files.createDirectory(
        atPath: target, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure.unusable(path: target)
    }
    var copies: [String] = []
    for name in databases {
      let copy = target + "/" + name
      let database = try Database(path: source + "/" + name, schema: nil, readOnly: true)
      try database.execute("VACUUM INTO ?", [.text(copy)])
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
      // SQLite leaves it to the caller to have the copy on the disk.
      let file = try FileHandle(forUpdating: URL(filePath: copy))
      try file.synchronize()
      try file.close()
      copies.append(copy)
    }
    self.copies = copies
  }
}
