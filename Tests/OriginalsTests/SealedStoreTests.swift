import Foundation
import TestSupport
import Testing

@testable import Originals

@Suite struct SealedStoreTests {
  private let folder: TemporaryFolder
  private let digest = String(repeating: "ab", count: 32)

  init() throws { folder = try TemporaryFolder() }

  private func files() -> [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
      .filter { $0.contains(".") }
  }

  /// Around the limits of the pieces, too.
  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
  func comesBackAsItWas(count: Int) throws {
    let store = SealedStore(folder: folder.path, keys: KeyRing(.random()))
    var random = SplitMix64(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    try store.seal(bytes, as: .original, of: digest)
    #expect(try store.open(.original, of: digest) == bytes)
    #expect(try store.open(.crops, of: digest) == nil)
  }

  /// A copy that is there but cannot be read just now is not a copy that is not there.
  @Test func whatCannotBeReadIsNotMissing() throws {
    let store = SealedStore(folder: folder.path, keys: KeyRing(.random()))
    try store.seal([1], as: .original, of: digest)
    let file = try #require(files().first { $0.hasSuffix(".sealed") })
    let path = folder.path + "/" + file
    try FileManager.default.removeItem(atPath: path)
    #expect(try store.open(.original, of: digest) == nil)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: SealingError.self) { try store.open(.original, of: digest) }
  }

  @Test func nothingOfTheContentIsInTheFile() throws {
    let store = SealedStore(folder: folder.path, keys: KeyRing(.random()))
    let secret = Array("NGUYỄN VĂN ĐỨC 001090123456".utf8)
    try store.seal(secret + secret + secret, as: .original, of: digest)
    for name in files() {
      let content = try Data(contentsOf: URL(filePath: folder.path + "/" + name))
      #expect(content.range(of: Data(secret.prefix(8))) == nil)
      #expect(content.range(of: Data(secret.suffix(12))) == nil)
    }
  }

  @Test func whatWasChangedOrCutDoesNotOpen() throws {
    let store = SealedStore(folder: folder.path, keys: KeyRing(.random()))
    try store.seal(Array(repeating: 7, count: 100_000), as: .original, of: digest)
    let path = folder.path + "/" + (try #require(files().first))
    let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
    for length in [0, 10, 40, 60, 65_536 + 57, whole.count - 1] {
      try Data(whole[..<length]).write(to: URL(filePath: path))
      #expect(throws: SealingError.self) { try store.open(.original, of: digest) }
    }
    for place in [0, 9, 20, 50, 70_000, whole.count - 1] {
      var changed = whole
      changed[place] ^= 1
      try Data(changed).write(to: URL(filePath: path))
      #expect(throws: SealingError.self) { try store.open(.original, of: digest) }
    }
    // Another source's copy in its place.
    let other = String(repeating: "ac", count: 32)
    try store.seal([1, 2, 3], as: .original, of: other)
    let otherPath = try #require(files().first { $0.contains(other) })
    try Data(contentsOf: URL(filePath: folder.path + "/" + otherPath)).write(
      to: URL(filePath: path))
    #expect(throws: SealingError.self) { try store.open(.original, of: digest) }
  }

  @Test func aNewKeyTakesOver() throws {
    let old = SealingKey.random()
    let new = SealingKey.random()
    try SealedStore(folder: folder.path, keys: KeyRing(old)).seal(
      [1, 2, 3], as: .original, of: digest)
    #expect(throws: SealingError.self) {
      try SealedStore(folder: folder.path, keys: KeyRing(new)).open(.original, of: digest)
    }
    let both = SealedStore(folder: folder.path, keys: KeyRing(new, older: [old]))
    #expect(try both.open(.original, of: digest) == [1, 2, 3])
    #expect(try both.rotate() == 1)
    #expect(try both.rotate() == 0)
    let alone = SealedStore(folder: folder.path, keys: KeyRing(new))
    #expect(try alone.open(.original, of: digest) == [1, 2, 3])
  }

  @Test func sweepsWhatNobodyOwns() async throws {
    let store = SealedStore(folder: folder.path, keys: KeyRing(.random()))
    let other = String(repeating: "ac", count: 32)
    try store.seal([1], as: .original, of: digest)
    try store.seal([2], as: .original, of: other)
    try store.seal([2], as: .crops, of: other)
    try folder.write("half", to: "originals/ab/\(digest).sealed.part-1")
    try await store.sweep { $0 == "ab" ? [digest] : [] }
    #expect(files().map { URL(filePath: $0).lastPathComponent } == ["\(digest).sealed"])
    try store.remove(digest)
    try store.remove(digest)
    #expect(files() == [])
  }

  @Test func keysComeFromFilesOfTheOwnerAlone() throws {
    let path = folder.path + "/keys/key"
    try KeyRing.addKey(toFile: path)
    let first = try KeyRing(file: path)
    try KeyRing.addKey(toFile: path)
    let second = try KeyRing(file: path)
    #expect(second.keys.count == 2)
    #expect(second.keys[1] == first.current)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: KeyRingError.exposed(path: path)) { try KeyRing(file: path) }
    #expect(throws: KeyRingError.unreadable(path: path + "-")) { try KeyRing(file: path + "-") }
    #expect(throws: KeyRingError.malformed(place: "HOSO_KEY", line: 2)) {
      try KeyRing(parsing: "# a comment\nnot a key", place: "HOSO_KEY")
    }
    #expect(throws: KeyRingError.empty(place: "x")) { try KeyRing(parsing: "\n", place: "x") }
    // Editors on Windows end lines in two characters.
    let keys = [SealingKey.random(), .random()]
    let lines = keys.map(\.hexadecimal).joined(separator: "\r\n") + "\r\n"
    #expect(try KeyRing(parsing: lines, place: "x") == KeyRing(keys[0], older: [keys[1]]))
  }
}
