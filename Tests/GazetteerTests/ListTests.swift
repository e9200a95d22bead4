import Documents
import Gazetteer
import Testing

@Suite struct ListTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: String
    var code: String?
    var lexicon: Evidence.Lexicon
    var testDescription: String { text }

    init(_ text: String, _ expected: String, _ code: String?, _ lexicon: Evidence.Lexicon) {
      self.text = text
      self.expected = expected
      self.code = code
      self.lexicon = lexicon
    }
  }

  private func check(_ match: ListMatch, _ expected: Case) {
    #expect(Array(match.text.utf8) == Array(expected.expected.utf8))
    #expect(match.code == expected.code)
    #expect(match.lexicon == expected.lexicon)
  }

  /// Codes of the social-insurance catalogue; Mèo is another name of the Hmông.
  @Test(arguments: [
    Case("Kinh", "Kinh", "01", .exact), Case("KINH", "KINH", "01", .exact),
    Case("Klnh", "Kinh", "01", .corrected), Case("Êđê", "Êđê", "12", .exact),
    Case("Mèo", "Mèo", "08", .exact), Case("Xyzq", "Xyzq", nil, .absent),
    Case("", "", nil, .absent),
  ])
  func judgesEthnicGroups(_ expected: Case) throws {
    check(try Dictionaries.gazetteer.get().ethnicGroup(expected.text), expected)
  }

  @Test(arguments: [
    Case("Việt Nam", "Việt Nam", "VN", .exact), Case("Viêt Nam", "Việt Nam", "VN", .corrected),
    Case("VIET NAM", "VIỆT NAM", "VN", .corrected),
  ])
  func judgesNationalities(_ expected: Case) throws {
    check(try Dictionaries.gazetteer.get().nationality(expected.text), expected)
  }

  @Test(arguments: [
    Case("Nam", "Nam", "male", .exact), Case("Nữ", "Nữ", "female", .exact),
    Case("Nu", "Nữ", "female", .corrected), Case("?", "?", nil, .absent),
  ])
  func judgesSexes(_ expected: Case) throws {
    check(try Dictionaries.gazetteer.get().sex(expected.text), expected)
  }

  @Test(arguments: [
    Case("03 tháng", "03 tháng", "3", .exact), Case("6 thang", "6 tháng", "6", .corrected),
    Case("12 tháng một lần", "12 tháng một lần", "12", .exact),
    Case("Một lần cho những năm về sau", "Một lần cho những năm về sau", "VS", .exact),
  ])
  func judgesPaymentMethods(_ expected: Case) throws {
    check(try Dictionaries.gazetteer.get().paymentMethod(expected.text), expected)
  }

  /// Wordings of letters of 2020-2021 and of the order since 2025-10-01.
  @Test(arguments: [
    Case("Bảo hiểm xã hội quận Hồng Bàng", "Bảo hiểm xã hội quận Hồng Bàng", nil, .exact),
    Case("Bảo hiểm xã hôi quận Hông Bàng", "Bảo hiểm xã hội quận Hồng Bàng", nil, .corrected),
    Case("BHXH huyện Diên Khánh", "BHXH huyện Diên Khánh", nil, .exact),
    Case("Bảo hiểm xã hội tỉnh Khánh Hoà", "Bảo hiểm xã hội tỉnh Khánh Hoà", nil, .exact),
    Case("Bảo hiểm xã hội khu vực XXVII", "Bảo hiểm xã hội khu vực XXVII", nil, .exact),
    Case("BHXH cơ sở Nha Trang", "BHXH cơ sở Nha Trang", nil, .exact),
    Case("Bảo hiểm xã hội Việt Nam", "Bảo hiểm xã hội Việt Nam", nil, .exact),
    Case("Công ty Hoa Mai", "Công ty Hoa Mai", nil, .absent),
    Case("Bảo Hiểm xã hội huyện Lâm Thao", "Bảo hiểm xã hội huyện Lâm Thao", nil, .exact),
    Case("BẢO HIỂM XÃ HỘI HUYỆN LÂM THAO", "BẢO HIỂM XÃ HỘI HUYỆN LÂM THAO", nil, .exact),
    Case(
      "Bảo hiểm xã hội huyện Yên Minh - tỉnh Hà Giang",
      "Bảo hiểm xã hội huyện Yên Minh - tỉnh Hà Giang", nil, .exact),
    Case(
      "Bảo hiểm xã hội tỉnh Bà Rịa - Vũng Tàu", "Bảo hiểm xã hội tỉnh Bà Rịa - Vũng Tàu", nil,
      .exact),
    Case("Bảo hiểm xã hội Sơn La", "Bảo hiểm xã hội Sơn La", nil, .exact),
    Case("BHXH Bà Rịa - Vũng Tàu", "BHXH Bà Rịa - Vũng Tàu", nil, .exact),
    // "thành phố", misread as a ward of today.
    Case(
      "Bảo hiểm xã hội huyện Cờ Đỏ, Thạnh Phú Cần Thơ",
      "Bảo hiểm xã hội huyện Cờ Đỏ, Thạnh Phú Cần Thơ", nil, .absent),
  ])
  func judgesOffices(_ expected: Case) throws {
    check(try Dictionaries.gazetteer.get().office(expected.text), expected)
  }

  /// Names and codes of the catalogue of health facilities.
  @Test(arguments: [
    Case("Bệnh viện Hữu Nghị", "Bệnh viện Hữu Nghị", "01001", .exact),
    Case("Bênh viện đa khoa Đông Đa", "Bệnh viện đa khoa Đống Đa", "01004", .corrected),
    Case(
      "Bệnh viện Hữu Nghị Việt Nam Cu Ba", "Bệnh viện Hữu Nghị Việt Nam - Cu Ba", "01005",
      .corrected),
    Case("Tiệm bánh mì số 3", "Tiệm bánh mì số 3", nil, .absent),
  ])
  func judgesHealthFacilities(_ expected: Case) throws {
    let gazetteer = try Dictionaries.gazetteer.get()
    check(try gazetteer.healthFacility(expected.text, province: "01"), expected)
    #expect(try gazetteer.healthFacilityName(code: "01001") == "Bệnh viện Hữu Nghị")
  }

  /// Phường Trúc Bạch (00004) went wholly to Phường Ba Đình (00004).
  @Test func leadsToUnitsOfToday() throws {
    let gazetteer = try Dictionaries.gazetteer.get()
    let former = try #require(
      gazetteer.address("Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội").ward)
    #expect(try gazetteer.successors(of: former).map(\.unit.name) == ["Phường Ba Đình"])
    #expect(gazetteer.province(numberPrefix: "056")?.name == "Tỉnh Khánh Hòa")
    #expect(gazetteer.province(numberPrefix: "003") == nil)
    let parts = gazetteer.address(parts: ["Xã Diên Sơn", "Diên Khảnh", "Khánh Hoà"])
    #expect(parts.texts == ["Xã Diên Sơn", "Diên Khánh", "Khánh Hoà"])
  }
}
