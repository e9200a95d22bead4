import Documents
import Testing

@testable import Extraction

/// What must come out of Form 01, read as badly as engines read them.
@Suite struct FormExtractionTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  static func form01() -> PrintedRegion {
    var sheet = PrintedRegion.sheet()
    sheet.line("Mẫu số: 01", x: 1700, y: 150)
    sheet.line("(Ban hành kèm theo Nghị định số 166/2016/NĐ-CP", x: 1400, y: 210)
    sheet.line("ngày 24 tháng 12 năm 2016 của Chính phủ)", x: 1450, y: 265)
    sheet.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 800, y: 360)
    sheet.line("TỜ KHAI", x: 1100, y: 520)
    sheet.line("Đăng ký/ điều chỉnh/ ngừng sử dụng phương thức giao dịch điện tử", x: 500, y: 590)
    sheet.line("với cơ quan BHXH", x: 1050, y: 650)
    sheet.line("Kính gửi: Bảo hiểm xã hội quận Hồng Bàng", x: 700, y: 760)
    sheet.line("1. Họ và tên: .........NGUYỄN VĂN ĐỨC............", x: 250, y: 900)
    sheet.line("2. Mã số bảo hiễm xã hội: 0123456789", x: 250, y: 980)
    sheet.line("3. Số CCCD/CMND/Hộ chiêu: 0O1090123456", x: 250, y: 1060)
    sheet.line(
      "4. Địa chỉ liên hệ: Số 1 Phố Huế, phường Phúc Xá, quận Ba Đình, thành phố", x: 250, y: 1140)
    sheet.line("Hà Nội .............", x: 250, y: 1220)
    sheet.line("5. Số chứng thư số của cơ quan, tổ chức, cá nhân: ...............", x: 250, y: 1300)
    sheet.line("6. Địa chỉ thư điện tử: duc.nv@example.vn", x: 250, y: 1380)
    sheet.line("7. Điện thoại di động: 0912 345 678", x: 250, y: 1460)
    sheet.line("8. Đăng ký giao dịch tại:", x: 250, y: 1540)
    sheet.line("Cổng thông tin điện tử của Bảo hiểm xã hội Việt Nam", x: 400, y: 1620)
    sheet.line("Tổ chức I-VAN", x: 400, y: 1700)
    sheet.line("9. Cơ quan BHXH tiếp nhận: BHXH quận Hồng Bàng.", x: 250, y: 1780)
    sheet.line("Tôi cam đoan những nội dung kê khai trên là đúng.", x: 250, y: 1900)
    sheet.line("Hải Phòng, ngày 05 tháng 3 năm 2021", x: 1500, y: 2050)
    sheet.line("Người đăng ký", x: 1700, y: 2120)
    sheet.line("(Ký, ghi rõ họ tên)", x: 1650, y: 2180)
    sheet.marks = [
      Mark(shape: .tickBox, box: PixelBox(x: 330, y: 1622, width: 40, height: 40), ink: 0.35),
      Mark(shape: .tickBox, box: PixelBox(x: 330, y: 1702, width: 40, height: 40), ink: 0.01),
      Mark(shape: .stroke, box: PixelBox(x: 1650, y: 2270, width: 400, height: 160), ink: 0.1),
    ]
    return sheet
  }

  @Test func readsForm01() {
    let document = extractor.extract(Self.form01().reading, page: 1)
    #expect(document.kind == .form01)
    let expected: [String: String?] = [
      "fullName": "NGUYỄN VĂN ĐỨC", "socialInsuranceNumber": "0123456789",
      "idNumber": "001090123456",
      "contactAddress": "Số 1 Phố Huế, phường Phúc Xá, quận Ba Đình, thành phố Hà Nội",
      "certificateSerial": nil, "email": "duc.nv@example.vn", "phone": "0912345678",
      "transactionChannel": "portal", "receivingOffice": "BHXH quận Hồng Bàng",
      "declaredOn": "2021-03-05", "declarantSignature": "present", "idIssueDate": nil,
      "idIssuePlace": nil,
    ]
    #expect(document.texts == expected)
    #expect(document.findings.isEmpty)
    // A blank line is told from a label that was not seen.
    #expect(document.fields[FieldKey(rawValue: "certificateSerial")]?.raw == "")
    #expect(document.fields[FieldKey(rawValue: "idIssueDate")]?.raw == nil)
  }

  @Test func doubtsTwoTickedBoxes() {
    var sheet = Self.form01()
    sheet.marks[1].ink = 0.3
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.transactionChannel]?.value == nil)
    #expect(document.findings == [Finding(.fieldBothTicked, field: .transactionChannel)])
  }

  @Test func readsNoTickAsBlank() {
    var sheet = Self.form01()
    sheet.marks[0].ink = 0.01
    sheet.marks.removeLast()
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.transactionChannel]?.value == nil)
    #expect(document.findings.isEmpty)
    #expect(document.fields[.declarantSignature]?.value == .text("absent"))
  }

  /// Strokes of one weight, as of a name in a hand, may be all that is seen of a signature; a name
  /// that was only written there is none.
  @Test(arguments: [
    (Mark.Shape.handwriting, 130, "present"), (.handwriting, 50, "absent"),
    (.unread, 110, "present"), (.unread, 50, "absent"),
  ])
  func knowsASignatureByItsSize(shape: Mark.Shape, height: Int, expected: String) {
    var sheet = Self.form01()
    sheet.marks.removeAll { $0.shape == .stroke }
    sheet.marks.append(
      Mark(
        shape: shape, box: PixelBox(x: 1650, y: 2210, width: 430, height: height), ink: 0.14))
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.declarantSignature]?.value == .text(expected))
  }

  @Test func readsADateWhoseYearStandsOnTheNextLine() {
    var sheet = Self.form01()
    sheet.lines.removeAll { $0.text.hasPrefix("Hải Phòng") }
    sheet.line("Thừa Thiên Huế, ngày 21 tháng 09 năm", x: 1450, y: 2010)
    sheet.line("2021", x: 1800, y: 2060)
    sheet.line("(chỉ áp dụng khi thay đổi họ tên, ngày, tháng, năm", x: 250, y: 2110)
    #expect(
      extractor.extract(sheet.reading, page: 1).fields[.declaredOn]?.value == "2021-09-21")
  }

  @Test func takesNoWordsOfAnAddressForALabel() {
    var sheet = Self.form01()
    sheet.lines.removeAll {
      $0.text.hasPrefix("4. Địa chỉ") || $0.text.hasPrefix("Hà Nội")
        || $0.text.hasPrefix("9. Cơ quan") || $0.text.hasPrefix("với cơ quan")
    }
    sheet.line("GIAO DỊCH ĐIỆN TỬ VỚI CƠ QUAN BẢO HIỂM XÃ HỘI", x: 500, y: 690)
    let address = "Khu phố 8, phường Thới Bình, quận Ninh Kiều, thành phố Cần Thơ"
    sheet.line("4. Địa chỉ liên hệ: " + address, x: 250, y: 1140)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[FieldKey(rawValue: "contactAddress")]?.value == .text(address))
  }

  /// A line of print elsewhere may run on further to the right than the one that ends with the value.
  @Test(arguments: [
    ("BHXH thành", "phố Vĩnh Long.", "BHXH thành phố Vĩnh Long"),
    ("BHXH huyện Văn", "Chấn", "BHXH huyện Văn Chấn"),
  ])
  func takesTheRestOfAnOfficeFromTheNextLine(first: String, second: String, office: String) {
    var sheet = Self.form01()
    sheet.lines.removeAll { $0.text.hasPrefix("9. Cơ quan") }
    sheet.line("9. Cơ quan BHXH tiếp nhận: " + first, x: 250, y: 1780)
    sheet.line(second, x: 250, y: 1840)
    sheet.lines.removeAll { $0.text.hasPrefix("5. Số chứng thư") }
    sheet.line(
      "5. Số chứng thư số của cơ quan, tổ chức, cá nhân: 540179F6AFDEAC05622C6BBC448B963A và còn hạn",
      x: 250, y: 1300)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.receivingOffice]?.value == .text(office))
  }

  @Test func seesATickThatHidesItsBox() {
    var sheet = Self.form01()
    sheet.marks.remove(at: 0)
    sheet.lines.removeAll { $0.text.hasPrefix("Cổng thông tin") }
    sheet.line("Ví Cổng thông tin điện tử của Bảo hiểm xã hội Việt Nam", x: 340, y: 1620)
    #expect(
      extractor.extract(sheet.reading, page: 1).fields[.transactionChannel]?.value == "portal")
  }

  /// The boxes stand behind their wordings, and the engine counts them among the last words.
  private static func ticksBehind(_ inks: (portal: Double, provider: Double)) -> PrintedRegion {
    var sheet = form01()
    sheet.lines.removeAll { $0.text.hasPrefix("Cổng thông tin") || $0.text == "Tổ chức I-VAN" }
    sheet.line(
      "Cổng thông tin điện tử của Bảo hiểm xã hội Việt Nam  Tổ chức I-VAN", x: 400, y: 1620)
    sheet.marks.removeFirst(2)
    for (index, ink) in [(11, inks.portal), (14, inks.provider)] {
      var words = sheet.lines[sheet.lines.count - 1].words
      let box = PixelBox(x: words[index].box.maxX + 14, y: 1620, width: 44, height: 44)
      words[index].box = words[index].box.union(box)
      sheet.lines[sheet.lines.count - 1].words = words
      sheet.marks.append(Mark(shape: .tickBox, box: box, ink: ink))
    }
    return sheet
  }

  @Test func readsBoxesBehindTheirWordings() {
    for (inks, value) in [((0.4, 0.0), "portal"), ((0.0, 0.4), "ivan")] {
      let document = extractor.extract(Self.ticksBehind(inks).reading, page: 1)
      #expect(document.fields[.transactionChannel]?.value?.text == value)
    }
  }

  /// The box of one wording is run over by its label, and one model has the other box for a word;
  /// places as an engine gave them.
  @Test func doesNotGuessWhereABoxIsNotSeen() {
    func words(_ words: [(String, x: Int, end: Int)]) -> [TextWord] {
      words.map { text, x, end in
        TextWord(
          text: text, box: PixelBox(x: x, y: 1540, width: end - x, height: 48), confidence: 0.9)
      }
    }
    let wording = [
      ("thông", 1060, 1214), ("tin", 1236, 1303), ("điện", 1327, 1439), ("tử", 1464, 1522),
      ("của", 1539, 1630), ("BHXH", 1660, 1807), ("Việt", 1831, 1936), ("Nam", 1961, 2080),
    ]
    let label = [("Đăng", 295, 437), ("ký", 465, 521), ("giao", 543, 654), ("dịch", 678, 787)]
    let printed = words(label + [("tiại:Cổng", 811, 1035)] + wording + [("VAN", 2220, 2355)])
    let other = words(
      label + [("tại:Cổng", 810, 1035)] + wording + [("L]", 2141, 2190), ("I-VAN", 2219, 2355)])
    var sheet = Self.form01()
    sheet.lines.removeAll { line in
      ["8. Đăng ký", "Cổng thông tin", "Tổ chức I-VAN"].contains { line.text.hasPrefix($0) }
    }
    sheet.lines.append(
      TextLine(
        box: PixelBox(x: 295, y: 1540, width: 2060, height: 48), words: printed,
        alternatives: [other]))
    // A closed letter of the label is as empty as the box that is left.
    sheet.marks.replaceSubrange(
      ..<2,
      with: [
        Mark(shape: .tickBox, box: PixelBox(x: 680, y: 1553, width: 26, height: 24), ink: 0.02),
        Mark(shape: .tickBox, box: PixelBox(x: 2142, y: 1540, width: 48, height: 48), ink: 0),
      ])
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.transactionChannel]?.value == nil)
  }

  @Test func doubtsABoxThatMayBeEithers() {
    var sheet = Self.ticksBehind((0.4, 0))
    sheet.marks.removeLast()
    #expect(
      extractor.extract(sheet.reading, page: 1).fields[.transactionChannel]?.value == nil)
  }

  @Test func readsValuesBehindLabelsThatAnotherModelMisread() {
    var sheet = Self.form01()
    sheet.lines.removeAll { $0.text.hasPrefix("6. Địa chỉ thư") || $0.text.hasPrefix("7. Điện") }
    sheet.line(
      "6. Địa chỉ thư điện tử:", x: 250, y: 1380, other: ["6. Dja chi thu djen tt:"])
    sheet.line(
      "7. Điện thoại di động: 0912 345 678", x: 250, y: 1460,
      other: ["7. Dien thoai dr dgng: 0912 345 678"])
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.email]?.value == nil)
    #expect(document.fields[.phone]?.value == "0912345678")
    #expect(document.fields[.phone]?.evidence.readingsAgree == true)
  }

  @Test func seesTwoFormsOnOnePage() {
    var sheet = Self.form01()
    sheet.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 800, y: 2600)
    #expect(
      extractor.extract(sheet.reading, page: 1).findings.map(\.code) == [.formTwoOnPage])
  }

  @Test func noticesAHandByField() {
    var sheet = Self.form01()
    sheet.lines.removeAll { $0.text.hasPrefix("1. Họ và tên") }
    sheet.line("1. Họ và tên:", x: 250, y: 900)
    sheet.line("NGUYÊN VẲN ĐỨC", x: 600, y: 900, confidence: 0.6)
    for word in sheet.lines.last?.words ?? [] {
      sheet.marks.append(Mark(shape: .handwriting, box: word.box, ink: 0.12))
    }
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.findings == [Finding(.fieldHandwritten, field: .fullName)])
  }

  /// Beside another box a label goes on in the next line, at the left margin.
  @Test func readsALabelThatWrapsBesideAnother() {
    var sheet = Self.form01()
    sheet.lines.removeAll { $0.text.hasPrefix("3. Số CCCD") || $0.text.hasPrefix("4. ") }
    sheet.lines.removeAll { $0.text.hasPrefix("Hà Nội ...") }
    sheet.line("Số định danh cá nhân/CCCD/CMND/Hộ", x: 250, y: 1060)
    sheet.line("Ngày cấp: 04/04/2021", x: 1490, y: 1060)
    sheet.line("chiếu: 010180764360", x: 250, y: 1130)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.texts["idNumber"] == "010180764360")
    #expect(document.texts["idIssueDate"] == "2021-04-04")
  }

  /// A cell may leave room for the next word and go on in the next line all the same.
  @Test func goesOnBehindAComma() {
    var sheet = Self.form01()
    sheet.lines.removeAll { line in
      ["4. ", "Hà Nội ..."].contains { line.text.hasPrefix($0) }
    }
    sheet.line("4. Địa chỉ liên hệ: Ấp 7, Tổ 4,", x: 250, y: 1140)
    sheet.line("Xã Lâm Đớt, Huyện A Lưới, Tỉnh Thừa Thiên Huế", x: 250, y: 1210)
    let document = extractor.extract(sheet.reading, page: 1)
    let address = "Ấp 7, Tổ 4, Xã Lâm Đớt, Huyện A Lưới, Tỉnh Thừa Thiên Huế"
    #expect(document.texts["contactAddress"] == address)
  }

  /// The word beside the first line of a label is no misread end of it: "Điện" is not "chiếu".
  @Test func leavesTheLabelBesideOneThatWraps() {
    var sheet = Self.form01()
    sheet.lines.removeAll { line in
      ["3. Số CCCD", "4. ", "Hà Nội ...", "7. "].contains { line.text.hasPrefix($0) }
    }
    sheet.line("Số định danh cá nhân/CCCD/CMND/Hộ", x: 250, y: 1060)
    sheet.line("Điện thoại di động:", x: 1270, y: 1060)
    sheet.line("chiếu: 010180764360", x: 250, y: 1130)
    sheet.line("0818444112", x: 1270, y: 1130)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.texts["idNumber"] == "010180764360")
    #expect(document.texts["phone"] == "0818444112")
  }

  /// A box is blank where no ink stands in it, not where nothing was read.
  @Test func doubtsABlankBoxWithInk() {
    var sheet = Self.form01()
    sheet.lines.removeAll { $0.text.hasPrefix("6. Địa chỉ thư") }
    sheet.line("6. Địa chỉ thư điện tử:", x: 250, y: 1380)
    #expect(extractor.extract(sheet.reading, page: 1).findings.isEmpty)
    sheet.marks.append(
      Mark(shape: .unread, box: PixelBox(x: 900, y: 1380, width: 60, height: 40), ink: 0.3))
    #expect(
      extractor.extract(sheet.reading, page: 1).findings
        == [Finding(.fieldUnreadable, field: .email)])
  }

  @Test func takesUnevenPrintThatReadsWellForPrint() {
    var sheet = Self.form01()
    for word in sheet.lines.flatMap(\.words) {
      sheet.marks.append(Mark(shape: .handwriting, box: word.box, ink: 0.06))
    }
    #expect(extractor.extract(sheet.reading, page: 1).findings.isEmpty)
  }
}
