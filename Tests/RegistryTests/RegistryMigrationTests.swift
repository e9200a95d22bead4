import Documents
import Foundation
import Postgres
import RecordStore
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct RegistryMigrationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A database of an older version.
  private func open(_ place: RegistryPlace, version: Int) throws -> any RegistryDatabase {
    let versions = Array(RegistrySchema.versions.prefix(version))
    switch place {
    case .file(let path):
      return try Database(
        path: path,
        schema: DatabaseSchema(
          applicationID: RegistrySchema.schema.applicationID,
          migrations: versions.map { $0.compactMap(\.sqlite) }))
    case .postgres(let address):
      let connection = try PostgresConnection(address)
      try PostgresRegistrySchema.apply(versions, to: connection)
      return connection
    }
  }

  /// What a program of version 1 left behind: two registrations, one phone.
  private func writeVersion1(to place: RegistryPlace) throws -> [[UInt8]] {
    let database = try open(place, version: 1)
    var receipts: [[UInt8]] = []
    for number in 1...2 {
      let body = try SampleRegistration.body(
        number == 1 ? .individualAccount : .voluntaryInsurance,
        [
          .socialInsuranceNumber: "0100000001", .phone: "0912000001", .fullName: "TRẦN THỊ HOÀ",
        ])
      let registration = try Registration(checking: body)
      let receipt = Array(
        try JSONEncoder().encode(
          RegistrationReceipt(
            id: "R-\(number)", type: registration.type, state: "received",
            receivedAt: "2027-01-15T08:00:00Z")))
      receipts.append(receipt)
      let submission = try registration.submission()
      try database.execute(
        """
        INSERT INTO registrations (id, idempotency_key, body_sha256, type, state,
          social_insurance_number, body, receipt, received_at)
        VALUES (?, ?, ?, ?, 'received', '0100000001', ?, ?, 1800000000000)
        """,
        [
          .integer(Int64(number)), .text("k\(number)"), .text(submission.idempotencyKey),
          .text(registration.type.rawValue), .blob(body), .blob(receipt),
        ])
      try database.execute(
        "INSERT INTO transitions (registration_id, state, at) VALUES (?, 'received', 1800000000000)",
        [.integer(Int64(number))])
    }
    try database.execute("INSERT INTO phones VALUES ('0912000001', '0100000001', NULL)")
    return receipts
  }

  /// From version 1, with a stay at each version that a program may have been at.
  @Test(arguments: 1..<RegistrySchema.versions.count)
  func keepsWhatVersion1Held(stayingAt version: Int) throws {
    let place = try TestPlace.new(in: folder.path)
    let receipts = try writeVersion1(to: place)
    _ = try open(place, version: version)
    let clock = TestClock()
    let store = try RegistryStore(
      place, workflows: .committed(), clock: { clock.now })
    #expect(try store.receipts() == receipts)
    let auditor = Caller(id: "T-1", role: .auditor)
    let found = try store.registration("R-1", for: auditor)
    #expect(found.registration.receivedAt == Date(timeIntervalSince1970: 1_800_000_000))
    #expect(found.registration.dueAt == found.registration.receivedAt + 10 * 86_400)
    #expect(try store.registration("R-2", for: auditor).registration.dueAt == nil)
    #expect(try store.history(of: "R-2", for: auditor).map(\.state) == ["received"])
    // A repeat is still one, and the phone still somebody's.
    let repeated = try store.submit(found.bodies[0], key: "k1", caller: .program)
    #expect(!repeated.isNew)
    #expect(repeated.receipt == receipts[0])
    #expect(throws: Problem.phoneTaken) {
      try store.submit(
        SampleRegistration.body(
          .individualAccount, [.socialInsuranceNumber: "0100000002", .phone: "0912000001"]),
        key: "k3", caller: .program)
    }
    let names = try store.look { session in
      try session.database.execute("SELECT full_name, birth_date FROM registrations")
    }
    #expect(names.map { $0.optionalText(0) } == ["TRẦN THỊ HOÀ", "TRẦN THỊ HOÀ"])
    #expect(names.allSatisfy { $0.optionalText(1) == nil })
    clock.advance(by: .seconds(10 * 86_400))
    #expect(try store.endOverdue() == 1)
    #expect(try store.registration("R-1", for: auditor).registration.state == "expired")
  }

  @Test func comesFromEveryVersionToTheSameTables() throws {
    func tables(_ place: RegistryPlace) throws -> [[String]] {
      let database = try place.openWriter()
      let questions =
        TestPlace.isPostgres
        ? [
          """
          SELECT table_name::text, column_name::text, data_type::text || is_nullable
          FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2
          """,
          """
          SELECT tablename::text, indexname::text,
            regexp_replace(indexdef, '(INDEX |ON )[^ ]* ?[^ ]* USING', '')
          FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1, 2
          """,
        ] : ["SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"]
      return try questions.flatMap { question in
        try database.execute(question).map { row in (0..<3).map(row.text) }
      }
    }
    func new(_ number: Int) throws -> RegistryPlace {
      let path = folder.path + "/\(number)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return try TestPlace.new(in: path)
    }
    let fresh = try tables(new(0))
    #expect(fresh.count > 20)
    for version in 1..<RegistrySchema.versions.count {
      let place = try new(version)
      _ = try open(place, version: version)
      #expect(try tables(place) == fresh, "version \(version)")
    }
  }

  @Test func refusesANewerVersion() throws {
    let place = try TestPlace.new(in: folder.path)
    do {
      let database = try place.openWriter()
      try database.execute(
        TestPlace.isPostgres ? "UPDATE hoso_registry SET version = 99" : "PRAGMA user_version = 99")
    }
    let error = #expect(throws: DataDirectoryError.self) {
      try RegistryStore(place, workflows: .committed())
    }
    #expect(error?.description.contains("newer hoso (format 99") == true)
  }
}
