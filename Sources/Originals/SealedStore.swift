internal import Foundation
internal import Glibc

/// The encrypted copies of originals, and of the crops of what a person must look at.
///
/// Each stands in a file of its own, named for the SHA-256 of the original. A copy is whole and on the
/// disk, or not there.
public struct SealedStore: Sendable {
  /// What is kept of a source.
  public enum Kind: String, CaseIterable, Sendable {
    /// The file as it came.
    case original = "originals"
    /// Pictures of the fields that a person must look at.
    case crops
  }

  private let folder: String
  private let keys: KeyRing

  /// Creates a store in the data directory `folder`; writes nothing yet.
  public init(folder: String, keys: KeyRing) {
    self.folder = folder
    self.keys = keys
  }

  /// Seals `bytes`, which belong to the source with the digest `sha256`.
  public func seal(_ bytes: [UInt8], as kind: Kind, of sha256: String) throws {
    let path = path(kind, sha256)
    try makeFolder(of: path)
    try DurableFile.write(to: path) { write in
      try SealedFile.seal(
        bytes, purpose: purpose(kind, sha256), key: keys.current, write: write)
    }
  }

  /// What was sealed; nil when nothing is there.
  ///
  /// - Throws: `SealingError` when something is there but cannot be read or opened.
  public func open(_ kind: Kind, of sha256: String) throws -> [UInt8]? {
    let path = path(kind, sha256)
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      throw SealingError(path: path, cause: EIO)
    }
    guard
      let plain = SealedFile.open(Array(bytes), purpose: purpose(kind, sha256), keys: keys)
    else { throw SealingError(path: path) }
    return plain
  }

  /// Whether something is there.
  public func contains(_ kind: Kind, of sha256: String) -> Bool {
    FileManager.default.fileExists(atPath: path(kind, sha256))
  }

  /// Removes everything of a source; what is not there is no error.
  public func remove(_ sha256: String) throws {
    for kind in Kind.allCases { try DurableFile.remove(path(kind, sha256)) }
  }

  /// Removes every file that no source owns: what a killed program left behind.
  ///
  /// - Parameter owned: The digests that begin with these two digits and have something here.
  /// - Throws: `SealingError`, or what `owned` throws.
  public func sweep(owned: (String) async throws -> Set<String>) async throws {
    for kind in Kind.allCases {
      let place = folder + "/" + kind.rawValue
      for shard in try Self.names(in: place) where shard.count == 2 {
        let known = try await owned(shard)
        for name in try Self.names(in: place + "/" + shard)
        where DurableFile.isUnfinished(name) || !known.contains(String(name.prefix(64))) {
          try DurableFile.remove("\(place)/\(shard)/\(name)")
        }
      }
    }
  }

  /// Seals everything anew that is not sealed with the present key; returns how many files.
  public func rotate() throws -> Int {
    var count = 0
    for kind in Kind.allCases {
      let place = folder + "/" + kind.rawValue
      for shard in try Self.names(in: place) where shard.count == 2 {
        for name in try Self.names(in: place + "/" + shard) where !DurableFile.isUnfinished(name) {
          let file = "\(place)/\(shard)/\(name)"
          let beginning = try FileHandle(forReadingFrom: URL(filePath: file)).read(upToCount: 16)
          if SealedFile.keyID(Array(beginning ?? Data())) == keys.current.id { continue }
          let sha256 = String(name.prefix(64))
          guard let plain = try open(kind, of: sha256) else { continue }
          try seal(plain, as: kind, of: sha256)
          count += 1
        }
      }
    }
    return count
  }

  private func path(_ kind: Kind, _ sha256: String) -> String {
    "\(folder)/\(kind.rawValue)/\(sha256.prefix(2))/\(sha256).sealed"
  }

  private func purpose(_ kind: Kind, _ sha256: String) -> String {
    "hoso.\(kind.rawValue)/1 \(sha256)"
  }

  /// Makes the folders above `path`; they are on the disk when it returns.
  private func makeFolder(of path: String) throws {
    let parent = URL(filePath: path).deletingLastPathComponent().path
    if FileManager.default.fileExists(atPath: parent) { return }
    do {
      try FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw SealingError(path: parent, cause: EACCES)
    }
    try DurableFile.synchronizeFolder(of: parent)
    try DurableFile.synchronizeFolder(of: URL(filePath: parent).deletingLastPathComponent().path)
  }

  /// The names in a folder; none where it is not there.
  private static func names(in folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw SealingError(path: folder, cause: EIO)
    }
  }
}
