import Documents
import Foundation
import RecordStore
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct RegistryMigrationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/registry.sqlite" }

  /// What a program of version 1 left behind: two registrations, one phone.
  private func writeVersion1() throws -> [[UInt8]] {
    let schema = RegistrySchema.schema
    let database = try Database(
      path: path,
      schema: DatabaseSchema(
        applicationID: schema.applicationID, migrations: Array(schema.migrations.prefix(1))))
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

  @Test func keepsWhatVersion1Held() throws {
    let receipts = try writeVersion1()
    let clock = TestClock()
    let store = try RegistryStore(
      path: path, workflows: .committed(), clock: { clock.now })
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
    func tables(_ path: String) throws -> [DatabaseRow] {
      try Database(path: path, schema: RegistrySchema.schema).execute(
        "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
    }
    let schema = RegistrySchema.schema
    let fresh = try tables(folder.path + "/fresh.sqlite")
    for version in 1..<schema.version {
      let path = folder.path + "/from-\(version).sqlite"
      _ = try Database(
        path: path,
        schema: DatabaseSchema(
          applicationID: schema.applicationID,
          migrations: Array(schema.migrations.prefix(version))))
      #expect(try tables(path) == fresh, "version \(version)")
    }
  }
}
