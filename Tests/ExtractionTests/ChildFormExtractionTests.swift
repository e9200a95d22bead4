import Documents
import Testing

@testable import Extraction

/// What must come out of a Form 01 by which a parent or guardian opens a child's account: whose is
/// what (NĐ 166/2016; the portal's page "Đăng ký tài khoản cho con").
@Suite struct ChildFormExtractionTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  /// The words that stand before the guardian's name and the child's three values.
  struct Wording: CustomTestStringConvertible {
    var title: String
    var guardian: String
    var child: [String]
    var testDescription: String { "\(title); \(guardian)" }
  }

  private static let wordings = [
    Wording(
      title: "Đăng ký sử dụng phương thức giao dịch điện tử cho con",
      guardian: "Họ và tên cha, mẹ hoặc người giám hộ",
      child: ["Họ và tên con", "Mã số BHXH của con", "Mối quan hệ với con"]),
    Wording(
      title: "Đăng ký tài khoản giao dịch điện tử cho con", guardian: "Họ và tên",
      child: ["Họ và tên của con", "Mã số bảo hiểm xã hội của con", "Quan hệ với con"]),
    // A title that was not read: the labels tell.
    Wording(
      title: "Đăng ký sử dụng phương thức giao dịch điện tử",
      guardian: "Họ và tên người giám hộ",
      child: ["Họ tên trẻ em", "Mã số BHXH của trẻ em", "Quan hệ với trẻ em"]),
  ]

  private static func form(_ wording: Wording) -> PrintedRegion {
    var sheet = PrintedRegion.sheet()
    sheet.line("Mẫu số: 01", x: 1700, y: 150)
    sheet.line("(Ban hành kèm theo Nghị định số 166/2016/NĐ-CP", x: 1400, y: 210)
    sheet.line("ngày 24 tháng 12 năm 2016 của Chính phủ)", x: 1450, y: 265)
    sheet.line("TỜ KHAI", x: 1100, y: 520)
    sheet.line(wording.title, x: 500, y: 590)
    sheet.line("Kính gửi: Bảo hiểm xã hội quận Hồng Bàng", x: 700, y: 760)
    let rows = [
      "\(wording.guardian): NGUYỄN VĂN ĐỨC", "Mã số BHXH: 0123456789",
      "Số CCCD/ĐDCN/Hộ chiếu: 001090123456",
      "Địa chỉ liên hệ: Số 1 Phố Huế, phường Phúc Xá, quận Ba Đình, thành phố Hà Nội",
      "Số điện thoại di động: 0912345678", "Email: duc.nv@example.vn",
      "\(wording.child[0]): NGUYỄN MINH AN", "\(wording.child[1]): 001220123456",
      "\(wording.child[2]): Bố", "Hồ sơ kèm theo: ảnh chân dung, ảnh giấy khai sinh của con",
    ]
    for (index, row) in rows.enumerated() { sheet.line(row, x: 250, y: 900 + 80 * index) }
    sheet.line("Hải Phòng, ngày 05 tháng 3 năm 2022", x: 1500, y: 2050)
    sheet.line("Người đăng ký", x: 1700, y: 2120)
    sheet.line("(Ký, ghi rõ họ tên)", x: 1650, y: 2180)
    return sheet
  }

  @Test(arguments: wordings)
  func tellsTheChildFromTheGuardian(wording: Wording) {
    let document = extractor.extract(Self.form(wording).reading, page: 1)
    #expect(document.kind == .form01)
    let expected = [
      "fullName": "NGUYỄN VĂN ĐỨC", "socialInsuranceNumber": "0123456789",
      "idNumber": "001090123456", "phone": "0912345678", "childName": "NGUYỄN MINH AN",
      "childSocialInsuranceNumber": "001220123456", "guardianRelation": "Bố",
    ]
    for (key, value) in expected { #expect(document.texts[key] == value, "\(key)") }
  }

  /// The words of a relation are few; a father is "ba" in the south.
  @Test(arguments: [("Bồ", "Bố"), ("Ba", "Ba"), ("Bà ngoại", "Bà ngoại"), ("Mẹ dẻ", "Mẹ đẻ")])
  func putsRelationsRight(read: String, meant: String) {
    var sheet = Self.form(Self.wordings[0])
    sheet.lines.removeAll { $0.text.hasPrefix("Mối quan hệ") }
    sheet.line("Mối quan hệ với con: \(read)", x: 250, y: 1540)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.texts["guardianRelation"] == meant)
  }

  /// Whose account it is must be known before one is opened.
  @Test func aChildWithoutANameIsDoubted() {
    var sheet = Self.form(Self.wordings[0])
    sheet.lines.removeAll { $0.text.hasPrefix("Họ và tên con") }
    let document = extractor.extract(sheet.reading, page: 1)
    let childName = FieldKey(rawValue: "childName")
    #expect(document.fields[childName]?.value == nil)
    #expect(document.required.contains(childName))
  }

  @Test func theFormOfAGrownUpHasNoChild() {
    let document = extractor.extract(FormExtractionTests.form01().reading, page: 1)
    #expect(document.texts["childName"] == nil)
    #expect(document.layout == "form-01")
  }

  /// Labels of a grown-up's number that are as long as those of a child's (dictionaries/drawing/forms).
  @Test(arguments: [
    "[02] Mã số BHXH (đã cấp)", "Mã số bảo hiểm xã hội đã cấp", "Mã số BHXH của cá nhân",
  ])
  func theNumberOfAGrownUpIsNoChilds(label: String) {
    var sheet = PrintedRegion.sheet()
    sheet.line("Mẫu số: 01/ĐK-GD", x: 1700, y: 150)
    sheet.line("(Ban hành kèm theo Nghị định số 166/2016/NĐ-CP)", x: 1400, y: 210)
    sheet.line("TỜ KHAI ĐĂNG KÝ TÀI KHOẢN", x: 800, y: 520)
    sheet.line("GIAO DỊCH ĐIỆN TỬ VỚI CƠ QUAN BẢO HIỂM XÃ HỘI", x: 500, y: 590)
    sheet.line("Kính gửi: Bảo hiểm xã hội huyện Yên Minh", x: 700, y: 760)
    let rows = [
      "[01] Họ, tên: NGUYỄN VĂN ĐỨC", "\(label): 0123456789",
      "[04] Số định danh cá nhân/CCCD/CMND/Hộ chiếu: 001090123456",
      "[05] Địa chỉ: Số 1 Phố Huế, phường Phúc Xá, quận Ba Đình, thành phố Hà Nội",
      "[06] Email: duc.nv@example.vn",
    ]
    for (index, row) in rows.enumerated() { sheet.line(row, x: 250, y: 900 + 80 * index) }
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.layout == "form-01")
    #expect(document.texts["socialInsuranceNumber"] == "0123456789")
  }
}
