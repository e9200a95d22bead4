import Foundation
import RegistrySupport
import TestSupport
import Testing
import VietnameseText

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

  struct OldExport: Sendable, CustomTestStringConvertible {
    let encoding: LegacyEncoding
    /// Whether the spreadsheet took the letters for Western ones and wrote those as UTF-8.
    let isUTF8: Bool
    /// Whether the headings are in letters without marks.
    let hasPlainHeadings: Bool
    var testDescription: String {
      "\(encoding.rawValue)\(isUTF8 ? " as UTF-8" : "")\(hasPlainHeadings ? ", plain headings" : "")"
    }

    static let all = [LegacyEncoding.tcvn3, .vni].flatMap { encoding in
      [false, true].flatMap { isUTF8 in
        [false, true].map {
          OldExport(encoding: encoding, isUTF8: isUTF8, hasPlainHeadings: $0)
        }
      }
    }
  }

  /// Lists typed in fonts of before Unicode, as spreadsheets of today export them.
  @Test(arguments: OldExport.all) func readsOldFonts(export: OldExport) throws {
    let letters = try LegacyLetters(dictionaries: Workflows.committedDictionaries)
    let headings =
      export.hasPlainHeadings
      ? "Ma so BHXH;Ho va ten;Ngay sinh" : "Mã số BHXH;Họ và tên;Ngày sinh"
    let shown = letters.shown(
      headings + "\n0100000001;Trần Thị Hoà;15/01/1990\n0100000002;Nguyễn Văn Đức;2/3/1988\n"
        + "0100000003;Phạm Bưởi;1970\n",
      in: export.encoding)
    let bytes =
      export.isUTF8
      ? Array(shown.utf8) : Array(try #require(shown.data(using: .windowsCP1252)))
    let list = try PersonList(bytes, columns: columns, needsNumber: true)
    #expect(list.persons.map(\.name) == ["Trần Thị Hoà", "Nguyễn Văn Đức", "Phạm Bưởi"])
    #expect(list.persons.map(\.birthDate) == ["1990-01-15", "1988-03-02", "1970"])
    #expect(list.faults.isEmpty)
  }

  /// One strange name among good ones does not turn the others into another writing.
  @Test func aStrangeNameLeavesTheOthers() throws {
    let list = try list(
      """
      Mã số BHXH;Họ và tên
      0100000001;Trần Hà À
      0100000002;V¨n
      0100000003;Nguyễn Ô Ân
      """)
    #expect(list.persons.map(\.name) == ["Trần Hà À", "Nguyễn Ô Ân"])
    #expect(list.faults == [ListFault(line: 3, cause: .name)])
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
