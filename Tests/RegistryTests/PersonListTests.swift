import Foundation
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct PersonListTests {
  private let columns: ListColumns

  init() throws { columns = try ListColumns(directory: Workflows.committedDictionaries) }

  private func list(_ text: String, needsNumber: Bool = true) throws -> PersonList {
    try PersonList(Array(text.utf8), columns: columns, needsNumber: needsNumber)
  }

  private static let hoa = ListedPerson(
    line: 2, number: "0100000001", name: "TRẦN THỊ HOÀ", birthDate: "1990-01-15",
    idNumber: "001190000001", phone: "0912000001", email: "a@example.vn")

  struct Export: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
      testDescription = name
      self.bytes = bytes
    }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
  }

  private static let rows = [
    ["Mã số BHXH", "Họ và tên", "Ngày sinh", "Số CCCD", "Điện thoại", "Email"],
    ["0100000001", "TRẦN THỊ HOÀ", "15/01/1990", "001190000001", "0912000001", "a@example.vn"],
  ]

  private static func text(_ delimiter: String, end: String = "\n", quote: String = "") -> String {
    rows.map { row in row.map { quote + $0 + quote }.joined(separator: delimiter) + end }.joined()
  }

  /// The same list as spreadsheets export it.
  private static let exports = [
    Export("commas", text(",")),
    Export("a mark, semicolons, carriage returns", "\u{FEFF}" + text(";", end: "\r\n")),
    Export("tabs", text("\t")),
    Export("quotes", text(",", quote: "\"")),
    Export(
      "UTF-16 with its mark, tabs",
      [0xFF, 0xFE] + text("\t", end: "\r\n").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
    Export(
      "Windows-1258",
      Array("Ma so BHXH;Ho va ten;Ngay sinh;So CCCD;Dien thoai;Email\n0100000001;".utf8)
        + Array("TR".utf8) + [0xC2, 0xCC] + Array("N TH".utf8) + [0x49, 0xF2]
        + Array(" HO".utf8) + [0x41, 0xCC]
        + Array(";15/01/1990;001190000001;0912000001;a@example.vn\n".utf8)),
  ]

  @Test(arguments: exports.indices) func readsWhatSpreadsheetsExport(index: Int) throws {
    let export = Self.exports[index]
    let list = try PersonList(export.bytes, columns: columns, needsNumber: true)
    #expect(list.persons == [Self.hoa], "\(export.testDescription)")
    #expect(list.faults.isEmpty)
  }

  @Test func findsTheHeadingsBelowATitleAndIgnoresWhatStandsBelow() throws {
    let list = try list(
      """
      DANH SÁCH LAO ĐỘNG THAM GIA BHXH;;;
      Đơn vị: CÔNG TY KHÔNG CÓ;;;

      STT;HỌ TÊN NHÂN VIÊN;Năm sinh;Số sổ BHXH (10 số)
      1;Nguyễn Văn Ất;1988;0100000002
      2;Lê Thị Bính;03/1991;100000003
      ;Tổng cộng: 2 người;;
      ;Người lập biểu;;
      """)
    #expect(list.persons.map(\.name) == ["Nguyễn Văn Ất", "Lê Thị Bính"])
    #expect(list.persons.map(\.line) == [5, 6])
    #expect(list.persons.map(\.birthDate) == ["1988", "1991-03"])
    // The spreadsheet took the number for a number and dropped its zero.
    #expect(list.persons.map(\.number) == ["0100000002", "0100000003"])
    #expect(list.faults.isEmpty)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let row: String
    let cause: ListFault.Cause
    var testDescription: String { row }
  }

  @Test(arguments: [
    Bad(row: ",15/01/1990,0100000001,,", cause: .name),
    Bad(row: "A,15/01/1990,0100000001,,", cause: .name),
    Bad(row: "=HYPERLINK(1),15/01/1990,0100000001,,", cause: .name),
    Bad(row: "Lê Văn Ất,15/01/1990,,,", cause: .number),
    Bad(row: "Lê Văn Ất,15/01/1990,01000000011111,,", cause: .number),
    Bad(row: "Lê Văn Ất,15/01/1990,1.0E+09,,", cause: .rounded),
    Bad(row: "Lê Văn Ất,31/02/1990,0100000001,,", cause: .birthDate),
    Bad(row: "Lê Văn Ất,hôm qua,0100000001,,", cause: .birthDate),
    Bad(row: "Lê Văn Ất,15/01/1990,0100000001,12345,", cause: .idNumber),
    Bad(row: "Lê Văn Ất,15/01/1990,0100000001,,12", cause: .phone),
    Bad(row: "Lê Văn Bính,15/01/1990,0100000009,,", cause: .twice),
  ])
  func namesTheLineAndTheCause(bad: Bad) throws {
    let list = try list(
      "Họ tên,Ngày sinh,Mã số BHXH,CCCD,SĐT\nLê Văn Ất,1/1/1980,0100000009,,\n\(bad.row)\n"
        + "Phạm Thị Đinh,2/2/1980,0100000008,,\n")
    #expect(list.faults == [ListFault(line: 3, cause: bad.cause)])
    #expect(list.persons.map(\.line) == [2, 4])
  }

  @Test(arguments: ["", "a,b\n1,2\n", "Họ tên,Ngày sinh\nLê Văn Ất,1990\n"])
  func refusesWhatIsNoList(text: String) {
    #expect(throws: ListFault(line: 0, cause: .noHeadings)) { try list(text) }
  }

  @Test func aUnitMayNotKnowTheNumbers() throws {
    let list = try list("Họ tên,Ngày sinh\nLê Văn Ất,1990\n", needsNumber: false)
    #expect(list.persons == [ListedPerson(line: 2, name: "Lê Văn Ất", birthDate: "1990")])
  }

  @Test(arguments: UInt64(0)..<200) func survivesAnything(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = Self.exports.randomElement(using: &random)?.bytes ?? []
    for _ in 0..<Int.random(in: 1...20, using: &random) where !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    _ = try? PersonList(bytes, columns: columns, needsNumber: false)
  }
}
