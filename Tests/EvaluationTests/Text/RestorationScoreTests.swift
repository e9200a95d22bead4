import Evaluation
import Testing

@Suite struct RestorationScoreTests {
  @Test func countsRunsOfLettersAtTheirPlace() {
    var score = RestorationScore()
    score.add(output: "Số 12/QD-TTg, hoà bình", truth: "Số 12/QĐ-TTg, hòa bình")
    #expect(score.syllables == 5)
    #expect(score.right == 4)
  }

  @Test func aLostWordCostsOneSyllableOnly() {
    var score = RestorationScore()
    score.add(output: "xã hội Nam", truth: "xã hội Việt Nam")
    #expect(score.syllables == 4)
    #expect(score.right == 3)
  }

  @Test func letterCaseCounts() {
    var score = RestorationScore()
    score.add(output: "việt nam", truth: "Việt Nam")
    #expect(score.right == 0)
  }
}
