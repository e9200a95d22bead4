import Foundation
import Documents
import TestSupport
import Testing

@testable import Extraction

/// What parsers make of the words beside a label; the values are those of the field contract.
@Suite struct ParserTests {
  private func pieces(_ text: String, confidence: Double = 0.95) -> [ValuePiece] {
    text.split(separator: " ").enumerated().map { index, word in
      ValuePiece(
        text: String(word), box: PixelBox(x: index * 50, y: 0, width: 40, height: 20),
        confidence: confidence, row: 0)
    }
  }

  @Test(arguments: [
    ("15/01/1990", "1990-01-15"), ("15-01-1990", "1990-01-15"), ("15.01.1990", "1990-01-15"),
    ("15/1/1990", "1990-01-15"), ("01/1990", "1990-01"), ("1990", "1990"),
    ("ngày 15 tháng 01 năm 1990", "1990-01-15"), ("Hà Nội, ngày 5 tháng 3 năm 2021", "2021-03-05"),
    ("ngày … tháng 01 năm 2020", "2020-01"), ("15 / 01 / 1990", "1990-01-15"),
    ("I5/O1/l990", "1990-01-15"), ("1510111990", "1990-01-15"), ("200712023", "2023-07-20"),
    ("15/0171990", "1990-01-15"), ("28-62-1947", "1947-02-28"),
  ])
  func readsDates(text: String, value: String) {
    let parsed = DateParser.parse(pieces(text))
    #expect(parsed.value == value)
    #expect(parsed.isWellFormed)
  }

  /// A day is padded where its month is: "7/03" lost a digit, and "3/11" may have.
  @Test(arguments: [
    ("7/03/1960", false), ("7/3/1960", true), ("17/03/1960", true), ("3/11/1994", false),
  ])
  func doubtsADayThatLostADigit(text: String, isWellFormed: Bool) {
    #expect(DateParser.parse(pieces(text)).isWellFormed == isWellFormed)
  }

  /// Slanted ones are read as J, slashes as those of fractions.
  @Test(arguments: ["13⁄07/1960", "J3⁄07⁄1960", "I3/07/1960"])
  func readsSlantedDates(text: String) {
    #expect(DateParser.parse(pieces(text)).value == "1960-07-13")
  }

  @Test(arguments: ["", "....../....../......", "ngày … tháng … năm …", "Nguyễn Văn Đức"])
  func makesNoDateUp(text: String) {
    #expect(DateParser.parse(pieces(text)).value == nil)
  }

  /// An entry of a civil register is known by its place and year, TT 04/2020/TT-BTP.
  @Test(arguments: [
    ("125/2020", "125/2020", true), ("12 5/2O20", "125/2020", true), ("7/1998", "7/1998", true),
    ("125/202", "125/202", false), ("0125/2020", "0125/2020", false),
    ("125/2020 Quyển", "125/2020", true),
  ])
  func readsNumbersOfRegisters(text: String, value: String, isWellFormed: Bool) {
    let parsed = NumberParser.parseRegistryNumber(pieces(text))
    #expect(parsed.value == value)
    #expect(parsed.isWellFormed == isWellFormed)
  }

  @Test func keepsAnImpossibleDateAsRead() {
    let parsed = DateParser.parse(pieces("32/13/1990"))
    #expect(parsed.value == "1990-13-32")
    #expect(!parsed.isWellFormed)
  }

  @Test(arguments: UInt64(0)..<100)
  func readsEveryDateItWrites(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let date = try #require(
      CalendarDate(
        year: 1900 + random.below(200), month: 1 + random.below(12), day: 1 + random.below(28)))
    let parts = date.description.split(separator: "-")
    for separator in ["/", "-", "."] {
      let text = parts.reversed().joined(separator: separator)
      #expect(DateParser.parse(pieces(text)).value == date.description)
    }
    let spoken = "ngày \(parts[2]) tháng \(parts[1]) năm \(parts[0])"
    #expect(DateParser.parse(pieces(spoken)).value == date.description)
  }

  @Test(arguments: [
    ("Không thời hạn", "none"), ("khang thoi hạn", "none"), ("15/01/2030", "2030-01-15"),
  ])
  func readsExpiries(text: String, value: String) {
    #expect(DateParser.parseExpiry(pieces(text)).value == value)
  }

  @Test(arguments: [
    ("001090123456", "001090123456", true), ("0O1 090 l23 456", "001090123456", true),
    ("|001090123456|", "001090123456", true), ("00109012345", "00109012345", false),
  ])
  func readsPersonalNumbers(text: String, value: String, isWellFormed: Bool) {
    let parsed = NumberParser.parse(pieces(text), lengths: [12])
    #expect(parsed.value == value)
    #expect(parsed.isWellFormed == isWellFormed)
  }

  @Test(arguments: [("B1234567", "B1234567"), ("012345678", "012345678")])
  func readsIdentityNumbers(text: String, value: String) {
    #expect(NumberParser.parseIdentity(pieces(text)).value == value)
  }

  /// Behind the letter that opens a name of the highlands stands no space.
  @Test(arguments: [
    ("ĐIỂU K' RỨT", "ĐIỂU K'RỨT"), ("RƠ MAH H'BƠI", "RƠ MAH H'BƠI"), ("H’ BƠI NIÊ", "H'BƠI NIÊ"),
    ("NGUYỄN VĂN AN '", "NGUYỄN VĂN AN"), ("K' BRỬU", "K'BRỬU"), ("HÀ THỊ H'", "HÀ THỊ H"),
  ])
  func joinsNamesOfTheHighlands(text: String, value: String) {
    #expect(NameParser.parse(pieces(text), inCapitals: true).value == value)
  }

  /// A field that is read by `parser`.
  private static func field(_ parser: ParserName) throws -> LayoutField {
    let catalogue = try LayoutCatalogue(dictionaries: Dictionaries.directory)
    return try #require(
      catalogue.layouts.flatMap(\.fields).first {
        $0.parser == parser && $0.key != nil && $0.key != .fullName
      })
  }

  /// In an empty box stand specks, or what belongs to the next one.
  @Test(arguments: [
    (ParserName.ethnicity, "06] Nơi đăng ký giấy"), (.ethnicity, "012078829699"),
    (.nationality, "Ỉ"), (.nationality, "012078829699"), (.name, "II"), (.issuer, "se"),
    (.paymentMethod, "đồng"), (.paymentMethod, "đồng / tháng"), (.paymentMethod, "đóng"),
    (.facility, "a1"),
  ])
  func takesNoSpecksForValues(parser: ParserName, text: String) throws {
    let field = try Self.field(parser)
    #expect(FieldParser.parse(pieces(text), as: field).value == nil)
  }

  @Test(arguments: [
    ("xã Tú Nang,huyện Yên Châu; tỉnh Sơn La", "xã Tú Nang, huyện Yên Châu, tỉnh Sơn La"),
    ("Số 3,5 Lê Lợi", "Số 3,5 Lê Lợi"),
    // On dotted lines commas are read as stops.
    ("Xã Chí Thảo. Huyện Quảng Hòa. Tỉnh Cao Bằng", "Xã Chí Thảo, Huyện Quảng Hòa, Tỉnh Cao Bằng"),
    ("X. Chí Thảo. H. Quảng Hòa, T. Cao Bằng", "X. Chí Thảo, H. Quảng Hòa, T. Cao Bằng"),
    ("TP. Hồ Chí Minh", "TP. Hồ Chí Minh"), ("P. Thành Nhất", "P. Thành Nhất"),
  ])
  func partsAddressesByCommas(text: String, value: String) throws {
    #expect(FieldParser.parse(pieces(text), as: try Self.field(.address)).value == value)
  }

  /// A value ends where the number of the next box begins.
  @Test(arguments: [
    (ParserName.ethnicity, "Kinh 06] Số CMND", "Kinh"), (.ethnicity, "Ê-đê", "Ê-đê"),
    (.nationality, "Hoa Kỳ 05] Dân tộc", "Hoa Kỳ"), (.nationality, "Lào", "Lào"),
    (.issuer, "CA HN", "CA HN"),
    (.paymentMethod, "Đóng 06 tháng", "Đóng 06 tháng"), (.name, "Y Blŏ", "Y Blŏ"),
  ])
  func endsValuesAtTheNextBox(parser: ParserName, text: String, value: String) throws {
    let field = try Self.field(parser)
    #expect(FieldParser.parse(pieces(text), as: field).value == value)
  }

  @Test(arguments: [
    ("0912 345 678", "0912345678"), ("0912.345.678", "0912345678"), ("+84912345678", "0912345678"),
    ("84 912 345 678", "0912345678"), ("02838 123 456", "02838123456"),
    ("01234567890", "01234567890"),
  ])
  func readsPhones(text: String, value: String) {
    let parsed = ContactParser.parsePhone(pieces(text))
    #expect(parsed.value == value)
    #expect(parsed.isWellFormed)
  }

  /// Mobile numbers have ten digits since 2018 (TT 22/2014/TT-BTTTT); the eleventh was a leader's dot.
  @Test func doubtsADigitTooMany() {
    #expect(!ContactParser.parsePhone(pieces("03924414005")).isWellFormed)
  }

  @Test(arguments: [
    ("duc.nv@example.vn", "duc.nv@example.vn"), ("duc.nv @example.vn", "duc.nv@example.vn"),
    ("duc.nv(@gmail.com.", "duc.nv@gmail.com"), ("duc.nv©example.vn", "duc.nv@example.vn"),
    ("mai..tt1925@example.vn", "mai_tt1925@example.vn"),
    // Two stops never stand together (RFC 5321, 4.1.2).
    ("mai. .tran1925@example.vn", "mai.tran1925@example.vn"),
    ("Iy@example.vn", "ly@example.vn"),
    ("an@example,vn", "an@example.vn"),
  ])
  func readsMailAddresses(text: String, value: String) {
    let parsed = ContactParser.parseEmail(pieces(text))
    #expect(parsed.value == value)
    #expect(parsed.isWellFormed)
  }

  /// It was a stop or an underscore, and nothing says which.
  @Test func doubtsACommaBeforeTheSign() {
    let parsed = ContactParser.parseEmail(pieces("phong,kh1968@example.vn"))
    #expect(parsed.value == "phong,kh1968@example.vn")
    #expect(!parsed.isWellFormed)
  }

  @Test(arguments: [
    ("Thanh Hóa, ngày 13 tháng 12 năm 2021", "2021-12-13"),
    ("Sóc Trăng, ngày 07 tháng 06 năm 2022", "2022-06-07"),
    ("Kiên Giang, ngày 06 tháng 1] năm 2017", "2017-11-06"),
    ("ngày ..... tháng 08 năm 2019", "2019-08"),
    ("Ngày 12 tháng 0ó năm 2014", "2014-06-12"), ("18/1 1/1998", "1998-11-18"),
    // Zeros struck through, and a dot of the line that the date was typed on.
    ("Ngày 09 tháng Đã năm 2008", "2008-03-09"), ("Ngảy Ð7 tháng 10 năm 1997", "1997-10-07"),
    ("Ngày 15-tháng 11 năm 2015", "2015-11-15"),
    ("1 5/02/1997", "1997-02-15"),
  ])
  func readsDatesInWords(text: String, value: String) {
    #expect(DateParser.parse(pieces(text)).value == value)
  }

  @Test(arguments: [
    ("5401E1822C97993B2BA24B35EEA 18596", "5401E1822C97993B2BA24B35EEA18596"),
    ("54015FC1ADSB4C96", "54015FC1AD5B4C96"), ("54 01 5F C1", "54 01 5F C1"),
  ])
  func readsSerials(text: String, value: String) throws {
    let field = try JSONDecoder().decode(
      LayoutField.self, from: Data(#"{"parser": "serial"}"#.utf8))
    #expect(FieldParser.parse(pieces(text), as: field).value == value)
  }

  @Test(arguments: [
    ("1.500.000 đồng", "1500000"), ("1,500,000", "1500000"), ("12.500.000đồng", "12500000"),
    ("2 650 000 VNĐ", "2650000"),
  ])
  func readsAmounts(text: String, value: String) {
    #expect(ChoiceParser.parseAmount(pieces(text)).value == value)
  }

  @Test(arguments: [
    ("..1.500.000đ", true), ("1.500.000", true), ("/.800.000đ", false), ("|.800.000", false),
    ("0500", false),
  ])
  func tellsAnAmountThatLacksItsHead(text: String, isWhole: Bool) {
    #expect(ChoiceParser.parseAmount(pieces(text)).isWellFormed == isWhole)
  }

  /// Abbreviations of unit words are read with little confidence; other lone letters are specks.
  @Test(arguments: [
    ("TT. Định An", "TT. Định An"), ("H. Na Hang", "H. Na Hang"), ("X Hòa Phú", "X Hòa Phú"),
    ("Zz Hòa Phú", "Hòa Phú"), ("e Hòa Phú", "Hòa Phú"),
  ])
  func keepsTheOpeningsOfUnits(text: String, kept: String) {
    var words = pieces(text)
    words[0].confidence = 0.3
    #expect(PrintedText.joined(PrintedText.trimmed(words)) == kept)
  }

  /// What stands for a misread digit is kept for the parser; other signs between label and value go.
  @Test(arguments: [
    ("/.800.000đ", "/.800.000đ"), (":|,500,000", "|,500,000"), ("..1.500.000", "1.500.000"),
    ("/1.500.000", "1.500.000"), (": /.Nam", "Nam"),
  ])
  func keepsTheRestOfAGroupOfDigits(text: String, rest: String) {
    #expect(PrintedText.joined(ValueEdges.withoutLabelRest(pieces(text))) == rest)
  }

  @Test(arguments: [("Nam", "male"), ("NAM", "male"), ("Nữ", "female"), ("Nừ", "female")])
  func readsTheSex(text: String, value: String) {
    #expect(ChoiceParser.parseSex(pieces(text)).value == value)
  }

  @Test(arguments: [
    ("NGUYỄN VĂN ĐỨC", "NGUYỄN VĂN ĐỨC"), ("Nguyễn Văn Đức.....", "NGUYỄN VĂN ĐỨC"),
    ("H'NGA ÊBAN", "H'NGA ÊBAN"), ("NGUYỄN.VĂN.ĐỨC", "NGUYỄN VĂN ĐỨC"),
    ("TRẦN THỊ H0A", "TRẦN THỊ HOA"), ("NGUYỄN VĂN ĐỨC 0912345678", "NGUYỄN VĂN ĐỨC"),
  ])
  func readsNames(text: String, value: String) {
    #expect(NameParser.parse(pieces(text), inCapitals: true).value == value)
  }

  @Test(arguments: [
    ("....Số 1 Phố Huế, Hà Nội ......", "Số 1 Phố Huế, Hà Nội"), ("Hà Nội.", "Hà Nội"),
    ("Hà..........Nội;", "Hà Nội"), ("P. 4, TP. Trà Vinh", "P. 4, TP. Trà Vinh"),
    ("Xã.Thông.Hòa", "Xã Thông Hòa"), ("Tân Phú ,", "Tân Phú"),
    ("huyện ThanhOai", "huyện Thanh Oai"),
    ("Bản chụp CCCD (02 mặt)", "Bản chụp CCCD (02 mặt)"), ("03 tháng", "03 tháng"),
    ("Thôn 11)", "Thôn 11"), ("xã Hàm GIang", "xã Hàm Giang"), ("huyện Ia Pa", "huyện Ia Pa"),
  ])
  func trimsPrint(text: String, value: String) {
    #expect(PrintedText.joined(PrintedText.trimmed(pieces(text))) == value)
  }
}
