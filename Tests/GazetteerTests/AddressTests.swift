import Documents
import Gazetteer
import Testing

@Suite struct AddressTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var corrected: String?
    var lexicon: Evidence.Lexicon
    /// Codes of ward, district and province; empty where none.
    var codes: [String]
    var era: Era?
    var testDescription: String { text }
  }

  /// Codes from the lists of 2025-03-01 and 2026-07; styles of cards and forms.
  @Test(arguments: [
    Case(
      text: "Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh", lexicon: .exact,
      codes: ["26740", "760", "79"], era: .former),
    Case(
      text: "12 Lê Lợi, P.Bến Nghé, Q.1, TP.HCM", lexicon: .exact, codes: ["26740", "760", "79"],
      era: .former),
    Case(
      text: "Số 5, Bến Nghé, Quận 1, TP. Hồ Chí Minh", lexicon: .exact,
      codes: ["26740", "760", "79"], era: .former),
    Case(
      text: "Diên Sơn, Diên Khánh, Khánh Hòa", lexicon: .exact, codes: ["22663", "574", "56"],
      era: .former),
    Case(
      text: "Diên Sơn, Diên Khánh, Khánh Hoà", lexicon: .exact, codes: ["22663", "574", "56"],
      era: .former),
    Case(
      text: "Diên Sơn, Diễn Khánh, Khánh Hoa", corrected: "Diên Sơn, Diên Khánh, Khánh Hòa",
      lexicon: .corrected, codes: ["22663", "574", "56"], era: .former),
    Case(
      text: "THÔN 3, XÃ DIÊN SƠN, HUYỆN DIÊN KHÁNH, TỈNH KHÁNH HÒA", lexicon: .exact,
      codes: ["22663", "574", "56"], era: .former),
    Case(
      text: "Thôn 3, xã Diên Sơn, huyên Diên Khảnh, tỉnh Khánh Hòa",
      corrected: "Thôn 3, xã Diên Sơn, huyện Diên Khánh, tỉnh Khánh Hòa", lexicon: .corrected,
      codes: ["22663", "574", "56"], era: .former),
    Case(
      text: "Tổ 2 Phường Ba Đình, Thành phố Hà Nội", lexicon: .exact, codes: ["00004", "", "01"],
      era: .today),
    // Its name is one word (list of 2025-03-01), which readers part at the capital.
    Case(
      text: "Xã EaBar, Huyện Sông Hinh, Tỉnh Phú Yên", lexicon: .exact,
      codes: ["22225", "561", "54"], era: .former),
    Case(
      text: "Xã Ea Bar, Huyện Sông Hinh, Tỉnh Phú Yên",
      corrected: "Xã EaBar, Huyện Sông Hinh, Tỉnh Phú Yên", lexicon: .corrected,
      codes: ["22225", "561", "54"], era: .former),
    // No name of a unit holds a stop or a colon: specks.
    Case(
      text: "Phường Quyết Thắng, Thành phố Kon. Tum, Tỉnh Kon Tum",
      corrected: "Phường Quyết Thắng, Thành phố Kon Tum, Tỉnh Kon Tum", lexicon: .corrected,
      codes: ["23287", "608", "62"], era: .former),
    Case(text: "Hà Nội", lexicon: .exact, codes: ["", "", "01"], era: nil),
    Case(
      text: "Hà Nôi", corrected: "Hà Nội", lexicon: .corrected, codes: ["", "", "01"], era: nil),
    Case(
      text: "Quận Hồng Bàng, Hải Phòng", lexicon: .exact, codes: ["", "303", "31"], era: .former),
    Case(text: "Xã Không Có, Huyện Nào, Tỉnh Lạ", lexicon: .absent, codes: ["", "", ""], era: nil),
    Case(text: "", lexicon: .absent, codes: ["", "", ""], era: nil),
  ])
  func judges(_ expected: Case) throws {
    let match = try Dictionaries.gazetteer.get().address(expected.text)
    #expect(Array(match.text.utf8) == Array((expected.corrected ?? expected.text).utf8))
    #expect(match.lexicon == expected.lexicon)
    let codes = [match.ward, match.district, match.province].map { $0?.code ?? "" }
    #expect(codes == expected.codes)
    if let era = expected.era { #expect(match.era == era) }
    #expect(match.repairs.isEmpty == (expected.corrected == nil))
  }

  /// A district that the printed names contradict is not forced upon them.
  @Test func keepsDetailBeforeTheUnits() throws {
    let match = try Dictionaries.gazetteer.get().address(
      "Số 12, đường Trần Phú, phường Lộc Thọ, thành phố Nha Trang, tỉnh Khánh Hòa")
    #expect(match.detail == "Số 12, đường Trần Phú")
    #expect(match.ward?.name == "Phường Lộc Thọ")
  }
}
