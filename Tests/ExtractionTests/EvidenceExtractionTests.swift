import Documents
import Testing

@testable import Extraction

/// What must come out of a child's papers.
@Suite struct EvidenceExtractionTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  private func check(_ document: ExtractedDocument, _ expected: [String: String]) {
    for (key, value) in expected {
      let field = document.fields[FieldKey(rawValue: key)]
      #expect(field?.value?.text == value, "\(key)")
    }
  }

  /// Mother and father have rows of the same labels as the child; each keeps its own.
  @Test func readsABirthCertificate() {
    var sheet = PrintedRegion.sheet()
    sheet.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 1200, y: 280)
    sheet.line("GIẤY KHAI SINH", x: 1000, y: 500)
    sheet.line("Số: 276/2023", x: 1100, y: 700)
    sheet.line("Họ, chữ đệm, tên: LƯƠNG THỊ THẢO", x: 290, y: 860)
    sheet.line("Ngày, tháng, năm sinh: 28/12/2022", x: 290, y: 960)
    sheet.line("Ghi bằng chữ: Ngày hai mươi tám tháng mười hai", x: 290, y: 1060)
    sheet.line("Giới tính: Nữ  Dân tộc: Kinh  Quốc tịch: Việt Nam", x: 290, y: 1160)
    sheet.line("Nơi sinh: Trung tâm Y tế, Huyện Yên Thủy, Tỉnh Hòa Bình", x: 290, y: 1260)
    sheet.line("Quê quán: Xã Ngọc Lương, Huyện Yên Thủy, Tỉnh Hòa Bình", x: 290, y: 1360)
    sheet.line("Số định danh cá nhân: 017322000123", x: 290, y: 1460)
    sheet.line("Họ, chữ đệm, tên người mẹ: NGÔ BÍCH NHUNG", x: 290, y: 1560)
    sheet.line("Năm sinh: 1995  Dân tộc: Kinh  Quốc tịch: Việt Nam", x: 290, y: 1660)
    sheet.line("Nơi cư trú: Xã Ngọc Lương, Huyện Yên Thủy, Tỉnh Hòa Bình", x: 290, y: 1760)
    sheet.line("Họ, chữ đệm, tên người cha: LƯƠNG TẤN THỊNH", x: 290, y: 1860)
    sheet.line("Năm sinh: 1994  Dân tộc: Kinh  Quốc tịch: Việt Nam", x: 290, y: 1960)
    sheet.line("Nơi cư trú: Xã Ngọc Lương, Huyện Yên Thủy, Tỉnh Hòa Bình", x: 290, y: 2060)
    sheet.line("Họ, chữ đệm, tên người đi khai sinh: LƯƠNG TẤN THỊNH", x: 290, y: 2160)
    sheet.line("Nơi đăng ký khai sinh: Ủy ban nhân dân Xã Ngọc Lương", x: 290, y: 2360)
    sheet.line("Ngày, tháng, năm đăng ký: 18/01/2023", x: 290, y: 2460)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.kind == .birthCertificate)
    check(
      document,
      [
        "childName": "LƯƠNG THỊ THẢO", "dateOfBirth": "2022-12-28", "sex": "female",
        "motherName": "NGÔ BÍCH NHUNG", "fatherName": "LƯƠNG TẤN THỊNH", "number": "276/2023",
        "dateOfIssue": "2023-01-18",
        "placeOfBirth": "Trung tâm Y tế, Huyện Yên Thủy, Tỉnh Hòa Bình",
      ])
  }

  @Test func readsTheFormOfAGuardian() {
    var sheet = PrintedRegion.sheet()
    sheet.line("Mẫu số: 01", x: 1700, y: 150)
    sheet.line("(Ban hành kèm theo Nghị định số 166/2016/NĐ-CP", x: 1400, y: 210)
    sheet.line("TỜ KHAI", x: 1100, y: 520)
    sheet.line("Đăng ký sử dụng phương thức giao dịch điện tử cho con", x: 500, y: 590)
    sheet.line("Kính gửi: Bảo hiểm xã hội Quảng Trị", x: 700, y: 760)
    sheet.line("Họ và tên cha, mẹ hoặc người giám hộ: VŨ NGỌC HỌC", x: 250, y: 900)
    sheet.line("Mã số BHXH: 3114541358", x: 250, y: 1000)
    sheet.line("Số CCCD/ĐDCN/Hộ chiếu: 031094673401", x: 250, y: 1100)
    sheet.line("Số điện thoại di động: 0818193626", x: 250, y: 1200)
    sheet.line("Họ và tên con: VŨ NHƯ MỸ", x: 250, y: 1300)
    sheet.line("Mã số BHXH của con: 1424200904", x: 250, y: 1400)
    sheet.line("Mối quan hệ với con: Bố", x: 250, y: 1500)
    let document = extractor.extract(sheet.reading, page: 1)
    #expect(document.kind == .form01)
    #expect(document.layout == "form-01-child")
    check(
      document,
      [
        "fullName": "VŨ NGỌC HỌC", "socialInsuranceNumber": "3114541358",
        "idNumber": "031094673401", "phone": "0818193626", "childName": "VŨ NHƯ MỸ",
        "childSocialInsuranceNumber": "1424200904", "guardianRelation": "Bố",
      ])
  }

  /// The form of a grown-up is not taken for a guardian's.
  @Test func keepsTheFormOfAGrownUp() {
    let document = extractor.extract(FormExtractionTests.form01().reading, page: 1)
    #expect(document.layout == "form-01")
  }

  @Test func aPortraitHasNoFields() {
    let region = RegionReading(shape: .portrait, width: 354, height: 472)
    let document = extractor.extract(region, page: 3)
    #expect(document.kind == .portrait)
    #expect(document.fields.isEmpty)
  }
}
