import Documents
import Testing

@testable import Recognition

@Suite struct SecondOpinionTests {
  private func words(_ texts: [String]) -> [TextWord] {
    texts.enumerated().map { index, text in
      TextWord(
        text: text, box: PixelBox(x: 100 * index, y: 0, width: 90, height: 20), confidence: 0.9)
    }
  }

  private func merged(_ vietnamese: [String], _ latin: [String]) -> [String] {
    SecondOpinion.merged(words(vietnamese), latin: words(latin)).map(\.text)
  }

  @Test func numbersComeFromTheLatinModel() {
    #expect(merged(["Số:", "07917O123456"], ["Sé:", "079170123456"]) == ["Số:", "079170123456"])
    #expect(merged(["Ngày", "28-92-1947"], ["Ngay", "28-02-1947"]) == ["Ngày", "28-02-1947"])
  }

  @Test func addressesOfMailToo() {
    #expect(merged(["lan.vu@example.coln"], ["lan.vu@example.com"]) == ["lan.vu@example.com"])
  }

  @Test func wordsStayVietnamese() {
    #expect(merged(["Phường", "12,"], ["Phuong", "12,"]) == ["Phường", "12,"])
    #expect(!SecondOpinion.isWorthwhile(for: words(["Nguyễn", "Văn", "Đức", "P.7"])))
  }

  @Test func aNumberOfAnotherLengthIsNoReadingOfIt() {
    #expect(merged(["0791701234"], ["0791"]) == ["0791701234"])
    #expect(merged(["0791701234"], []) == ["0791701234"])
  }
}
