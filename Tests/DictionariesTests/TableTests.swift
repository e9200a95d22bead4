import Foundation
import Gazetteer
import Testing
import VietnameseText

@Suite struct TableTests {
  struct Table: Sendable, CustomTestStringConvertible {
    var name: String
    var columns: [String]
    var count: Int
    /// Columns that together occur once only.
    var key: [Int]
    var testDescription: String { name }

    init(_ name: String, _ columns: [String], count: Int, key: [Int]) {
      self.name = name
      self.columns = columns
      self.count = count
      self.key = key
    }
  }

  private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "dictionaries")
    .path

  /// Counts of units: NQ 1365/NQ-UBTVQH15 (10,035 communes of 696 districts), NQ 202/2025/QH15 (34
  /// provinces, 3,321 communes); the other counts are those of the catalogues as published.
  static let tables = [
    Table(
      "units/former-provinces", ["code", "name", "areaCode", "successor"], count: 63, key: [0]),
    Table("units/former-districts", ["code", "name", "province"], count: 696, key: [0]),
    Table("units/former-wards", ["code", "name", "district"], count: 10_035, key: [0]),
    Table("units/provinces", ["code", "name", "seat"], count: 34, key: [0]),
    Table("units/wards", ["code", "name", "province"], count: 3321, key: [0]),
    Table("units/succession", ["former", "ward", "extent"], count: 10_565, key: [0, 1]),
    Table("units/spellings", ["era", "code", "name"], count: 52, key: [0, 1, 2]),
    Table("lists/ethnic-groups", ["code", "name", "otherNames"], count: 56, key: [0]),
    Table("lists/nationalities", ["code", "name"], count: 241, key: [0, 1]),
    Table("lists/health-facilities", ["code", "name"], count: 13_935, key: [0]),
    Table("lists/surnames", ["name", "north", "central", "south"], count: 205, key: [0]),
    Table("lists/cmnd9-prefixes", ["prefixes", "police", "evidence"], count: 51, key: [0, 1]),
    Table("lists/relationships", ["code", "name"], count: 23, key: [0]),
    Table("lists/payment-methods", ["code", "name"], count: 26, key: [1]),
    Table("lists/sexes", ["value", "printed", "mrz"], count: 2, key: [0]),
    Table("lists/offices", ["opening", "follows"], count: 22, key: [0]),
    Table("lists/phone-prefixes", ["prefix", "kind", "successor"], count: 150, key: [0]),
  ]

  private static func read(_ table: Table) throws -> DictionaryTable {
    try DictionaryTable(
      path: directory + "/" + table.name + ".tsv", columns: table.columns)
  }

  @Test(arguments: tables)
  func holdsItsRowsOnce(table: Table) throws {
    let file = try Self.read(table)
    #expect(file.count == table.count)
    var keys: Set<String> = []
    for row in 0..<file.count {
      let key = table.key.map { file[row, $0] }.joined(separator: "\t")
      #expect(keys.insert(key).inserted, "line \(file.line(of: row)) comes twice")
    }
  }

  @Test(arguments: tables)
  func namesItsSourceAndDate(table: Table) throws {
    let comments = try Self.read(table).comments
    let source = comments.filter { $0.hasPrefix("Source") }.joined()
    #expect(!source.isEmpty)
    #expect(comments.joined().contains(/20\d\d/))
  }

  @Test(arguments: tables)
  func isInNormalForm(table: Table) throws {
    let bytes = [UInt8](
      try Data(contentsOf: URL(filePath: Self.directory + "/" + table.name + ".tsv")))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Array(text.utf8) == bytes)
    #expect(text.isNormalized())
    #expect(!bytes.contains(UInt8(ascii: "\r")))
    #expect(bytes.last == UInt8(ascii: "\n"))
    let file = try Self.read(table)
    for row in 0..<file.count {
      for column in table.columns.indices {
        let cell = file[row, column]
        #expect(
          cell == cell.foldingWhiteSpace()
            && !cell.unicodeScalars.contains { "Ððʼ’".unicodeScalars.contains($0) },
          "line \(file.line(of: row)): \(cell)")
      }
    }
  }

  /// Every code that a row refers to is there; the conversion sheet leaves two former wards out.
  @Test func leavesNoCodeDangling() throws {
    func codes(_ name: String, column: Int = 0) throws -> Set<String> {
      let table = try #require(Self.tables.first { $0.name == name })
      let file = try Self.read(table)
      return Set((0..<file.count).map { file[$0, column] })
    }
    let provinces = try codes("units/former-provinces")
    let districts = try codes("units/former-districts")
    let former = try codes("units/former-wards")
    let today = try codes("units/provinces")
    let wards = try codes("units/wards")
    #expect(try codes("units/former-provinces", column: 3) == today)
    #expect(try codes("units/former-districts", column: 2) == provinces)
    #expect(try codes("units/former-wards", column: 2).isSubset(of: districts))
    #expect(try codes("units/wards", column: 2) == today)
    #expect(try codes("units/succession", column: 0) == former.subtracting(["01651", "02482"]))
    #expect(try codes("units/succession", column: 1).isSubset(of: wards))
    let facilities = try codes("lists/health-facilities").map { String($0.prefix(2)) }
    #expect(Set(facilities).subtracting(provinces).isSubset(of: ["QP", "97", "98"]))
  }
}
