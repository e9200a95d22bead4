import Documents
import Evaluation
import Testing

@Suite("Figures of forms")
struct FormPartTests {
  private func field(_ key: FieldKey, _ outcome: FieldOutcome, expected: FieldValue?) -> FieldScore
  {
    FieldScore(
      key: key, kind: .form602b, document: 0, outcome: outcome, isRightFolded: outcome.isRight,
      confidence: nil, evidence: nil, expected: expected, found: nil)
  }

  @Test("Typed values, blanks, ticks, versions and handwriting are counted apart")
  func counts() {
    var item = CaseScore(
      name: "form-602b-490/clean-01", set: "form-602b-490", tier: "clean",
      fields: [
        field(.fullName, .inReview, expected: "X"), field(.phone, .exact, expected: "1"),
        field(.email, .invented, expected: nil), field(.sex, .blank, expected: nil),
        field(.resultDelivery, .exact, expected: "paper"),
        field(.formVersion, .exact, expected: "490"),
      ], rightKinds: 1, labelledDocuments: 1, inventedDocuments: 0, acceptsForeign: false,
      isZeroTouch: false, milliseconds: 1)
    item.handwritten = [HandwrittenField(key: .fullName, isDoubted: true)]
    let part = FormPart(name: "all", of: [item])
    #expect(part.exact.hits == 3 && part.exact.of == 3)
    #expect(part.invented.hits == 1 && part.invented.of == 2)
    #expect(part.ticks.hits == 1 && part.ticks.of == 1)
    #expect(part.versions.hits == 1 && part.versions.of == 1)
    #expect(part.handwritten.hits == 1 && part.handwritten.of == 1)
    #expect(part.touchFree.hits == 0 && part.silent.hits == 0)
  }
}
