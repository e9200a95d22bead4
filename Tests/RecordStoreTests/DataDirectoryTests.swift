import Foundation
import TestSupport
import Testing

@testable import RecordStore

@Suite struct DataDirectoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/data" }

  @Test func isForItsOwnerAlone() throws {
    let directory = try DataDirectory(path: path)
    let store = try RecordStore(directory: directory)
    func permissions(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try permissions(path) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      #expect(try permissions(path + "/" + name) == 0o600, "\(name)")
    }
    _ = store
  }

  @Test func refusesASecondUser() throws {
    let first = try DataDirectory(path: path)
    let holder = "\(ProcessInfo.processInfo.processIdentifier)"
    #expect(throws: DataDirectoryError.inUse(path: path, process: holder)) {
      try DataDirectory(path: path)
    }
    _ = first
  }

  @Test func isFreeAgainAfterwards() throws {
    do { _ = try DataDirectory(path: path) }
    _ = try DataDirectory(path: path)
  }

  @Test func refusesAPlaceThatIsNoFolder() throws {
    let file = try folder.write("", to: "file")
    #expect(throws: DataDirectoryError.unusable(path: file, cause: "Not a directory")) {
      try DataDirectory(path: file)
    }
  }

  @Test func refusesANewerFormat() throws {
    let directory = try DataDirectory(path: path)
    let newer = DatabaseSchema(
      applicationID: RecordSchema.schema.applicationID,
      migrations: RecordSchema.schema.migrations + [["CREATE TABLE later (id INTEGER) STRICT"]])
    _ = try Database(path: directory.databasePath, schema: newer)
    let known = RecordSchema.schema.version
    #expect(
      throws: DataDirectoryError.newerVersion(
        path: directory.databasePath, found: known + 1, known: known)
    ) { try RecordStore(directory: directory) }
  }

  @Test func refusesTheDatabaseOfAnotherProgram() throws {
    let directory = try DataDirectory(path: path)
    let other = DatabaseSchema(applicationID: 7, migrations: [["CREATE TABLE t (id INTEGER)"]])
    _ = try Database(path: directory.databasePath, schema: other)
    #expect(throws: DataDirectoryError.foreignFile(path: directory.databasePath)) {
      try RecordStore(directory: directory)
    }
  }

  @Test func namesADamagedDatabase() throws {
    let directory = try DataDirectory(path: path)
    try folder.write(String(repeating: "no database ", count: 1000), to: "data/hoso.sqlite")
    let error = #expect(throws: DatabaseError.self) { try RecordStore(directory: directory) }
    #expect(error?.description.contains("restore it from a backup") == true)
  }

  /// A migration that fails half-way leaves the version before it.
  @Test func migratesInWholeSteps() throws {
    let file = folder.path + "/steps.sqlite"
    let first = [["CREATE TABLE one (id INTEGER) STRICT"]]
    let broken =
      first + [["CREATE TABLE two (id INTEGER) STRICT", "CREATE TABLE two (id INTEGER)"]]
    let whole = first + [["CREATE TABLE two (id INTEGER) STRICT"]]
    #expect(throws: DatabaseError.self) {
      try Database(path: file, schema: DatabaseSchema(applicationID: 1, migrations: broken))
    }
    let database = try Database(
      path: file, schema: DatabaseSchema(applicationID: 1, migrations: whole))
    #expect(try database.row("PRAGMA user_version")?.integer(0) == 2)
    #expect(try database.execute("SELECT * FROM two").isEmpty)
  }

  @Test func commitsAreSynchronised() throws {
    let directory = try DataDirectory(path: path)
    let database = try Database(path: directory.databasePath, schema: RecordSchema.schema)
    #expect(try database.row("PRAGMA journal_mode")?.text(0) == "wal")
    #expect(try database.row("PRAGMA synchronous")?.integer(0) == 2)
    #expect(try database.row("PRAGMA foreign_keys")?.integer(0) == 1)
  }

  struct Message: Sendable, CustomTestStringConvertible {
    let code: Int32
    let system: Int32
    let words: String
    var testDescription: String { words }
  }

  /// Codes as in https://www.sqlite.org/rescode.html; 28 is ENOSPC, 27 EFBIG.
  @Test(arguments: [
    Message(code: 13, system: 28, words: "the disk is full"),
    Message(code: 778, system: 27, words: "the disk is full"),
    Message(code: 5, system: 0, words: "another program holds it"),
    Message(code: 26, system: 0, words: "damaged or no database"),
    Message(code: 14, system: 13, words: "check the permissions"),
    Message(code: 1, system: 0, words: "no such table"),
  ])
  func saysWhatToDo(message: Message) {
    let error = DatabaseError(
      code: message.code, message: "no such table", path: "/data/hoso.sqlite", sql: "SELECT 1",
      systemError: message.system)
    #expect(error.description.contains(message.words))
    #expect(error.description.contains("/data/hoso.sqlite"))
  }
}
