import Documents
import Testing

@testable import Letters

/// Names of offices and of what lists hold, which a misread mark or letter does not hide.
@Suite struct TermListTests {
  private func repaired(_ text: String) throws -> String {
    let lexicon = try SampleLetter.lexicon()
    return lexicon.terms.repaired(SampleLetter.passage(text).words).map(\.text)
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("CÔNG ĐOÀN VIÊN CHÚC", "CÔNG ĐOÀN VIÊN CHỨC"), ("SƠ NỘI VỤ", "SỞ NỘI VỤ"),
    ("CỤC THUÊ TỈNH NGHỆ AN", "CỤC THUẾ TỈNH NGHỆ AN"),
    ("Cổng thông tin điện tủ;", "Cổng thông tin điện tử;"),
    ("Phòng Kiể soát thủ tục hành chính", "Phòng Kiểm soát thủ tục hành chính"),
    ("Phòng Kiểm Soát thủ tục hành chính", "Phòng Kiểm soát thủ tục hành chính"),
    ("Bao và Đài Phát thanh - Truyền hình", "Báo và Đài Phát thanh - Truyền hình"),
  ])
  func aMisreadWordIsPutRight(read: String, printed: String) throws {
    #expect(try repaired(read) == printed)
  }

  /// Other words stay, also where they are like a name: a file is no department.
  @Test(arguments: [
    "bổ sung hồ sơ xây dựng nông thôn mới", "Toà án nhân dân tỉnh", "SỞ NỘI VỤ", "số nội vụ",
    "Phòng Khám đa khoa", "các Vụ, Cục, đơn vị trực thuộc, Công báo",
  ])
  func nothingElseChanges(text: String) throws {
    #expect(try repaired(text) == text)
  }
}
