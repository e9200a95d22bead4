import Documents
import Testing

@testable import Extraction

/// What must come out of a child's papers.
@Suite struct EvidenceExtractionTests {
  private let extractor: Extractor

  init() throws { extractor = try Dictionaries.extractor.get() }

  private func check(_ document: ExtractedDocument, _ expected: [String: String?]) {
    #expect(document.texts == expected)
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

  @Test func aPortraitHasNoFields() {
    let region = RegionReading(shape: .portrait, width: 354, height: 472)
    let document = extractor.extract(region, page: 3)
    #expect(document.kind == .portrait)
    #expect(document.fields.isEmpty)
  }
}
