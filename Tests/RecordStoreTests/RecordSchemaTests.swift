import Foundation
import TestSupport
import Testing

@testable import RecordStore

@Suite struct RecordSchemaTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func database(version: Int) throws -> Database {
    try Database(
      path: folder.path + "/hoso.sqlite",
      schema: DatabaseSchema(
        applicationID: RecordSchema.schema.applicationID,
        migrations: Array(RecordSchema.schema.migrations.prefix(version))))
  }

  /// What a program of any version left half done is gone on with by this one.
  @Test(arguments: 1..<RecordSchema.schema.version)
  func goesOnFromEveryVersion(_ version: Int) async throws {
    do {
      let database = try database(version: version)
      try database.execute(
        """
        INSERT INTO batches (id, name, roots, state, created_at)
        VALUES (1, 'evening', '["/in"]', 'open', 5)
        """)
      for (id, state) in [(1, "accepted"), (2, "taken")] {
        try database.execute(
          """
          INSERT INTO sources (id, batch_id, path, name, sha256, bytes, modified_at, state, taken_at)
          VALUES (?, 1, ?, 'a', ?, 10, 5, ?, 6)
          """,
          [.integer(Int64(id)), .text("/in/\(id)"), .text("a\(id)"), .text(state)])
      }
      try database.execute(
        """
        INSERT INTO outbox (source_id, idempotency_key, body, state, due_at, created_at)
        VALUES (1, 'k1', x'0102', 'waiting', 7, 7)
        """)
    }
    let store = try RecordStore(directory: DataDirectory(path: folder.path))
    let batch = try #require(try await store.batch(named: "evening"))
    #expect(batch.state == .open)
    #expect(batch.counts == [.accepted: 1, .taken: 1])
    #expect(try await store.undecidedSources(inBatch: 1) == [2])
    let waiting = try #require(try await store.waitingSubmission(ofSource: 1))
    #expect(waiting.submission == Submission(idempotencyKey: "k1", body: [1, 2]))
    try await store.acknowledge(waiting.id, registration: "R-1")
    #expect(try await store.source(1)?.state == .delivered)
    #expect(try await store.noteFailure(2) == 1)
    #expect(try await store.isSealed(2) == false)
  }

  @Test func comesFromEveryVersionToTheSameTables() throws {
    func tables(_ database: Database) throws -> [String] {
      try database.execute("SELECT sql FROM sqlite_schema ORDER BY type, name").map { $0.text(0) }
    }
    let newest = RecordSchema.schema.version
    let fresh = try tables(
      Database(path: folder.path + "/fresh.sqlite", schema: RecordSchema.schema))
    for version in 1..<newest {
      try? FileManager.default.removeItem(atPath: folder.path + "/hoso.sqlite")
      _ = try database(version: version)
      #expect(try tables(database(version: newest)) == fresh, "version \(version)")
    }
  }

  /// What is asked for each file, or every second, takes no longer in a store of a million files.
  @Test(arguments: [
    "SELECT id FROM sources WHERE \(RecordStore.isOriginal)",
    "UPDATE sources SET is_sealed = 1 WHERE \(RecordStore.isOriginal)",
    RecordStore.copiesToExpire,
  ])
  func looksThingsUp(_ sql: String) throws {
    let database = try database(version: RecordSchema.schema.version)
    let values = Array(repeating: DatabaseValue.integer(1), count: sql.count { $0 == "?" })
    let plan = try database.execute("EXPLAIN QUERY PLAN " + sql, values).map { $0.text(3) }
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }
}
