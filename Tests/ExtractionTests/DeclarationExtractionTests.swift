import Documents
import Testing

@testable import Extraction

/// What must come out of 602b declarations, read as badly as engines read them.
@Suite struct DeclarationExtractionTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  @Test func readsEitherPartOfADeclaration() {
    let sheet = PrintedRegion.declaration888()
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.layout == "form-602b-888")
    let expected: [String: String?] = [
      "formVersion": "888", "fullName": "NGUYỄN VĂN ĐỨC", "dateOfBirth": "1990-01-15",
      "sex": nil, "birthWard": "phường Phúc Xá", "birthDistrict": "quận Ba Đình",
      "birthProvince": "Hà Nội", "idNumber": "012345678", "contributionBase": "1500000",
      "paymentMethod": "3 tháng", "healthFacility": nil, "socialInsuranceNumber": "0123456789",
      "requestedChange": "Đăng ký lại", "attachments": nil, "declarantSignature": "absent",
      "receivingOffice": "Bảo hiểm xã hội quận Hồng Bàng", "addressDetail": nil,
      "addressWard": nil, "addressDistrict": nil, "addressProvince": nil, "ethnicity": nil,
      "nationality": nil, "guardianName": nil, "phone": nil, "declaredOn": nil,
    ]
    #expect(document.texts == expected)
    // These boxes were left out of the sheet.
    let unseen = [
      "nationality", "ethnicity", "addressDetail", "addressWard", "addressDistrict",
      "addressProvince", "phone", "guardianName",
    ]
    #expect(
      Set(document.findings)
        == Set(unseen.map { Finding(.fieldLabelUnseen, field: FieldKey(rawValue: $0)) }))
  }

  /// Wordings behind which boxes stand follow each other, and begin as the box of a tick might be read.
  @Test func takesNoWordingForATick() {
    var sheet = PrintedRegion.declaration490()
    sheet.line("[11]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:", x: 250, y: 1330)
    sheet.line("Nhận bản điện tử Nhận bản giấy", x: 360, y: 1400)
    let box = PixelBox(x: 1000, y: 1400, width: 44, height: 44)
    sheet.marks.append(Mark(shape: .tickBox, box: box, ink: 0))
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.resultDelivery]?.value == nil)
  }

  /// A birth date of the second part that came to no value is no blank because the first part's is one.
  @Test func keepsWhatStandsInEitherPart() {
    let document = extractor.declaration(replacing: [
      (
        "[02] Ngày, tháng, năm sinh: 15/01/1990",
        [("[02] Ngày, tháng, năm sinh: lS.0l.l9g  [03] Mã số BHXH: 0123456789", 250, 1440)]
      )
    ])
    #expect(document.texts["dateOfBirth"] == .some(nil))
    #expect(document.fields[.dateOfBirth]?.raw?.isEmpty == false)
  }

  /// The words of a wish may be those of a label.
  @Test func keepsLabelWordsWithinAValue() {
    let wish = "Cập nhật số Căn cước công dân, số điện thoại liên hệ"
    let document = extractor.declaration(replacing: [
      ("[04]", [("[04] Nội dung thay đổi, yêu cầu: \(wish)", 250, 1510)])
    ])
    #expect(document.texts["requestedChange"] == wish)
    #expect(document.texts["phone"] == .some(nil))
  }

  /// The letters of "Ân Thi" stand in "quận, thị xã", its words do not.
  @Test func keepsAUnitWhoseLettersALabelHas() {
    let district = "[06.2] Huyện (quận, thị xã, Tp thuộc tỉnh):"
    let known = extractor.declaration(replacing: [
      ("[06.2]", [("\(district) Ân Thi  [06.3] Tỉnh (Tp): Hưng Yên", 250, 1010)])
    ])
    #expect(known.texts["birthDistrict"] == "Ân Thi")
    let rest = extractor.declaration(replacing: [
      ("[06.2]", [("\(district) thị xã  [06.3] Tỉnh (Tp): Hưng Yên", 250, 1010)])
    ])
    #expect(rest.texts["birthDistrict"] == .some(nil))
  }

  @Test func keepsUnitWordsBehindShortLabels() {
    let document = extractor.declaration(replacing: [
      ("[06.1]", [("[06.1] Xã: phường Phúc Xá", 250, 940)]),
      ("[06.2]", [("[06.2] Huyện: quận Ba Đình  [06.3] Tỉnh: thành phố Hà Nội", 250, 1010)]),
    ])
    #expect(document.fields[FieldKey(rawValue: "birthWard")]?.value == "phường Phúc Xá")
    #expect(document.fields[FieldKey(rawValue: "birthDistrict")]?.value == "quận Ba Đình")
    #expect(document.fields[FieldKey(rawValue: "birthProvince")]?.value == "thành phố Hà Nội")
  }

  /// The bracket of a label misread, or the unit's word the last of its line with a speck behind it.
  @Test(arguments: [
    ("[06.3] Tình ph: thành phố Hà Nội", "", "thành phố Hà Nội"),
    ("[06.3] Tính: Thành phố.", "Cần Thơ", "Thành phố Cần Thơ"),
  ])
  func keepsUnitWordsBehindMisreadLabels(line: String, below: String, province: String) {
    let document = extractor.declaration(replacing: [
      (
        "[06.2]",
        [("[06.2] Huyện: quận Ba Đình", 250, 1010), (line, 1700, 1010), (below, 1700, 1058)]
      )
    ])
    #expect(document.fields[FieldKey(rawValue: "birthProvince")]?.value == .text(province))
  }

  /// An underscore stands below the line and is easily lost; nobody reads one where there is none.
  @Test func keepsTheUnderscoreThatOneReadingHas() {
    var sheet = PrintedRegion.declaration490()
    sheet.line(
      "[08]. Email (nếu có): phucnd1998@gmail.com", x: 250, y: 1010,
      other: [
        "[08]. Email (nếu có): phuc_nd1998@gmail.com", "[08]. Email (nếu có): phucnd1998@gmail.com",
      ])
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[FieldKey(rawValue: "email")]?.value == "phuc_nd1998@gmail.com")
  }

  /// One reading has a speck for the abbreviation that another has.
  @Test func keepsTheOpeningThatOneReadingLost() {
    var sheet = PrintedRegion.declaration888()
    sheet.lines.removeAll { $0.text.hasPrefix("[06.2]") }
    sheet.line(
      "[06.3] Tỉnh (Tp): Quảng Ninh", x: 250, y: 1010,
      other: ["[06.3] Tỉnh (Tp): T. Quảng Ninh"])
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[FieldKey(rawValue: "birthProvince")]?.value == "T. Quảng Ninh")
  }
}
