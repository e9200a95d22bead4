import Documents
import Evaluation
import Testing

@Suite("Figures of cards")
struct CardPartTests {
  private func document(
    sources: [FieldSource], reasons: [Reason] = []
  ) -> Document {
    Document(
      kind: .canCuoc2024, side: .back, page: 1, kindConfidence: .zero, verdict: .review,
      reasons: reasons, fields: [.personalNumber: Field(value: .text("1"), sources: sources)],
      image: ImageSize(width: 1, height: 1, dpi: 300))
  }

  @Test("A side bears what its generation prints on it")
  func bears() {
    let front = CardWitnesses(kind: .cccdChip, side: .front, found: nil)
    #expect(front.bearsCode && !front.bearsZone && !front.readCode)
    let back = CardWitnesses(kind: .cccdChip, side: .back, found: nil)
    #expect(!back.bearsCode && back.bearsZone)
    let old = CardWitnesses(kind: .cmnd9, side: .back, found: nil)
    #expect(!old.bearsCode && !old.bearsZone)
  }

  @Test("A zone with a wrong check digit does not count as read")
  func zone() {
    let read = CardWitnesses(
      kind: .canCuoc2024, side: .back, found: document(sources: [.mrz, .qr]))
    #expect(read.readZone && read.readCode)
    let broken = CardWitnesses(
      kind: .canCuoc2024, side: .back,
      found: document(
        sources: [.mrz],
        reasons: [
          Reason(code: .mrzCheckDigit, field: nil, vi: "", en: "", severity: .doubt)
        ]))
    #expect(!broken.readZone && !broken.readCode)
  }

  private func item(
    _ outcome: FieldOutcome, confidence: Double, isZeroTouch: Bool, cards: [CardWitnesses]
  ) -> CaseScore {
    CaseScore(
      name: "chip/clean-01", set: "chip", tier: "clean",
      fields: [
        FieldScore(
          key: .fullName, kind: .cccdChip, document: 0, outcome: outcome, isRightFolded: false,
          confidence: Confidence(rawValue: confidence), evidence: nil, expected: "X", found: "X")
      ], rightKinds: 1, labelledDocuments: 1, inventedDocuments: 0, acceptsForeign: false,
      isZeroTouch: isZeroTouch, milliseconds: 1, cards: cards)
  }

  @Test("Shares count cases with and without a code apart, and bound what never happened")
  func shares() throws {
    var coded = CardWitnesses(kind: .cccdChip, side: .front, found: nil)
    coded.readCode = true
    let plain = CardWitnesses(kind: .cmnd9, side: .front, found: nil)
    let part = CardPart(
      name: "chip clean",
      of: [
        item(.exact, confidence: 0.9995, isZeroTouch: true, cards: [coded]),
        item(.inReview, confidence: 0.9995, isZeroTouch: false, cards: [plain]),
        item(.exact, confidence: 0.5, isZeroTouch: false, cards: [plain]),
      ])
    #expect(part.cases == 3)
    #expect(part.exact.hits == 2 && part.exact.of == 3)
    #expect(part.touchFreeWithCode.hits == 1 && part.touchFreeWithCode.of == 1)
    #expect(part.touchFreeWithoutCode.hits == 0 && part.touchFreeWithoutCode.of == 2)
    #expect(part.sure.hits == 1 && part.sure.of == 2)
    #expect(part.silent.hits == 0 && part.silent.boundOfNone == 1)
    #expect(part.codes.hits == 1 && part.codes.of == 1)
  }

  @Test("A fault is told, missed, or alleged where there is none")
  func captures() throws {
    var cases = (0..<4).map { _ in
      item(.exact, confidence: 0.5, isZeroTouch: false, cards: [])
    }
    cases[0].captures = ["capture.glare"]
    cases[0].reasons = ["capture.glare"]
    cases[1].captures = ["capture.glare"]
    cases[2].captures = []
    cases[2].nearMiss = "capture.glare"
    cases[2].reasons = ["capture.glare"]
    // Nothing is known of the last one: it counts nowhere.
    cases[3].reasons = ["capture.glare"]
    let figure = try #require(CorpusScore(cases: cases).captureFigures.first)
    #expect(figure.faulty == 2 && figure.told == 1)
    #expect(figure.sound == 1 && figure.falseAlarms == 1)
    #expect(figure.near == 1 && figure.nearAlarms == 1)
  }
}
