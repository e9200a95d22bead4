import Documents
import Testing

@testable import Extraction

/// The name below a signature bears witness for the name of who declares.
@Suite struct SignedNameTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  /// Form 01 whose line of the name reads `name`, with `signed` below the signature.
  private func fullName(_ name: String, signed: String?, x: Int = 1680) throws -> Field {
    var sheet = FormExtractionTests.form01()
    let line = try #require(
      sheet.lines.firstIndex { $0.words.map(\.text).contains { $0.hasPrefix(".........") } })
    sheet.lines.remove(at: line)
    sheet.line("1. Họ và tên: " + name, x: 250, y: 900)
    if let signed { sheet.line(signed, x: x, y: 2480) }
    let document = extractor.extract(sheet.reading, page: 1)
    return try #require(document.fields[.fullName])
  }

  private func support(_ field: Field) -> Double? { field.evidence.measures[.repetitions] }

  @Test func supportsTheSameName() throws {
    let field = try fullName("NGUYỄN VĂN ĐỨC", signed: "Nguyễn Văn Đức")
    #expect(field.value == .text("NGUYỄN VĂN ĐỨC"))
    #expect(support(field) == 1)
  }

  /// Marks that the line of the name lost are taken from the other place, and that is said.
  @Test func givesMarksThatWereMisread() throws {
    let field = try fullName("HOÀNG THỊ LÉ", signed: "Hoàng Thị Lê")
    #expect(field.value == .text("HOÀNG THỊ LÊ"))
    #expect(field.raw == "HOÀNG THỊ LÉ")
    #expect(field.repairs.map(\.why) == ["repetition"])
    #expect(field.candidates.map(\.value) == [.text("HOÀNG THỊ LÉ")])
  }

  /// A guardian or an officer may sign: another name says nothing about this one.
  @Test(arguments: ["Trần Thị Mai", "(Ký, ghi rõ họ tên)", "Nguyễn Văn"])
  func leavesOtherNamesAlone(signed: String) throws {
    let field = try fullName("NGUYỄN VĂN ĐỨC", signed: signed)
    #expect(field.value == .text("NGUYỄN VĂN ĐỨC"))
    #expect(support(field) == nil)
  }

  /// Names that stand elsewhere on the page are not below the signature.
  @Test func looksBelowTheSignatureAlone() throws {
    #expect(support(try fullName("NGUYỄN VĂN ĐỨC", signed: "Nguyễn Văn Đức", x: 250)) == nil)
    #expect(support(try fullName("NGUYỄN VĂN ĐỨC", signed: nil)) == nil)
  }
}
