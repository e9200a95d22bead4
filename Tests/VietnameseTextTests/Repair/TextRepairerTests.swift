import Foundation
import Testing

@testable import VietnameseText

/// Repairs with the project's own models.
@Suite struct TextRepairerTests {
  private static let directory = URL(filePath: #filePath)
    .appending(path: "../../../../dictionaries/language").standardizedFileURL.path

  private func repaired(_ text: String, _ profile: RepairProfile = .auto) throws -> RepairedText {
    var repairer = TextRepairer(models: try RepairModels(directory: Self.directory))
    return repairer.repair(Array(text.utf8), profile: profile)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var seen: String
    var meant: String
    var profile = RepairProfile.auto
    var testDescription: String { seen }
  }

  static let cases = [
    Case(
      seen: "Cong hoa xa hoi chu nghia Viet Nam\nDoc lap - Tu do - Hanh phuc",
      meant: "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc",
      profile: .stripped),
    Case(
      seen: "CONG HOA XA HOI CHU NGHIA VIET NAM", meant: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      profile: .stripped),
    Case(
      seen: """
        Nguoi lao dong nop to khai mau so 01 cho co quan bao hiem xa hoi trong vong 10 ngay ke tu \
        ngay dang ky.
        """,
      meant: """
        Người lao động nộp tờ khai mẫu số 01 cho cơ quan bảo hiểm xã hội trong vòng 10 ngày kể từ \
        ngày đăng ký.
        """),
    // The issue's own words, as an English model reads them.
    Case(
      seen: "to chirc thyc hién viéc cap sé bao hiém xa hoi cho nguoi lao déng",
      meant: "tổ chức thực hiện việc cấp sổ bảo hiểm xã hội cho người lao động", profile: .ocr),
    // The letters of a list: đ comes after d (alphabet of Vietnamese).
    Case(
      seen: "a) Ho so;\nb) To khai;\nc) Giay to;\nd) So bao hiem xa hoi;\nd) Van ban;\ne) Don",
      meant: "a) Hồ sơ;\nb) Tờ khai;\nc) Giấy tờ;\nd) Sổ bảo hiểm xã hội;\nđ) Văn bản;\ne) Đơn",
      profile: .stripped),
    // An acronym that the text explains.
    Case(
      seen:
        "Ho so de xuat ky thuat (HSDXKT) gom ho so de xuat ky thuat goc. HSDXKT phai niem phong.",
      meant: """
        Hồ sơ đề xuất kỹ thuật (HSĐXKT) gồm hồ sơ đề xuất kỹ thuật gốc. HSĐXKT phải niêm phong.
        """, profile: .stripped),
  ]

  @Test(arguments: cases) func putsTextRight(_ testCase: Case) throws {
    let repaired = try repaired(testCase.seen, testCase.profile)
    #expect(String(decoding: repaired.text, as: UTF8.self) == testCase.meant)
  }

  static let untouched = [
    "", "\n\n", "\u{0}", "   \t", "12/7/2021", "Số: 1281/BHXH-QLT",
    "https://dichvucong.baohiemxahoi.gov.vn/#/index?login=1", "hotro@vss.gov.vn",
    """
    The quick brown fox jumps over the lazy dog while seventeen engineers watch from the window \
    and write their reports about what they have seen this morning.
    """,
    """
    Thực hiện kế hoạch số 2560/KH-BHXH ngày 03/12/2020 của Bảo hiểm xã hội thành phố về việc triển \
    khai ứng dụng trên nền tảng thiết bị di động, các đơn vị sử dụng lao động phối hợp thực hiện.
    """,
  ]

  @Test(arguments: untouched) func leavesAlone(_ text: String) throws {
    let repaired = try repaired(text)
    #expect(repaired.text == Array(text.utf8))
    #expect(repaired.changes.isEmpty)
  }

  /// What the engine was sure of stays, and what it doubted gives way: hồ sơ, read as hổ sơ.
  @Test func doubtedWordsGiveWay() throws {
    func repaired(_ confidence: Double) throws -> String {
      var text: [UInt8] = []
      var doubts = ReadingDoubts()
      for word in "lập danh sách hổ sơ người tham gia".split(separator: " ") {
        if !text.isEmpty { text.append(UInt8(ascii: " ")) }
        doubts.append(confidence: word == "hổ" ? confidence : 0.96, at: text.count)
        text += Array(word.utf8)
      }
      var repairer = TextRepairer(
        models: try RepairModels(directory: Self.directory), condition: .readAsVietnamese)
      return String(decoding: repairer.repair(text, doubts: doubts).text, as: UTF8.self)
    }
    #expect(try repaired(0.64) == "lập danh sách hồ sơ người tham gia")
    #expect(try repaired(0.96) == "lập danh sách hổ sơ người tham gia")
  }

  @Test func keepsLinesSpacesAndSigns() throws {
    let text = "  Bao hiem   xa hoi;\r\n\r\n\t-  Can cu Luat Bao hiem xa hoi (2014)...\n"
    let repaired = String(decoding: try repaired(text, .stripped).text, as: UTF8.self)
    #expect(repaired.strippingMarks() == text)
    #expect(repaired.contains("Bảo hiểm   xã hội;\r\n\r\n\t-  Căn cứ Luật Bảo hiểm xã hội (2014)"))
  }

  @Test func changesSayWhereTheyAre() throws {
    let text = "Số 1\nBao hiem xa hoi Viet Nam"
    let changes = try repaired(text, .stripped).changes
    #expect(changes.map(\.to) == ["Bảo", "hiểm", "xã", "hội", "Việt"])
    #expect(changes.map(\.from) == ["Bao", "hiem", "xa", "hoi", "Viet"])
    #expect(changes.map(\.line) == [2, 2, 2, 2, 2])
    #expect(changes.map(\.column) == [1, 5, 10, 13, 17])
    #expect(changes.map(\.offset) == [7, 11, 16, 19, 23])
    for change in changes { #expect((0.5...1).contains(change.probability)) }
  }

  @Test func bytesThatAreNoTextPass() throws {
    let bytes: [UInt8] = [0x42, 0xFF, 0x20, 0xC3, 0x0A, 0xE1, 0xBB, 0x00, 0xF4, 0x90]
    var repairer = TextRepairer(models: try RepairModels(directory: Self.directory))
    #expect(
      repairer.repair(bytes, profile: .ocr).text.filter { $0 >= 0xC0 } == [0xFF, 0xC3, 0xE1, 0xF4])
  }

  @Test func aTokenOfMegabytesPasses() throws {
    let bytes = [UInt8](repeating: 0x61, count: 2 << 20)
    var repairer = TextRepairer(models: try RepairModels(directory: Self.directory))
    #expect(repairer.repair(bytes, profile: .ocr).text == bytes)
  }

  @Test func aMissingModelIsNamed() {
    #expect {
      try RepairModels(directory: "/nowhere")
    } throws: { "\($0)".contains("/nowhere/language-model.bin") }
  }
}
