import Documents
import Testing

@testable import Recognition

@Suite struct SecondOpinionTests {
  private func words(_ text: String) -> [TextWord] {
    text.split(separator: " ").enumerated().map { index, text in
      TextWord(
        text: String(text), box: PixelBox(x: 100 * index, y: 0, width: 90, height: 20),
        confidence: 0.9)
    }
  }

  @Test(arguments: [
    "Số: 07917O123456", "Ngày 28-92-1947", "lan.vu@example.coln",
    "5401B285D5601CE2CB84E24641D8F693",
  ])
  func numbersAndMailAreWorthTheLatinModel(text: String) {
    #expect(SecondOpinion.isWorthwhile(for: words(text)))
  }

  @Test(arguments: ["Nguyễn Văn Đức P.7", "Phường 12, Quận 10", "Thôn 3"])
  func wordsStayVietnamese(text: String) {
    #expect(!SecondOpinion.isWorthwhile(for: words(text)))
  }

  @Test func aDateInWordsIsMostlyNumbers() {
    #expect(SecondOpinion.isMostlyNumbers(words("11 tháng 04 năm 2015")))
    #expect(!SecondOpinion.isMostlyNumbers(words("Số 8 đường Trần Hưng Đạo")))
  }
}
