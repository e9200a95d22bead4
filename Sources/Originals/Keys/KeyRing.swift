internal import Foundation

/// The keys of a data directory: the first seals, all of them open.
///
/// So a new key takes over by being put before the old one, which stays until everything is sealed
/// anew (`hoso key rotate`).
public struct KeyRing: Hashable, Sendable {
  let keys: [SealingKey]

  /// The key that seals.
  var current: SealingKey { keys[0] }

  /// Creates a ring of `current` and keys of before.
  public init(_ current: SealingKey, older: [SealingKey] = []) { keys = [current] + older }

  /// The keys in `text`, one a line; lines that begin with `#` are comments.
  ///
  /// `place` names the text in errors.
  public init(parsing text: String, place: String) throws(KeyRingError) {
    var keys: [SealingKey] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let word = line.trimmingCharacters(in: .whitespaces)
      if word.isEmpty || word.hasPrefix("#") { continue }
      guard let key = SealingKey(hexadecimal: word) else {
        throw .malformed(place: place, line: index + 1)
      }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw .empty(place: place) }
    self.keys = keys
  }

  /// The keys in the file at `path`, which only its owner may read.
  public init(file path: String) throws(KeyRingError) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 == 0 else { throw .exposed(path: path) }
    try self.init(parsing: String(decoding: bytes, as: UTF8.self), place: path)
  }

  func key(_ id: some Collection<UInt8>) -> SealingKey? { keys.first { $0.id.elementsEqual(id) } }

  /// Puts a new key before those in the file at `path`, which is made if it is not there.
  public static func addKey(toFile path: String) throws {
    let files = FileManager.default
    var older = ""
    if files.fileExists(atPath: path) {
      _ = try KeyRing(file: path)
      older = String(decoding: files.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let text = SealingKey.random().hexadecimal + "\n" + older
    do {
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try DurableFile.write(Array(text.utf8), to: path)
    } catch {
      throw KeyRingError.unwritable(path: path)
    }
  }
}
