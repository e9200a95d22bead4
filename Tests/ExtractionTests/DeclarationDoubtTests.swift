import Documents
import Testing

@testable import Extraction

/// What of a 602b declaration goes to a person.
@Suite struct DeclarationDoubtTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  /// Declarations of 2017 have the same lines on every paper, without numbers (QĐ 595/QĐ-BHXH, TK1-TS).
  @Test(arguments: [
    ("Nơi đăng ký khám chữa bệnh ban đầu:", false), ("gì khám nh ban: Trạm y tế xã Lộc Bảo", true),
  ])
  func doubtsALineWithoutANumberThatIsNotSeen(line: String, isDoubted: Bool) {
    var sheet = PrintedRegion.declaration(by: "595/QĐ-BHXH ngày 14/4/2017")
    sheet.line("Kính gửi: Bảo hiểm xã hội quận Hồng Bàng", x: 700, y: 560)
    sheet.line("I. Phần kê khai bắt buộc", x: 250, y: 650)
    sheet.line("Họ, chữ đệm, tên: NGUYỄN VĂN AN", x: 250, y: 730)
    sheet.line("Mã số hộ gia đình (đã cấp):", x: 250, y: 800)
    sheet.line(line, x: 250, y: 870)
    sheet.line("Mức tiền đóng: 1.500.000 đồng", x: 250, y: 940)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.layout == "form-602b-595")
    #expect(document.fields[.healthFacility]?.value == nil)
    let finding = Finding(.fieldLabelUnseen, field: .healthFacility)
    #expect(document.findings.contains(finding) == isDoubted)
  }

  /// No tick is no answer only where every box was seen, and no stamp stands over an empty one.
  @Test(arguments: [
    ([Mark](), true), ([box(x: 690, ink: 0)], true),
    ([box(x: 690, ink: 0), box(x: 1090, ink: 0)], false),
    ([box(x: 690, ink: 0), box(x: 1090, ink: 0), stamp(x: 1080)], true),
  ])
  func doubtsBoxesThatAreNotSeen(marks: [Mark], isDoubted: Bool) {
    var sheet = PrintedRegion.declaration490()
    sheet.line("[11]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:", x: 250, y: 1330)
    sheet.line("Nhận bản điện tử", x: 360, y: 1400)
    sheet.line("Nhận bản giấy", x: 800, y: 1400)
    sheet.marks += marks
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.resultDelivery]?.value == nil)
    let finding = Finding(.fieldUnreadable, field: .resultDelivery)
    #expect(document.findings.contains(finding) == isDoubted)
  }

  /// One reading of the wordings has none beside the ticked box, another has.
  @Test func believesATickThatOneReadingLost() {
    var sheet = PrintedRegion.declaration490()
    sheet.line("[11]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:", x: 250, y: 1330)
    sheet.line("Nhận bản điện tử", x: 360, y: 1400)
    sheet.line("Nh4n b#n gi", x: 800, y: 1400, other: ["Nhận bản giấy", "Nhận bản giấy"])
    sheet.marks += [Self.box(x: 690, ink: 0), Self.box(x: 1090, ink: 0.4)]
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.fields[.resultDelivery]?.value == "paper")
    #expect(!document.findings.contains { $0.field == .resultDelivery })
  }

  private static func box(x: Int, ink: Double) -> Mark {
    Mark(shape: .tickBox, box: PixelBox(x: x, y: 1400, width: 40, height: 40), ink: ink)
  }

  private static func stamp(x: Int) -> Mark {
    Mark(shape: .unread, box: PixelBox(x: x, y: 1390, width: 59, height: 59), ink: 1)
  }

  @Test func reportsAVersionThatItsLabelsContradict() {
    let sheet = PrintedRegion.declaration888(decision: "490/QĐ-BHXH")
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.layout == "form-602b-888")
    #expect(document.findings.contains { $0.code == .formVersionMismatch })
  }

  /// Both parts of every version ask for it (595, 888, 505, 490/QĐ-BHXH, TK1-TS): a blank one is a
  /// faint one that was not seen.
  @Test func asksForTheDateOfBirth() {
    let document = extractor.declaration(replacing: [])
    #expect(document.required.contains(.dateOfBirth))
  }

  /// A label without its first letters is not known, and says nothing of its box.
  @Test func doubtsABoxWhoseLabelIsNotSeen() {
    let finding = Finding(.fieldLabelUnseen, field: FieldKey(rawValue: "requestedChange"))
    #expect(!extractor.declaration(replacing: []).findings.contains(finding))
    let blank = extractor.declaration(replacing: [
      ("[04]", [("[04] Nội dung thay đổi, yêu cầu:", 250, 1510)])
    ]
    )
    #expect(!blank.findings.contains(finding))
    let hidden = extractor.declaration(replacing: [
      ("[04]", [("đổi, yêu cầu: Đăng ký lại", 410, 1510)])
    ])
    #expect(hidden.texts["requestedChange"] == .some(nil))
    #expect(hidden.findings.contains(finding))
  }

  /// Every version is addressed to an office; a stamp may hide to which.
  @Test func doubtsAnAddresseeThatIsNotSeen() {
    let finding = Finding(.fieldLabelUnseen, field: .receivingOffice)
    #expect(!extractor.declaration(replacing: []).findings.contains(finding))
    let hidden = extractor.declaration(replacing: [
      ("Kính gửi", [("hiểm xã hội quận Hồng Bàng", 900, 600)])
    ])
    #expect(hidden.texts["receivingOffice"] == .some(nil))
    #expect(hidden.findings.contains(finding))
  }

  /// The rest of a name that had no room stands below it, and no word was read of it.
  @Test(arguments: [(250, true), (1500, false)])
  func doubtsAValueThatGoesOnUnread(x: Int, isDoubted: Bool) {
    var sheet = PrintedRegion.declaration490()
    sheet.marks.append(
      Mark(shape: .unread, box: PixelBox(x: x, y: 784, width: 80, height: 36), ink: 0.4))
    sheet.lines.removeAll { $0.text.hasPrefix("[03]") }
    sheet.line("[03]. Ngày, tháng, năm sinh: 15/01/1990", x: 250, y: 838)
    let document = extractor.extract(sheet.reading, page: 1)
    let finding = Finding(.fieldUnreadable, field: .fullName)
    #expect(document.findings.contains(finding) == isDoubted)
  }
}
