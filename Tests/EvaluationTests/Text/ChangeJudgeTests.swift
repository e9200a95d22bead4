import Evaluation
import Testing

@Suite struct ChangeJudgeTests {
  private static let input = "Poc 1ap, tu do"
  private static let truth = "Độc lập - tự do"

  private static func change(_ offset: Int, _ from: String, _ to: String) -> StatedChange {
    StatedChange(offset: offset, from: from, to: to, probability: 0.9)
  }

  @Test func aChangeIsRightWhenTheTruthHasItsWordThere() {
    let judgements = ChangeJudge(truth: Self.truth).judgements(
      of: [Self.change(0, "Poc", "Độc"), Self.change(4, "1ap", "lớp"), Self.change(9, "tu", "tự")],
      in: Self.input)
    #expect(judgements == [true, false, true])
  }

  @Test func offsetsAreBytesAndLinesAreAlignedOnTheirOwn() {
    let judgements = ChangeJudge(truth: "bảo hiểm\nxã hội\n").judgements(
      of: [
        Self.change(6, "hi em", "hiểm"), Self.change(12, "xa", "xã"), Self.change(15, "hoi", "hôi"),
      ],
      in: "bảo hi em\nxa hoi\n")
    #expect(judgements == [true, true, false])
  }

  @Test func changesThatDoNotFitTheTextAreRefused() {
    let judge = ChangeJudge(truth: Self.truth)
    #expect(judge.judgements(of: [Self.change(1, "Poc", "Độc")], in: Self.input) == nil)
    #expect(judge.judgements(of: [Self.change(99, "x", "y")], in: Self.input) == nil)
    #expect(judge.judgements(of: [Self.change(-1, "P", "Đ")], in: Self.input) == nil)
  }

  @Test func theCurveTakesJudgedChanges() {
    let curve = CalibrationCurve(of: [
      CalibrationCurve.Sample(confidence: 0.995, wasRight: true),
      CalibrationCurve.Sample(confidence: 1, wasRight: false),
    ])
    #expect(curve.bins.map(\.count).reduce(0, +) == 2)
    #expect(curve.bins.last?.count == 1)
    #expect(curve.bins.last?.right == 0)
  }
}
