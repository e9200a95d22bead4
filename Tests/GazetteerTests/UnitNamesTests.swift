import Documents
import Gazetteer
import Testing

/// Names behind unit words in running text, as heads and lists of letters hold them.
@Suite struct UnitNamesTests {
  private func repaired(_ text: String) throws -> String {
    let names = UnitNames(try Dictionaries.gazetteer.get())
    return names.repaired(text.split(separator: " ").map(String.init)).joined(separator: " ")
  }

  /// Ba Chẽ is a district of Quảng Ninh, and Ba alone a commune of Quảng Nam.
  @Test(arguments: [
    ("BỆNH VIỆN ĐA KHOA HUYỆN BA CHẾ", "BỆNH VIỆN ĐA KHOA HUYỆN BA CHẼ"),
    ("Cục Thuế tỉnh Nghê An", "Cục Thuế tỉnh Nghệ An"),
    ("UBND HUYỆN EA HLEO", "UBND HUYỆN EA H'LEO"),
    ("UBND thị xã Chữ, tỉnh Bắc Giang", "UBND thị xã Chũ, tỉnh Bắc Giang"),
  ])
  func aMisreadNameIsPutRight(read: String, printed: String) throws {
    #expect(try repaired(read) == printed)
  }

  /// What the catalogue holds, and what it does not come near to, stays as it was read.
  @Test(arguments: [
    "BẢO HIỂM XÃ HỘI TỈNH NGHỆ AN", "Bảo hiểm xã hội các huyện, thị xã, thành phố",
    "UBND HUYỆN CHÂU THÀNH A", "Hội Nông dân huyện Từ Liêm", "tỉnh Abcdefgh",
  ])
  func nothingElseChanges(text: String) throws {
    #expect(try repaired(text) == text)
  }

  @Test func aPlaceHasNoUnitWord() throws {
    let names = UnitNames(try Dictionaries.gazetteer.get())
    #expect(names.match("lây Ninh").text == "Tây Ninh")
    #expect(names.match("lây Ninh").lexicon == .corrected)
    #expect(names.match("Di Linh").lexicon == .exact)
  }
}
