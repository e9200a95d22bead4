import Evaluation
import Testing

@Suite struct ComparedTextTests {
  @Test func foldsNormalFormTonePlacementAndWhiteSpaceOnly() {
    #expect(
      Array(ComparedText("  Ho\u{300}a\u{A0}bình\n\nthuỷ ").text.utf8)
        == Array("Hoà bình thuỷ".utf8))
    #expect(ComparedText("Hòa, BÌNH").text == "Hoà, BÌNH")
    // An eth is not a crossed D, however alike they look.
    #expect(ComparedText("Ðộc").text != ComparedText("Độc").text)
  }

  @Test func beginsAtTheOpeningWhenThereIsOne() {
    #expect(ComparedText("CHÍNH PHỦ\n Căn  cứ Luật", from: "Căn cứ").text == "Căn cứ Luật")
    #expect(ComparedText("CHÍNH PHỦ", from: "Căn cứ").text == "CHÍNH PHỦ")
  }

  @Test func leavesOutWhatDoesNotCount() {
    #expect(ComparedText("| số | 12", without: ["|"]).words == ["số", "12"])
  }

  @Test func aReadingIsScoredByWordsAndByCharacters() {
    let score = ReadingScore(
      of: ComparedText("Poc 1ap – Tu do"), against: ComparedText("Độc lập – Tự do"))
    #expect(score.words.errors == 3)
    #expect(score.words.truthCount == 5)
    #expect(score.characters.errors == 5)
    #expect(score.characters.truthCount == 15)
  }
}
