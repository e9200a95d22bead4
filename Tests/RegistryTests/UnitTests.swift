import Documents
import Foundation
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct UnitTests {
  private let own: ClockedStore
  private var store: RegistryStore { own.store }
  private static let north = Caller(id: "T-1", role: .operator, office: "north")
  private static let south = Caller(id: "T-2", role: .operator, office: "south")
  private static let reviewer = Caller(id: "T-3", role: .reviewer)

  init() throws { own = try ClockedStore() }

  private func list(_ rows: [String]) throws -> PersonList {
    let text =
      "Họ và tên;Ngày sinh;Mã số BHXH;Số CCCD;Điện thoại\n" + rows.joined(separator: "\n")
    let columns = try ListColumns(directory: Workflows.committedDictionaries)
    return try PersonList(Array(text.utf8), columns: columns, needsNumber: false)
  }

  private func put(_ code: String = "TA01", by caller: Caller = north) throws {
    _ = try store.put(
      EmployerUnit(
        name: "CÔNG TY KHÔNG CÓ",
        contacts: [
          EmployerUnit.Contact(name: "Lê Văn Ất", phone: "0912000009", email: "a@example.vn")
        ]), code: code, office: nil, by: caller)
  }

  private func register(
    _ fields: [FieldKey: String], seed: Int, by caller: Caller = north
  ) throws -> String {
    let body = try SampleRegistration.body(.individualAccount, fields, seed: seed)
    let answer = try store.submit(body, key: "k\(seed)", caller: caller)
    return try JSONDecoder().decode(RegistrationReceipt.self, from: Data(answer.receipt)).id
  }

  private static let hoa: [FieldKey: String] = [
    .socialInsuranceNumber: "0100000001", .idNumber: "001190000001", .fullName: "TRẦN THỊ HOÀ",
    .dateOfBirth: "1990-01-15", .phone: "0912000001",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let row: String
    let standing: EmployeeStatus.Standing
    var conflicts: [EmployeeStatus.Conflict] = []
    var testDescription: String { row }
  }

  /// Registered are Trần Thị Hoà and, by the number 0100000002, Lê Văn Ất; participant 0100000003 is
  /// Phạm Thị Đinh.
  @Test(arguments: [
    Case(row: "Trần Thị Hoà;15/01/1990;0100000001;;", standing: .registered),
    Case(row: "TRAN THI HOA;1990;;001190000001;0912000001", standing: .registered),
    Case(row: "Trần Thị Hoà;;001190000001;;", standing: .registered),
    Case(row: "Trần Thị Huệ;15/01/1990;0100000001;;", standing: .conflict, conflicts: [.name]),
    Case(
      row: "Trần Thị Hoà;15/01/1991;0100000001;;", standing: .conflict, conflicts: [.birthDate]),
    Case(
      row: "Trần Thị Hoà;15/01/1990;0100000002;001190000001;", standing: .conflict,
      conflicts: [.name, .numbers]),
    Case(row: "Trần Thị Hoà;15/01/1990;0100000007;;", standing: .missing),
    Case(
      row: "Ngô Thị Kỷ;1995;0100000008;;0912000001", standing: .conflict, conflicts: [.phone]),
    Case(row: "Phạm Thị Đinh;1985;0100000003;;", standing: .missing),
    Case(row: "Phạm Thị Đào;1985;0100000003;;", standing: .conflict, conflicts: [.participant]),
  ])
  func tellsWhereEachEmployeeStands(sample: Case) throws {
    try put()
    _ = try register(Self.hoa, seed: 1)
    _ = try register(
      [.socialInsuranceNumber: "0100000002", .fullName: "LÊ VĂN ẤT"], seed: 2, by: Self.south)
    let columns = try ListColumns(directory: Workflows.committedDictionaries)
    _ = try store.take(
      PersonList(
        Array("Mã số BHXH,Họ tên,Năm sinh\n0100000003,Phạm Thị Đinh,1985\n".utf8),
        columns: columns, needsNumber: true), by: .program)
    let employees = try store.replaceEmployees(
      ofUnit: "TA01", office: nil, by: list([sample.row]), caller: Self.north)
    #expect(employees.map(\.standing) == [sample.standing])
    #expect(employees.first?.conflicts == sample.conflicts)
  }

  @Test func anEndedRegistrationIsNone() throws {
    try put()
    let id = try register(Self.hoa, seed: 1)
    let rows = try list(["Trần Thị Hoà;15/01/1990;0100000001;;"])
    let before = try store.replaceEmployees(
      ofUnit: "TA01", office: nil, by: rows, caller: Self.north)
    #expect(before.map(\.standing) == [.registered])
    #expect(before.first?.registration?.id == id)
    _ = try store.lead(id, to: "rejected", note: nil, by: Self.reviewer)
    #expect(
      try store.employees(ofUnit: "TA01", office: nil, for: Self.north).map(\.standing)
        == [.missing])
  }

  @Test func aUnitIsItsOfficesOwn() throws {
    try put()
    let read = try store.unit("TA01", office: nil, for: Self.north)
    #expect(read.unit.contacts.map(\.phone) == ["0912000009"])
    for office in [nil, "north"] {
      #expect(throws: Problem.unknownUnit) {
        try store.unit("TA01", office: office, for: Self.south)
      }
    }
    #expect(try store.unit("TA01", office: "north", for: Self.reviewer).unit.name == read.unit.name)
    // The same code is another unit elsewhere.
    try put(by: Self.south)
    #expect(try store.units(after: "", limit: 9, for: Self.north).count == 1)
    #expect(try store.units(after: "", limit: 9, for: Self.reviewer).count == 2)
    // A registration of another office counts, and is not shown.
    _ = try register(Self.hoa, seed: 1, by: Self.south)
    let employees = try store.replaceEmployees(
      ofUnit: "TA01", office: nil, by: list(["Trần Thị Hoà;15/01/1990;0100000001;;"]),
      caller: Self.north)
    #expect(employees.map(\.standing) == [.registered])
    #expect(employees.first?.registration == nil)
  }

  @Test(arguments: [
    EmployerUnit(name: ""), EmployerUnit(name: "   "), EmployerUnit(name: "a\u{7}"),
    EmployerUnit(name: "a", contacts: [EmployerUnit.Contact(name: "")]),
    EmployerUnit(name: "a", contacts: [EmployerUnit.Contact(name: "b", phone: "12")]),
    EmployerUnit(name: "a", contacts: [EmployerUnit.Contact(name: "b", email: "b")]),
    EmployerUnit(
      name: "a", contacts: (0..<21).map { EmployerUnit.Contact(name: "\($0)") }),
  ])
  func refusesWhatIsNoUnit(unit: EmployerUnit) {
    #expect(throws: Problem.self) {
      try store.put(unit, code: "TA01", office: nil, by: Self.north)
    }
  }

  @Test func progressByOfficeUnitAndPeriod() throws {
    try put()
    let id = try register(Self.hoa, seed: 1)
    _ = try register([.socialInsuranceNumber: "0100000002"], seed: 2, by: Self.south)
    let gone = try register([.socialInsuranceNumber: "0100000003"], seed: 3)
    _ = try store.lead(gone, to: "rejected", note: nil, by: Self.reviewer)
    own.clock.advance(by: .seconds(2 * 86_400))
    for state in ["paper-received", "verified", "active"] {
      _ = try store.lead(id, to: state, note: nil, by: Self.reviewer)
    }
    _ = try store.replaceEmployees(
      ofUnit: "TA01", office: nil,
      by: list([
        "Trần Thị Hoà;15/01/1990;0100000001;;", "Ngô Thị Kỷ;1995;0100000008;;",
        "Trần Văn Hoà;15/01/1990;;;0912000001",
      ]), caller: Self.north)
    let offices = try store.progress(by: .office, for: Self.reviewer)
    #expect(offices.map(\.key) == ["north", "south"])
    #expect(offices.map(\.received) == [2, 1])
    #expect(offices.map(\.open) == [0, 1])
    #expect(offices.map(\.completed) == [1, 0])
    #expect(offices.map(\.ended) == [1, 0])
    #expect(offices.map(\.averageDays) == [2, nil])
    #expect(try store.progress(by: .month, for: Self.south).map(\.received) == [1])
    #expect(try store.progress(by: .office, office: "south", for: Self.north).isEmpty)
    #expect(
      try store.progress(by: .day, type: .childAccount, for: Self.reviewer).isEmpty)
    let units = try store.progress(by: .unit, for: Self.north)
    #expect(units.map(\.key) == ["north/TA01"])
    #expect(
      units.first?.staff
        == RegistrationProgress.Staff(employees: 3, registered: 1, missing: 2, conflicting: 0))
    #expect(units.map(\.completed) == [1])
    #expect(try store.progress(by: .unit, for: Self.south).isEmpty)
  }
}
