import Evaluation
import Testing

@Suite struct NovelLinesTests {
  private static let lines = [
    "Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001",
    "một hai ba bốn năm sáu bảy tám chín",
    "quá ngắn",
  ]

  @Test func linesWithoutCompanyAreNovelAndShortOnesNever() {
    #expect(NovelLines(lines: Self.lines).numbers == [0, 1])
  }

  @Test func eightSyllablesInARowMakeALineKnown() {
    var novel = NovelLines(lines: Self.lines)
    novel.remove(sharedWith: "rằng: căn cứ LUẬT tổ chức chính phủ, ngày 3 tháng 4")
    #expect(novel.numbers == [1])
    novel.remove(sharedWith: "hai ba bốn năm sáu bảy tám")
    #expect(novel.numbers == [1])
    novel.remove(sharedWith: "hai ba bốn năm sáu bảy tám chín mười")
    #expect(novel.numbers == [])
  }
}
