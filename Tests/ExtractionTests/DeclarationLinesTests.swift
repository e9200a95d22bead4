import Documents
import Testing

@testable import Extraction

/// Values of 602b declarations that go on in further lines, and boxes that share one.
@Suite struct DeclarationLinesTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  /// Two boxes of a row may both go on in the next one, the left one with all of its value.
  @Test func keepsWrappedBoxesApart() {
    let document = extractor.declaration(replacing: [
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
    var sheet = PrintedRegion.declaration888()
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

  /// A value that goes on at the margin has a word right below the label of the second box.
  @Test func partsNoTextBelowALabelByChance() {
    var sheet = PrintedRegion.declaration490()
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

  /// In narrow columns the labels themselves take two lines.
  @Test(arguments: [("trấn): Phan Dũng", "Phan Dũng"), ("trấn):", nil)])
  func followsLabelsThatGoOnInTheNextLine(rest: String, value: String?) {
    let document = extractor.declaration(replacing: [
      ("[06.1]", [("[06.1] Xã (phường, thị", 250, 940), (rest, 250, 990)])
    ])
    #expect(document.fields[FieldKey(rawValue: "birthWard")]?.value?.text == value)
  }

  @Test func continuesTheBoxWhoseUnitLacksItsName() {
    let document = extractor.declaration(replacing: [
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
    var sheet = PrintedRegion.declaration490()
    sheet.line("[07]. Điện thoại:", x: 250, y: 1010)
    sheet.line("[08]. Email (nếu có):", x: 1200, y: 1010)
    sheet.line("nguyen.an@example.vn", x: 250, y: 1058)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.phone]?.value == nil)
    #expect(document.fields[FieldKey(rawValue: "email")]?.value == "nguyen.an@example.vn")
  }

  @Test func readsBoxesBelowTheLabelsOfASharedLine() {
    let document = extractor.declaration(replacing: [
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
    let document = extractor.declaration(replacing: [
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
    var sheet = PrintedRegion.declaration888()
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
    var sheet = PrintedRegion.declaration888()
    sheet.lines.removeAll { (1100..<1320).contains($0.box.y) }
    sheet.line("[11] Mức tiền đóng: 1.500.000 đồng", x: 250, y: 1150)
    sheet.line("[12] Phương thức đóng: Một lần cho", x: 1400, y: 1150)
    sheet.line("những năm về", x: 1840, y: 1205)
    sheet.line("sau", x: 1840, y: 1260)
    #expect(
      extractor.extract(sheet.reading, page: 1).fields[FieldKey(rawValue: "paymentMethod")]?.value
        == "Một lần cho những năm về sau")
  }

  @Test func partsLinesWhereAColumnBegins() {
    let wrapped = PrintedRegion.narrowColumns(
      second: [("thị xã, Tp thuộc tỉnh):", x: 940), ("Lai Châu", x: 1591)],
      third: [("Lai Châu", x: 940)])
    let fields = extractor.extract(wrapped.reading, page: 1).fields
    #expect(fields[FieldKey(rawValue: "birthWard")]?.value == "Đoàn Kết")
    #expect(fields[FieldKey(rawValue: "birthDistrict")]?.value == "Lai Châu")
    #expect(fields[FieldKey(rawValue: "birthProvince")]?.value == "Lai Châu")
  }

  @Test func partsValuesThatTouchTheNextColumn() {
    let touching = PrintedRegion.narrowColumns(
      second: [("thị xã, Tp thuộc tỉnh): Sốp", x: 1010), ("Sơn La", x: 1591)],
      third: [("Cộp", x: 940)])
    let fields = extractor.extract(touching.reading, page: 1).fields
    #expect(fields[FieldKey(rawValue: "birthDistrict")]?.value == "Sốp Cộp")
    #expect(fields[FieldKey(rawValue: "birthProvince")]?.value == "Sơn La")
  }

  /// What a box had no room for stands below its label.
  @Test func takesTheSecondWordOfANationFromTheLineBelow() {
    let document = extractor.declaration(replacing: [
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
    var sheet = PrintedRegion.declaration888()
    sheet.line(line, x: 1300, y: 1680)
    sheet.line(rest, x: 1580, y: 1732)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[FieldKey(rawValue: "declaredOn")]?.value == "2019-11-15")
  }

  @Test func takesNoRestOfALabelForAnEmptyBox() {
    let blank = PrintedRegion.narrowColumns(
      second: [("thị xã, Tp thuộc tỉnh", x: 940)], third: [])
    let fields = extractor.extract(blank.reading, page: 1).fields
    #expect(fields[FieldKey(rawValue: "birthWard")]?.value == "Đoàn Kết")
    #expect(fields[FieldKey(rawValue: "birthDistrict")]?.value == nil)
    #expect(fields[FieldKey(rawValue: "birthProvince")]?.value == nil)
  }
}
