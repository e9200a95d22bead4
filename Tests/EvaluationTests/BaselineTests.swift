import Documents
import Evaluation
import Testing

@Suite struct BaselineTests {
  private static func score(_ outcomes: [(FieldKey, FieldOutcome)]) -> CorpusScore {
    CorpusScore(cases: [
      CaseScore(
        name: "chip/clean-01", set: "chip", tier: "clean",
        fields: outcomes.map { key, outcome in
          FieldScore(
            key: key, kind: .cccdChip, document: 0, outcome: outcome, isRightFolded: false,
            confidence: Confidence(rawValue: 0.95), evidence: nil, expected: "X", found: "X")
        }, rightKinds: 1, labelledDocuments: 1, inventedDocuments: 0, acceptsForeign: false,
        isZeroTouch: false, milliseconds: 10)
    ])
  }

  @Test func survivesItsOwnText() throws {
    let baseline = Baseline(of: Self.score([(.fullName, .exact), (.sex, .inReview)]))
    #expect(baseline.right == ["chip/clean-01": ["0.fullName"]])
    #expect(try Baseline(parsing: baseline.text) == baseline)
  }

  @Test func aCaseThatWasRightMayNotTurnWrongEvenIfTheSumRises() throws {
    let baseline = Baseline(of: Self.score([(.fullName, .exact), (.sex, .missing)]))
    let now = Self.score([(.fullName, .missing), (.sex, .exact), (.nationality, .exact)])
    #expect(baseline.regressions(in: now) == ["chip/clean-01: 0.fullName"])
  }

  @Test func aCaseThatVanishedIsNamed() {
    let baseline = Baseline(of: Self.score([(.fullName, .exact)]))
    #expect(
      baseline.regressions(in: CorpusScore(cases: [])) == ["chip/clean-01: the case is gone"])
  }

  @Test func refusesALineWithoutATab() {
    #expect(throws: BaselineError.malformed(line: 2)) {
      try Baseline(parsing: "# x\nchip/clean-01 fullName\n")
    }
  }

  @Test func theCurveComparesStatedWithObserved() throws {
    let score = Self.score([(.fullName, .exact), (.sex, .inReview)])
    let bin = try #require(score.calibration.bins.first { $0.count > 0 })
    #expect(bin.from == 0.95)
    #expect((bin.count, bin.right) == (2, 1))
    #expect(abs(score.calibration.expectedError - 0.45) < 1e-9)
  }
}
