import Documents
import Testing

@testable import Extraction

/// What must come out of cards, read as badly as engines read them.
@Suite struct CardExtractionTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  static let payload =
    "001090123456|012345678|Nguyễn Văn Đức|15011990|Nam|Số 1 Phố Huế, Phúc Xá, Ba Đình, Hà Nội|20042021"

  static func chipFront() -> PrintedRegion {
    var card = PrintedRegion.card()
    card.line("CỘNG HÒA XÃ HỘI CHỦ NGHIA VIỆT NAM", x: 320, y: 30)
    card.line("Độc lập - Tự do - Hạnh phúc", x: 400, y: 65)
    card.line("CĂN CƯỚC CÔNG DẦN", x: 380, y: 165)
    card.line("Citizen ldentity Card", x: 400, y: 205)
    card.line("Số / No.: 001090123456", x: 310, y: 255)
    card.line("Họ và tên / FuII name:", x: 310, y: 295)
    card.line("NGUYỄN VĂN ĐÚC", x: 310, y: 330)
    card.line("Ngày sinh / Date of birth: 15/01/1990", x: 310, y: 365)
    card.line("Giới tính / Sex: Nam  Quốc tịch / Nationality: Việt Nam", x: 310, y: 400)
    card.line("Quê quán / Place of origin:", x: 310, y: 440)
    card.line("Tiên Cát, Việt Trì, Phú Thọ", x: 310, y: 475)
    card.line("Nơi thường trú / Place of residence: Số 1 Phố Huế", x: 310, y: 510)
    card.line("Phúc Xá, Ba Đình, Hà Nội", x: 310, y: 548)
    card.line("Có giá trị đến: 15/01/2030", x: 30, y: 565)
    card.line("Date of expiry", x: 30, y: 598)
    return card
  }

  @Test func readsAChipCardWithoutCode() {
    let document = extractor.extract(Self.chipFront().reading, page: 1)
    #expect(document.kind == .cccdChip)
    #expect(document.side == .front)
    #expect(document.layout == "cccd-chip-front")
    let expected: [String: String] = [
      "personalNumber": "001090123456", "fullName": "NGUYỄN VĂN ĐÚC",
      "dateOfBirth": "1990-01-15", "sex": "male", "nationality": "Việt Nam",
      "placeOfOrigin": "Tiên Cát, Việt Trì, Phú Thọ",
      "placeOfResidence": "Số 1 Phố Huế Phúc Xá, Ba Đình, Hà Nội",
      "dateOfExpiry": "2030-01-15",
    ]
    #expect(document.texts == expected)
    #expect(document.findings.isEmpty)
  }

  /// Some issues print the English half of a label below the Vietnamese one, the value beside it; a
  /// value must never be taken for a misread half that was not seen.
  @Test func keepsValuesBesideHalvesOfLabels() {
    var card = Self.chipFront()
    card.lines.removeAll { $0.box.y >= 400 && $0.box.y < 500 }
    card.line("Giới tính Nam  Quốc tịch Viẹt Nam", x: 310, y: 400)
    card.line("Quê quán Phước Ninh, Hải Châu, Đà Nẵng", x: 310, y: 445)
    let document = extractor.extract(card.reading, page: 1)
    #expect(document.fields[.nationality]?.value?.text == "Việt Nam")
    #expect(document.fields[.placeOfOrigin]?.value?.text == "Phước Ninh, Hải Châu, Đà Nẵng")
  }

  /// Of the small English half that stands below a label a few letters may be left.
  @Test func dropsWhatIsLeftOfSmallHalves() {
    var card = Self.chipFront()
    card.lines.removeAll { $0.box.y >= 400 && $0.box.y < 500 }
    card.line("Quê quán Thanh Hải, Thanh Liêm, Hà", x: 310, y: 445)
    card.lineHeight = 14
    card.line("igin", x: 400, y: 483)
    card.lineHeight = 24
    card.line("Nam", x: 470, y: 486)
    let document = extractor.extract(card.reading, page: 1)
    #expect(document.fields[.placeOfOrigin]?.value?.text == "Thanh Hải, Thanh Liêm, Hà Nam")
  }

  /// The back of a 2024 card whose small English halves were garbled: they are no part of the address
  /// above them, and a label is known by either half.
  @Test(arguments: ["lace 0 sidencs", "Ciacệ of esidence", "Phạce of ni nrr"])
  func dropsGarbledHalvesBelowTheirLabels(half: String) {
    var card = PrintedRegion.card()
    card.lineHeight = 22
    card.line("Nơi cư trú", x: 50, y: 32)
    card.lineHeight = 30
    card.line("Khu phố 6, Hội Phú, Gia Lai", x: 216, y: 26)
    card.lineHeight = 17
    card.line(half, x: 49, y: 57)
    card.lineHeight = 24
    card.line("Nơi đăng ký khai sinh", x: 50, y: 74)
    card.lineHeight = 30
    card.line("Mỹ Thọ, Phù Mỹ, Bình Định", x: 49, y: 100)
    card.lineHeight = 24
    card.line("Ngày, tháng, năm cấp / Date of issue", x: 336, y: 222)
    card.line("13/02/2026", x: 336, y: 251)
    card.line("Ngày, tháng, năm hết hạn / Date ofex", x: 336, y: 286)
    card.line("Không thời hạn", x: 336, y: 316)
    card.line("BỘ CÔNG AN", x: 411, y: 357)
    card.line("MINISTRY OF PUBLIC SECURITY", x: 327, y: 394)
    let document = extractor.extract(card.reading, page: 1)
    #expect(document.fields[.placeOfResidence]?.value?.text == "Khu phố 6, Hội Phú, Gia Lai")
    #expect(document.fields[.dateOfExpiry]?.value?.text == "none")
  }

  /// A value that the engine gives a line of its own beside the first half of its label, below which the
  /// second half stands.
  @Test func keepsAValueBesideTheFirstHalfOfItsLabel() {
    var card = Self.chipFront()
    card.lines.removeAll { $0.box.y >= 440 && $0.box.y < 560 }
    card.line("Quê quán Phường 9, Đà Lạt, Lâm Đồng", x: 310, y: 455)
    card.lineHeight = 24
    card.line("Nơi thường trú", x: 310, y: 498)
    card.lineHeight = 34
    card.line("Ấp 6,", x: 521, y: 490)
    card.lineHeight = 12
    card.line("Place of residence", x: 310, y: 526)
    card.lineHeight = 30
    card.line("Tổ 6, Vĩnh Thủy, Vĩnh Linh, Quảng Trị", x: 520, y: 538)
    let document = extractor.extract(card.reading, page: 1)
    #expect(document.fields[.placeOfOrigin]?.value?.text == "Phường 9, Đà Lạt, Lâm Đồng")
    #expect(
      document.fields[.placeOfResidence]?.value?.text
        == "Ấp 6, Tổ 6, Vĩnh Thủy, Vĩnh Linh, Quảng Trị")
  }

  /// A place of origin begins with a capital, which engines read as a small letter now and then.
  @Test func beginsAPlaceOfOriginWithItsCapital() {
    var card = Self.chipFront()
    card.lines.removeAll { $0.box.y >= 440 && $0.box.y < 500 }
    card.line("Quê quán gia An, Tánh Linh, Bình Thuận", x: 310, y: 455)
    let document = extractor.extract(card.reading, page: 1)
    #expect(document.fields[.placeOfOrigin]?.value?.text == "Gia An, Tánh Linh, Bình Thuận")
  }

  @Test func oneReadingThatSaysWhatTheCodeSaysIsAgreement() throws {
    var card = Self.chipFront()
    card.qr(Self.payload)
    var reading = card.reading
    let index = try #require(
      reading.lines.firstIndex { $0.words.map(\.text).joined(separator: " ") == "NGUYỄN VĂN ĐÚC" })
    let words = reading.lines[index].words
    var right = words
    right[2].text = "ĐỨC"
    reading.lines[index].alternatives = [words, right]
    let name = try #require(extractor.extract(reading, page: 1).fields[.fullName])
    #expect(name.value == .text("NGUYỄN VĂN ĐỨC"))
    #expect(name.sources == [.qr, .ocr])
    #expect(name.evidence.dissenters.isEmpty)
  }

  @Test func aNameTakesItsApostropheFromTheCode() throws {
    var card = PrintedRegion.card()
    card.line("CĂN CƯỚC CÔNG DÂN", x: 380, y: 165)
    card.line("Citizen Identity Card", x: 400, y: 205)
    card.line("Số / No.: 064190123456", x: 310, y: 255)
    card.line("Họ và tên / Full name:", x: 310, y: 295)
    card.line("RƠ MAH H BƠI", x: 310, y: 330)
    card.line("Ngày sinh / Date of birth: 15/01/1990", x: 310, y: 365)
    card.qr("064190123456||Rơ Mah H'Bơi|15011990|Nữ|Thôn 1, Ia Ka, Chư Păh, Gia Lai|20042021")
    let document = extractor.extract(card.reading, page: 1)
    #expect(document.fields[.fullName]?.value == .text("RƠ MAH H'BƠI"))
  }

  @Test func takesMisreadLettersFromTheCode() throws {
    var card = Self.chipFront()
    card.qr(Self.payload)
    let document = extractor.extract(card.reading, page: 2)
    let name = try #require(document.fields[.fullName])
    #expect(name.value == .text("NGUYỄN VĂN ĐỨC"))
    #expect(name.raw == "NGUYỄN VĂN ĐÚC")
    #expect(name.page == 2)
    #expect(name.sources == [.qr])
    // The code says it to the letter: that the print was misread makes it no less sure.
    #expect(name.evidence.dissenters.isEmpty)
    #expect(name.repairs.last?.why == "qr")
    #expect(name.candidates.map(\.value) == [.text("NGUYỄN VĂN ĐÚC")])
    // Punctuation alone is no difference: the print stays.
    let residence = try #require(document.fields[.placeOfResidence])
    #expect(residence.value == .text("Số 1 Phố Huế Phúc Xá, Ba Đình, Hà Nội"))
    #expect(residence.sources == [.qr, .ocr])
    // Yet nobody but the engine says that the comma is missing.
    #expect(residence.evidence.dissenters == [.qr])
    #expect(document.fields[.personalNumber]?.sources == [.qr, .ocr])
    #expect(document.findings.isEmpty)
  }

  @Test func reportsACodeThatContradictsThePrint() {
    var card = Self.chipFront()
    card.qr(
      "001085654321||Trần Thị Hoa|02031985|Nữ|Hòa Hải, Ngũ Hành Sơn, Đà Nẵng|20042021")
    let document = extractor.extract(card.reading, page: 1)
    let fields = Set(document.findings.filter { $0.code == .fieldContradiction }.map(\.field))
    #expect(
      fields == [.personalNumber, .fullName, .dateOfBirth, .sex, .placeOfResidence])
  }

  @Test func takesTheCodeWherePrintIsUnreadable() {
    var card = PrintedRegion.card()
    card.line("CĂN CƯỚC CÔNG DÂN", x: 380, y: 165)
    card.line("Citizen Identity Card", x: 400, y: 205)
    card.qr(Self.payload)
    let document = extractor.extract(card.reading, page: 1)
    #expect(document.kind == .cccdChip)
    #expect(document.fields[.fullName]?.value == .text("NGUYỄN VĂN ĐỨC"))
    #expect(document.fields[.fullName]?.sources == [.qr])
    #expect(document.fields[.placeOfOrigin]?.value == nil)
  }

  @Test func ignoresForeignCodes() {
    for payload in [
      "https://example.vn/001090123456", "001090123456|Nguyễn Văn Đức|15011990|Nam|Hà Nội",
      "001090123456|012345678|Nguyễn Văn Đức|15/01/1990|Nam|Hà Nội|20/04/2021",
      "00109012345612|012345678|Nguyễn Văn Đức|15011990|Nam|Hà Nội|20042021", "",
    ] {
      #expect(IdentityQR(payload) == nil, "\(payload)")
      var card = Self.chipFront()
      card.qr(payload)
      let document = extractor.extract(card.reading, page: 1)
      #expect(document.fields[.personalNumber]?.sources == [.ocr])
    }
  }

  /// Names that the gazetteer knows are no strange words, though no Vietnamese syllables.
  @Test func unitsAreNoStrangeWords() {
    func strangeWords(_ origin: String) -> Double? {
      var card = Self.chipFront()
      card.lines.removeAll { $0.box.y >= 400 && $0.box.y < 500 }
      card.line("Quê quán \(origin)", x: 310, y: 445)
      let field = extractor.extract(card.reading, page: 1).fields[.placeOfOrigin]
      return field?.evidence.measures[.strangeWords]
    }
    #expect(strangeWords("Kông Bơ La, KBang, Gia Lai") == 0)
    #expect(strangeWords("Wxyz Abcdf, Gia Lai") ?? 0 > 0)
  }

  /// The date below a name is no part of it, though another model misreads its words.
  @Test func aNameEndsBeforeTheDateLine() {
    var card = PrintedRegion.card()
    card.line("Đặc điểm nhận dạng Sẹo chấm c.1cm trên cằm", x: 296, y: 178)
    card.line("Họ và tên cha HOÀNG TRỌNG CHÍNH", x: 299, y: 253)
    card.line("Họ và tên mẹ LƯU HƯƠNG MY", x: 299, y: 299)
    card.line("Ngày 13 tháng 09 năm 2014", x: 439, y: 343, other: ["Ngay 13 thdng 09 ndm 2014"])
    card.line("NGÓN TRỎ TRÁI", x: 63, y: 367)
    card.line("CỤC TRƯỞNG CỤC CẢNH SÁT", x: 468, y: 382)
    card.line("ĐKQL CƯ TRÚ VÀ DLQG VỀ DÂN CƯ", x: 433, y: 415)
    card.line("NGÓN TRỎ PHẢI", x: 63, y: 602)
    let mother = extractor.extract(card.reading, page: 1).fields[FieldKey(rawValue: "motherName")]
    #expect(mother?.value?.text == "LƯU HƯƠNG MY")
    #expect(mother?.evidence.measures[.droppedLetters] == 0)
    #expect(mother?.evidence.measures[.otherDroppedLetters] ?? 0 == 0)
  }

  /// What is typed below a caption may begin left of it and be short; a dash may be too faint.
  @Test func readsATypedCard() {
    var card = PrintedRegion.card()
    card.line("Dân tộc: Kinh", x: 60, y: 53)
    card.line("Tôn giáo: Không", x: 480, y: 53)
    card.line("DẤU VẾT RIÊNG VÀ DỊ HÌNH", x: 500, y: 120)
    card.line("Tàn nhang 2 bên má", x: 330, y: 173)
    card.line("NGÓN TRỎ TRÁI", x: 60, y: 333)
    card.line("Ngày 25 tháng 0ó năm 2004", x: 400, y: 303, other: ["Ngay 25 thdng 06 nam 2004"])
    card.line("GIÁM ĐỐC CA THÁI BÌNH", x: 418, y: 355)
    card.line("NGÓN TRỎ PHẢI", x: 60, y: 600)
    let back = extractor.extract(card.reading, page: 1)
    #expect(back.fields[.personalIdentification]?.value?.text == "Tàn nhang 2 bên má")
    #expect(back.fields[.dateOfIssue]?.value?.text == "2004-06-25")
    #expect(back.fields[.dateOfIssue]?.evidence.readingsAgree == true)

    card.lines = []
    card.line("GIẤY CHỨNG MINH NHÂN DÂN", x: 330, y: 130)
    card.line("SỐ 273140250", x: 490, y: 185)
    card.line("Họ tên: LÊ THỊ OANH", x: 330, y: 280)
    card.line("Sinh ngày: 11/08/1960", x: 330, y: 345)
    card.line("Nguyên quán: Phường 5, Vũng Tàu, Bà Rịa", x: 230, y: 405)
    card.line("Vũng Tàu", x: 830, y: 405)
    card.line("Nơi ĐKHK thường trú: Phường 5, Vũng Tàu,", x: 230, y: 530)
    card.line("Bà Rịa - Vũng Tàu", x: 230, y: 590)
    let front = extractor.extract(card.reading, page: 1)
    #expect(front.fields[.placeOfOrigin]?.value?.text == "Phường 5, Vũng Tàu, Bà Rịa - Vũng Tàu")
  }

  /// The dash within a unit's name is small, and easily lost at the edge of a row.
  @Test func findsADashBetweenRows() {
    var card = PrintedRegion.card()
    card.line("GIẤY CHỨNG MINH NHÂN DÂN", x: 330, y: 130)
    card.line("SỐ 273140250", x: 490, y: 185)
    card.line("Họ tên: LÊ THỊ OANH", x: 330, y: 280)
    card.line("Sinh ngày: 11/08/1960", x: 330, y: 345)
    card.line("Nguyên quán: X. Long Tân, H. Long Đất, T. Bà Rịa", x: 230, y: 405)
    card.line("Vũng Tàu", x: 230, y: 465)
    card.line("Nơi ĐKHK thường trú: 51 Hai Bà Trưng, P. Rạch", x: 230, y: 530)
    card.line("Dừa, TP. Vũng Tàu, T. Bà Rịa", x: 230, y: 590)
    card.line("Vũng Tàu", x: 230, y: 640)
    let front = extractor.extract(card.reading, page: 1)
    #expect(
      front.fields[.placeOfOrigin]?.value?.text
        == "X. Long Tân, H. Long Đất, T. Bà Rịa - Vũng Tàu")
    #expect(
      front.fields[.placeOfResidence]?.value?.text
        == "51 Hai Bà Trưng, P. Rạch Dừa, TP. Vũng Tàu, T. Bà Rịa - Vũng Tàu")
  }

  /// Models of Vietnamese print take the flat head of a typed 3 for a 5, that of Latin print does not.
  ///
  /// A first word may be too faint in some readings.
  @Test func weighsReadingsOfTypedPrint() {
    var card = PrintedRegion.card()
    card.line("GIẤY CHỨNG MINH NHÂN DÂN", x: 330, y: 130)
    card.line("SỐ 275140250", x: 490, y: 185, other: ["SO 273140250", "SỐ 275140250"])
    card.line(
      "Họ tên: NGÔ VĂN BÌNH", x: 330, y: 280, confidence: 0.4,
      other: ["Họ tên: VĂN BÌNH", "Họ tên: VĂN BÌNH"])
    card.line(
      "Sinh ngày: 25-06-1941", x: 330, y: 345,
      other: ["Sinh ngay: 23-06-1941", "Sinh ngày: 25-06-1941"])
    card.line("Nguyên quán: Phường 5, Vũng Tàu, Bà Rịa", x: 230, y: 405)
    card.line("- Vũng Tàu", x: 830, y: 405)
    card.line("Nơi ĐKHK thường trú: Phường 5, Vũng Tàu,", x: 230, y: 530)
    card.line("Bà Rịa - Vũng Tàu", x: 230, y: 590)
    let front = extractor.extract(card.reading, page: 1)
    #expect(front.fields[.idNumber]?.value?.text == "273140250")
    #expect(front.fields[.dateOfBirth]?.value?.text == "1941-06-23")
    #expect(front.fields[.fullName]?.value?.text == "NGÔ VĂN BÌNH")
    #expect(front.fields[.placeOfOrigin]?.value?.text == "Phường 5, Vũng Tàu, Bà Rịa - Vũng Tàu")
  }

  @Test func readsTheBackOfAChipCard() {
    var card = PrintedRegion.card()
    card.line("Đặc điểm nhân dạng / Personal identification:", x: 60, y: 40)
    card.line("Nốt ruồi C:1cm trên sau cánh mũi trái", x: 60, y: 75)
    card.line("Ngày, tháng, năm / Date, month, year: 20/04/2021", x: 60, y: 115)
    card.line("CỤC TRƯỞNG CỤC CẢNH SÁT", x: 150, y: 150)
    card.line("QUẢN LÝ HÀNH CHÍNH VỀ TRÂT TỰ XÃ HỘI", x: 80, y: 185)
    card.line("DIRECTOR GENERAL OF THE POLICE DEPARTMENT", x: 60, y: 215)
    card.line("FOR ADMINISTRATIVE MANAGEMENT OF SOCIAL ORDER", x: 60, y: 245)
    card.line("Ngón trỏ trái", x: 680, y: 270)
    card.line("Left index finger", x: 680, y: 300)
    card.machineReadable([
      "IDVNM0901234562001090123456<<3", "9001158M3001156VNM<<<<<<<<<<<0",
      "NGUYEN<<VAN<DUC<<<<<<<<<<<<<<<",
    ])
    let document = extractor.extract(card.reading, page: 1)
    #expect(document.layout == "cccd-chip-back")
    let expected: [String: String] = [
      "personalIdentification": "Nốt ruồi C:1cm trên sau cánh mũi trái",
      "dateOfIssue": "2021-04-20",
      "issuer": "CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI",
      "personalNumber": "001090123456", "dateOfBirth": "1990-01-15", "sex": "male",
      "dateOfExpiry": "2030-01-15",
    ]
    #expect(document.texts == expected)
    #expect(document.fields[.personalNumber]?.evidence.isProven == true)
    #expect(document.findings.isEmpty)
  }
}
