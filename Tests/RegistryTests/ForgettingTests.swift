import Documents
import Foundation
import Postgres
import RecordStore
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct ForgettingTests {
  private let clocked: ClockedStore
  private let columns: ListColumns

  init() throws {
    clocked = try ClockedStore()
    columns = try ListColumns(directory: Workflows.committedDictionaries)
  }

  private var store: RegistryStore { clocked.store }

  private func list(_ text: String) throws -> PersonList {
    try PersonList(Array(text.utf8), columns: columns, needsNumber: true)
  }

  private static let admin = Caller(id: "T-1", role: .admin)

  /// A registry that knows a person in every way there is, and another person beside.
  private func fill() throws {
    for (number, person) in [("0100000001", "TRẦN THỊ HOÀ"), ("0100000002", "LÊ VĂN ẤT")] {
      let fields: [FieldKey: String] = [
        .socialInsuranceNumber: number, .fullName: person, .dateOfBirth: "1990-01-15",
        .phone: "09" + number.suffix(8), .idNumber: "00" + number,
        .email: "p\(number)@example.vn",
      ]
      for (place, type) in RegistrationType.allCases.enumerated() {
        _ = try store.submit(
          SampleRegistration.body(type, fields, seed: place), key: "\(type)-\(number)",
          caller: Self.admin)
      }
    }
    let list = try list(
      """
      Mã số BHXH;Họ tên;Ngày sinh;CCCD;SĐT
      0100000001;Trần Thị Hoà;15/01/1990;000100000001;0900000001
      0100000002;Lê Văn Ất;15/01/1990;000100000002;0900000002
      """)
    _ = try store.take(list, by: Self.admin)
    let unit = EmployerUnit(name: "CÔNG TY A", contacts: [])
    _ = try store.put(unit, code: "U1", office: "", by: Self.admin)
    _ = try store.replaceEmployees(ofUnit: "U1", office: "", by: list, caller: Self.admin)
    _ = try store.lead(
      "R-1", to: "awaiting-paper", note: "gọi bà Hoà", by: Self.admin)
  }

  /// Everything that stands in any table, as text.
  private func content() throws -> String {
    let tables = [
      "registrations", "submissions", "transitions", "phones", "notifications", "participants",
      "units", "contacts", "employees", "audit", "tokens",
    ]
    let database: any RegistryDatabase = try clocked.place.openReader()
    return try tables.map { table in
      if TestPlace.isPostgres {
        return try database.execute(
          table == "submissions"
            ? "SELECT office || idempotency_key || convert_from(body, 'UTF8') FROM submissions"
            : "SELECT t::text FROM \(table) AS t"
        ).map { $0.text(0) }.joined(separator: "\n")
      }
      let names = try database.execute("SELECT name FROM pragma_table_info('\(table)')")
        .map { "coalesce(CAST(\($0.text(0)) AS TEXT), '')" }.joined(separator: " || ' ' || ")
      return try database.execute("SELECT \(names) FROM \(table)").map { $0.text(0) }
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  @Test func nothingOfThePersonIsLeftAndAllOfTheOther() throws {
    try fill()
    let values = [
      "0100000001", "000100000001", "0900000001", "TRẦN THỊ HOÀ", "Trần Thị Hoà", "bà Hoà",
    ]
    // Keys of this test name the number; those of programs are digests.
    func left() throws -> [String] {
      let text = try content().replacing(#/[a-zA-Z]+-01\d{8}/#, with: "")
      return values.filter { text.contains($0) }
    }
    #expect(try left().count == values.count)
    let others = try content().components(separatedBy: "0100000002").count
    let erased = try store.forget(number: "0100000001", by: Self.admin)
    #expect(erased.registrations == ["R-1", "R-2", "R-3", "R-4"])
    #expect(erased.listed == 2)
    #expect(try left() == [])
    #expect(try content().components(separatedBy: "0100000002").count == others)
    guard case .intact = try store.verifyAudit() else {
      Issue.record("the trail is broken")
      return
    }
    if case .file(let path) = clocked.place {
      for name in [path, path + "-wal"] {
        let bytes = FileManager.default.contents(atPath: name) ?? Data()
        #expect(bytes.range(of: Data("TRẦN THỊ HOÀ".utf8)) == nil, "\(name)")
      }
    }
  }

  /// What was erased stands in nobody's way: neither to readers, nor to lists, nor to steps.
  @Test func theRegistryGoesOn() throws {
    try fill()
    _ = try store.forget(number: "0100000001", by: Self.admin)
    let found = try store.registration("R-1", for: Self.admin)
    #expect(found.bodies.isEmpty)
    #expect(found.registration.state == "awaiting-paper")
    _ = try store.take(
      list("Mã số BHXH;Họ tên\n0100000005;Phạm Thị Đinh\n"), by: Self.admin)
    #expect(try store.lead("R-1", to: "rejected", note: nil, by: Self.admin).bodies.isEmpty)
    clocked.clock.advance(by: .seconds(20 * 86_400))
    _ = try store.endOverdue()
    #expect(try store.forget(number: "0100000001").registrations.isEmpty)
  }
}
