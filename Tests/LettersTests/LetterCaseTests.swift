import Documents
import Testing
import VietnameseText

@testable import Letters

/// What the shape of letters does not tell, and the language or their width does.
@Suite struct LetterCaseTests {
  /// A capital S has the shape of a small one: in the middle of words that belong together it is small.
  @Test(arguments: [
    ("tại các cơ Sở", "tại các cơ sở"), ("dân tộc thiểu Số", "dân tộc thiểu số"),
    ("đề nghị của Sở Nội vụ", "đề nghị của Sở Nội vụ"), ("Sở Y tế", "Sở Y tế"),
    ("lãnh đạo Văn phòng", "lãnh đạo Văn phòng"), ("ngày Chiến thắng", "ngày Chiến thắng"),
  ])
  func initialsFollowTheLanguage(read: String, meant: String) throws {
    let models = try RepairModels(directory: SampleLetter.dictionaries + "/language")
    let settled = SmallInitials(model: models.language)
      .settled(read.split(separator: " ").map(String.init))
    #expect(settled.joined(separator: " ") == meant)
  }

  /// Three strokes are half as wide again as high.
  @Test func strokesAreCounted() {
    func counted(_ text: String, width: Int) -> String {
      let box = PixelBox(x: 0, y: 0, width: width, height: 40)
      return RomanStrokes.counted(TextWord(text: text, box: box, confidence: 0.8)).text
    }
    #expect(counted("II", width: 56) == "III")
    #expect(counted("II", width: 38) == "II")
    #expect(counted("IV", width: 56) == "IV")
    #expect(counted("II.", width: 56) == "III.")
  }
}
