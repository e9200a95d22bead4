import Documents
import Testing

@testable import Extraction

/// What must come out of 602b declarations, read as badly as engines read them.
@Suite struct DeclarationExtractionTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  static func declaration888(decision: String) -> PrintedRegion {
    var sheet = PrintedRegion.sheet()
    sheet.line("Mẫu TK1-TS", x: 1900, y: 150)
    sheet.line("(Ban hành kèm theo QĐ số: \(decision) ngày 16/7/2018)", x: 1300, y: 210)
    sheet.line(
      "THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ", x: 500, y: 400)
    sheet.line(
      "(Áp dụng đối với người tham gia chưa được cấp mã số BHXH và thay đổi thông tin)", x: 400,
      y: 480)
    sheet.line("Kính gửi: Bảo hiểm xã hội quận Hồng Bàng", x: 700, y: 560)
    sheet.line("I. Đối với người chưa được cấp mã số BHXH", x: 250, y: 660)
    sheet.line("[01] Họ và tên (viết chữ in hoa): ...............", x: 250, y: 730)
    sheet.line(
      "[02] Ngày, tháng, năm sinh: ../../....  [03] Giới tính: .....", x: 250, y: 800)
    sheet.line("[06] Nơi đăng ký giấy khai sinh:", x: 250, y: 870)
    sheet.line("[06.1] Xã (phường, thị trấn): phường Phúc Xá", x: 250, y: 940)
    sheet.line(
      "[06.2] Huyện (quận, thị xã, Tp thuộc tỉnh): quận Ba Đình  [06.3] Tỉnh (Tp): Hà Nội",
      x: 250, y: 1010)
    sheet.line("[08] Số CMND/ Hộ chiếu/ Thẻ căn cước: 012345678", x: 250, y: 1080)
    sheet.line(
      "[11] Mức tiền đóng: 1.500.000 đồng  [12] Phương thức đóng: 3 tháng", x: 250, y: 1150)
    sheet.line("[13] Nơi đăng ký khám bệnh, chữa bệnh ban đầu: .....", x: 250, y: 1220)
    sheet.line(
      "II. Đối với người đã được cấp mã số BHXH thay đổi thông tin", x: 250, y: 1300)
    sheet.line("[01] Họ và tên (viết chữ in hoa): NGUYỄN VĂN ĐỨC", x: 250, y: 1370)
    sheet.line(
      "[02] Ngày, tháng, năm sinh: 15/01/1990  [03] Mã số BHXH: 0123456789", x: 250, y: 1440)
    sheet.line("[04] Nội dung thay đổi, yêu cầu: Đăng ký lại", x: 250, y: 1510)
    sheet.line("[05] Hồ sơ kèm theo (nếu có):", x: 250, y: 1580)
    sheet.line("Người kê khai", x: 1700, y: 1800)
    sheet.line("(Ký, ghi rõ họ tên)", x: 1650, y: 1870)
    return sheet
  }

  /// The head and the labels of a declaration of 2023 that tell it from others.
  private static func declaration490() -> PrintedRegion {
    var sheet = PrintedRegion.sheet()
    sheet.line("Mẫu TK1-TS", x: 1900, y: 150)
    sheet.line("(Ban hành kèm theo QĐ số: 490/QĐ-BHXH ngày 28/3/2023)", x: 1300, y: 210)
    sheet.line(
      "THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ", x: 500, y: 400)
    sheet.line("Kính gửi: Bảo hiểm xã hội quận Hồng Bàng", x: 700, y: 560)
    sheet.line("[01]. Họ và tên (viết chữ in hoa): NGUYỄN VĂN AN", x: 250, y: 730)
    sheet.line("[03]. Ngày, tháng, năm sinh: 15/01/1990", x: 250, y: 800)
    sheet.line("[06]. Số CCCD/ĐDCN/Hộ chiếu: 012345678", x: 250, y: 870)
    sheet.line("[09]. Nơi đăng ký khai sinh:", x: 250, y: 1130)
    sheet.line("[13]. Mã số BHXH: 0123456789", x: 250, y: 1200)
    sheet.line("[18]. Nội dung thay đổi, yêu cầu khác: Đăng ký lại", x: 250, y: 1270)
    return sheet
  }

  @Test func readsEitherPartOfADeclaration() {
    let sheet = Self.declaration888(decision: "888/QĐ-BHXH")
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

  /// A value that goes on at the margin has a word right below the label of the second box.
  @Test func partsNoTextBelowALabelByChance() {
    var sheet = Self.declaration490()
    // The box reaches to the edge of the page's print.
    sheet.lines.removeAll { $0.text.hasPrefix("Mẫu") || $0.text.hasPrefix("(Ban hành") }
    sheet.line("(Ban hành kèm theo QĐ số: 490/QĐ-BHXH ngày 28/3/2023)", x: 700, y: 210)
    sheet.line("[15]. Mức tiền đóng: 1.500.000 đồng", x: 250, y: 1340)
    sheet.line("[16]. Phương thức đóng: Đóng một lần cho", x: 1050, y: 1340)
    sheet.line("nhiều năm về sau nhưng không quá 05 năm một lần", x: 250, y: 1400)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(
      document.texts["paymentMethod"]
        == "Đóng một lần cho nhiều năm về sau nhưng không quá 05 năm một lần")
    #expect(document.texts["contributionBase"] == "1500000")
  }

  /// The rest of a name that had no room stands below it, and no word was read of it.
  @Test(arguments: [(250, true), (1500, false)])
  func doubtsAValueThatGoesOnUnread(x: Int, isDoubted: Bool) {
    var sheet = Self.declaration490()
    sheet.marks.append(
      Mark(shape: .unread, box: PixelBox(x: x, y: 784, width: 80, height: 36), ink: 0.4))
    sheet.lines.removeAll { $0.text.hasPrefix("[03]") }
    sheet.line("[03]. Ngày, tháng, năm sinh: 15/01/1990", x: 250, y: 838)
    let document = extractor.extract(sheet.reading, page: 1)
    let finding = Finding(.fieldUnreadable, field: .fullName)
    #expect(document.findings.contains(finding) == isDoubted)
  }

  /// Every version is addressed to an office; a stamp may hide to which.
  @Test func doubtsAnAddresseeThatIsNotSeen() {
    let finding = Finding(.fieldLabelUnseen, field: .receivingOffice)
    #expect(!declaration(replacing: []).findings.contains(finding))
    let hidden = declaration(replacing: [("Kính gửi", [("hiểm xã hội quận Hồng Bàng", 900, 600)])])
    #expect(hidden.texts["receivingOffice"] == .some(nil))
    #expect(hidden.findings.contains(finding))
  }

  /// Wordings behind which boxes stand follow each other, and begin as the box of a tick might be read.
  @Test func takesNoWordingForATick() {
    var sheet = Self.declaration490()
    sheet.line("[11]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:", x: 250, y: 1330)
    sheet.line("Nhận bản điện tử Nhận bản giấy", x: 360, y: 1400)
    let box = PixelBox(x: 1000, y: 1400, width: 44, height: 44)
    sheet.marks.append(Mark(shape: .tickBox, box: box, ink: 0))
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.resultDelivery]?.value == nil)
  }

  @Test func reportsAVersionThatItsLabelsContradict() {
    let sheet = Self.declaration888(decision: "490/QĐ-BHXH")
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.layout == "form-602b-888")
    #expect(document.findings.contains { $0.code == .formVersionMismatch })
  }

  /// Lines of the part of a declaration that two boxes share, drawn instead of the usual ones.
  private func declaration(replacing lines: [(start: String, with: [(String, x: Int, y: Int)])])
    -> ExtractedDocument
  {
    var sheet = Self.declaration888(decision: "888/QĐ-BHXH")
    for (start, new) in lines {
      sheet.lines.removeAll { $0.text.hasPrefix(start) }
      for (text, x, y) in new { sheet.line(text, x: x, y: y) }
    }
    return extractor.extract(sheet.reading, page: 1)
  }

  /// Both parts of every version ask for it (595, 888, 505, 490/QĐ-BHXH, TK1-TS): a blank one is a
  /// faint one that was not seen.
  @Test func asksForTheDateOfBirth() {
    let document = declaration(replacing: [])
    #expect(document.required.contains(.dateOfBirth))
  }

  /// A label without its first letters is not known, and says nothing of its box.
  @Test func doubtsABoxWhoseLabelIsNotSeen() {
    let finding = Finding(.fieldLabelUnseen, field: FieldKey(rawValue: "requestedChange"))
    #expect(!declaration(replacing: []).findings.contains(finding))
    let blank = declaration(replacing: [("[04]", [("[04] Nội dung thay đổi, yêu cầu:", 250, 1510)])]
    )
    #expect(!blank.findings.contains(finding))
    let hidden = declaration(replacing: [("[04]", [("đổi, yêu cầu: Đăng ký lại", 410, 1510)])])
    #expect(hidden.texts["requestedChange"] == .some(nil))
    #expect(hidden.findings.contains(finding))
  }

  /// Two boxes of a row may both go on in the next one, the left one with all of its value.
  @Test func keepsWrappedBoxesApart() {
    let document = declaration(replacing: [
      (
        "[06.2]",
        [
          ("[06.2] Huyện (quận, thị xã, Tp thuộc tỉnh):  [06.3] Tỉnh (Tp): Tỉnh", 250, 1010),
          ("Khoái Châu", 250, 1050), ("Hưng Yên", 1610, 1050),
        ]
      )
    ])
    #expect(document.texts["birthDistrict"] == "Khoái Châu")
    #expect(document.texts["birthProvince"] == "Tỉnh Hưng Yên")
  }

  /// A word of running text may stand where five lines of the sheet begin.
  @Test func keepsARowOfTextWhole() {
    var sheet = Self.declaration888(decision: "888/QĐ-BHXH")
    for row in 0..<5 { sheet.line("Ghi chú khác", x: 1270, y: 2300 + 80 * row) }
    sheet.lines.removeAll { $0.text.hasPrefix("[04]") }
    sheet.line(
      "[04] Nội dung thay đổi, yêu cầu: Đăng ký lại, đóng bù cho thời gian", x: 250, y: 1510)
    let row = sheet.lines.first { $0.text.hasPrefix("[04]") }
    #expect(row?.words.contains { $0.box.x == 1270 } == true)
    #expect(
      extractor.extract(sheet.reading, page: 1).texts["requestedChange"]
        == "Đăng ký lại, đóng bù cho thời gian")
  }

  /// A birth date of the second part that came to no value is no blank because the first part's is one.
  @Test func keepsWhatStandsInEitherPart() {
    let document = declaration(replacing: [
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
    let document = declaration(replacing: [
      ("[04]", [("[04] Nội dung thay đổi, yêu cầu: \(wish)", 250, 1510)])
    ])
    #expect(document.texts["requestedChange"] == wish)
    #expect(document.texts["phone"] == .some(nil))
  }

  /// The letters of "Ân Thi" stand in "quận, thị xã", its words do not.
  @Test func keepsAUnitWhoseLettersALabelHas() {
    let district = "[06.2] Huyện (quận, thị xã, Tp thuộc tỉnh):"
    let known = declaration(replacing: [
      ("[06.2]", [("\(district) Ân Thi  [06.3] Tỉnh (Tp): Hưng Yên", 250, 1010)])
    ])
    #expect(known.texts["birthDistrict"] == "Ân Thi")
    let rest = declaration(replacing: [
      ("[06.2]", [("\(district) thị xã  [06.3] Tỉnh (Tp): Hưng Yên", 250, 1010)])
    ])
    #expect(rest.texts["birthDistrict"] == .some(nil))
  }

  @Test func keepsUnitWordsBehindShortLabels() {
    let document = declaration(replacing: [
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
    let document = declaration(replacing: [
      (
        "[06.2]",
        [("[06.2] Huyện: quận Ba Đình", 250, 1010), (line, 1700, 1010), (below, 1700, 1058)]
      )
    ])
    #expect(document.fields[FieldKey(rawValue: "birthProvince")]?.value == .text(province))
  }

  /// In narrow columns the labels themselves take two lines.
  @Test(arguments: [("trấn): Phan Dũng", "Phan Dũng"), ("trấn):", nil)])
  func followsLabelsThatGoOnInTheNextLine(rest: String, value: String?) {
    let document = declaration(replacing: [
      ("[06.1]", [("[06.1] Xã (phường, thị", 250, 940), (rest, 250, 990)])
    ])
    #expect(document.fields[FieldKey(rawValue: "birthWard")]?.value?.text == value)
  }

  @Test func continuesTheBoxWhoseUnitLacksItsName() {
    let document = declaration(replacing: [
      (
        "[06.2]",
        [
          ("[06.2] Huyện (quận, thị xã, Tp thuộc tỉnh): Thị", 250, 1010),
          ("[06.3] Tỉnh (Tp): Tỉnh Bạc Liêu", 1500, 1010), ("xã Giá Rai", 250, 1058),
        ]
      )
    ])
    #expect(document.fields[FieldKey(rawValue: "birthDistrict")]?.value == "Thị xã Giá Rai")
    #expect(document.fields[FieldKey(rawValue: "birthProvince")]?.value == "Tỉnh Bạc Liêu")
  }

  /// The end of a row goes on at the left margin; what is no telephone number is not the telephone's.
  @Test func givesMailAtTheMarginToItsLabel() {
    var sheet = Self.declaration490()
    sheet.line("[07]. Điện thoại:", x: 250, y: 1010)
    sheet.line("[08]. Email (nếu có):", x: 1200, y: 1010)
    sheet.line("nguyen.an@example.vn", x: 250, y: 1058)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.phone]?.value == nil)
    #expect(document.fields[FieldKey(rawValue: "email")]?.value == "nguyen.an@example.vn")
  }

  /// An underscore stands below the line and is easily lost; nobody reads one where there is none.
  @Test func keepsTheUnderscoreThatOneReadingHas() {
    var sheet = Self.declaration490()
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
    var sheet = Self.declaration888(decision: "888/QĐ-BHXH")
    sheet.lines.removeAll { $0.text.hasPrefix("[06.2]") }
    sheet.line(
      "[06.3] Tỉnh (Tp): Quảng Ninh", x: 250, y: 1010,
      other: ["[06.3] Tỉnh (Tp): T. Quảng Ninh"])
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[FieldKey(rawValue: "birthProvince")]?.value == "T. Quảng Ninh")
  }

  @Test func readsBoxesBelowTheLabelsOfASharedLine() {
    let document = declaration(replacing: [
      (
        "[08]",
        [
          ("[08] Số CMND/ Hộ chiếu/ Thẻ căn cước:", 250, 1060),
          ("[09] Số điện thoại liên hệ:", 1300, 1060), ("012345678", 250, 1108),
          ("0912345678", 1350, 1108),
        ]
      )
    ])
    #expect(document.fields[.idNumber]?.value == "012345678")
    #expect(document.fields[.phone]?.value == "0912345678")
  }

  @Test func completesANumberFromTheLineBelow() {
    let document = declaration(replacing: [
      (
        "[08]",
        [
          ("[08] Số CMND/ Hộ chiếu/ Thẻ căn cước:", 250, 1060),
          ("[09] Số điện thoại liên hệ: 0912 345", 1300, 1060), ("678", 250, 1108),
        ]
      )
    ])
    #expect(document.fields[.idNumber]?.value == nil)
    #expect(document.fields[.phone]?.value == "0912345678")
  }

  @Test func givesTheRestOfAUnitBackToIt() {
    var sheet = Self.declaration888(decision: "888/QĐ-BHXH")
    sheet.lines.removeAll { (930..<1100).contains($0.box.y) }
    sheet.line(
      "[06.2] Huyện (quận, thị xã, Tp thuộc tỉnh): Huyện Dầu  [06.3] Tỉnh (Tp): Tỉnh Bình Dương",
      x: 250, y: 1010)
    sheet.line("[06.1] Xã (phường, thị trấn): Xã Minh Hòa", x: 250, y: 940)
    sheet.line("Tiếng", x: 250, y: 1070)
    let fields = extractor.extract(sheet.reading, page: 1).fields
    #expect(fields[FieldKey(rawValue: "birthDistrict")]?.value == "Huyện Dầu Tiếng")
    #expect(fields[FieldKey(rawValue: "birthProvince")]?.value == "Tỉnh Bình Dương")
  }

  @Test func followsAValueDownItsOwnColumn() {
    var sheet = Self.declaration888(decision: "888/QĐ-BHXH")
    sheet.lines.removeAll { (1100..<1320).contains($0.box.y) }
    sheet.line("[11] Mức tiền đóng: 1.500.000 đồng", x: 250, y: 1150)
    sheet.line("[12] Phương thức đóng: Một lần cho", x: 1400, y: 1150)
    sheet.line("những năm về", x: 1840, y: 1205)
    sheet.line("sau", x: 1840, y: 1260)
    #expect(
      extractor.extract(sheet.reading, page: 1).fields[FieldKey(rawValue: "paymentMethod")]?.value
        == "Một lần cho những năm về sau")
  }

  /// Boxes so narrow that their labels take two lines, of which the second runs up to the neighbour's.
  private static func narrowColumns(second: [(String, x: Int)], third: [(String, x: Int)])
    -> PrintedRegion
  {
    var sheet = declaration888(decision: "888/QĐ-BHXH")
    sheet.lines.removeAll { (930..<1070).contains($0.box.y) }
    sheet.line(
      joining: [
        ("[06.1]. Xã (phường, thị", x: 250), ("[06.2]. Huyện (quận,", x: 940),
        ("[06.3]. Tỉnh (Tp):", x: 1590),
      ], y: 930)
    sheet.line("trấn): Đoàn Kết", x: 250, y: 982)
    sheet.line(joining: second, y: 982)
    for (text, x) in third { sheet.line(text, x: x, y: 1034) }
    return sheet
  }

  @Test func partsLinesWhereAColumnBegins() {
    let wrapped = Self.narrowColumns(
      second: [("thị xã, Tp thuộc tỉnh):", x: 940), ("Lai Châu", x: 1591)],
      third: [("Lai Châu", x: 940)])
    let fields = extractor.extract(wrapped.reading, page: 1).fields
    #expect(fields[FieldKey(rawValue: "birthWard")]?.value == "Đoàn Kết")
    #expect(fields[FieldKey(rawValue: "birthDistrict")]?.value == "Lai Châu")
    #expect(fields[FieldKey(rawValue: "birthProvince")]?.value == "Lai Châu")
  }

  @Test func partsValuesThatTouchTheNextColumn() {
    let touching = Self.narrowColumns(
      second: [("thị xã, Tp thuộc tỉnh): Sốp", x: 1010), ("Sơn La", x: 1591)],
      third: [("Cộp", x: 940)])
    let fields = extractor.extract(touching.reading, page: 1).fields
    #expect(fields[FieldKey(rawValue: "birthDistrict")]?.value == "Sốp Cộp")
    #expect(fields[FieldKey(rawValue: "birthProvince")]?.value == "Sơn La")
  }

  /// What a box had no room for stands below its label.
  @Test func takesTheSecondWordOfANationFromTheLineBelow() {
    let document = declaration(replacing: [
      (
        "[02]",
        [
          ("[03] Giới tính: Nữ", 250, 780), ("[04] Quốc tịch: Việt", 860, 780),
          ("[05] Dân tộc: Kinh", 1300, 780), ("Nam", 860, 828),
        ]
      )
    ])
    #expect(document.fields[FieldKey(rawValue: "nationality")]?.value == "Việt Nam")
    #expect(document.fields[.sex]?.value == "female")
  }

  @Test(arguments: [
    ("Thừa Thiên Huế, ngày 15 tháng 11", "năm 2019"), ("Huế, ngày 15 tháng 11 năm", "2019"),
  ])
  func readsADateWhoseYearStandsInTheNextLine(line: String, rest: String) {
    var sheet = Self.declaration888(decision: "888/QĐ-BHXH")
    sheet.line(line, x: 1300, y: 1680)
    sheet.line(rest, x: 1580, y: 1732)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[FieldKey(rawValue: "declaredOn")]?.value == "2019-11-15")
  }

  @Test func takesNoRestOfALabelForAnEmptyBox() {
    let blank = Self.narrowColumns(
      second: [("thị xã, Tp thuộc tỉnh", x: 940)], third: [])
    let fields = extractor.extract(blank.reading, page: 1).fields
    #expect(fields[FieldKey(rawValue: "birthWard")]?.value == "Đoàn Kết")
    #expect(fields[FieldKey(rawValue: "birthDistrict")]?.value == nil)
    #expect(fields[FieldKey(rawValue: "birthProvince")]?.value == nil)
  }
}
