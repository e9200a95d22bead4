import Documents
import Evaluation
import Foundation
import Testing

@Suite struct CaseScorerTests {
  private static func item(_ documents: [CaseLabel.LabelledDocument]) -> CorpusCase {
    CorpusCase(
      name: "chip/clean-01", folder: URL(filePath: "/nowhere"),
      label: CaseLabel(tier: "clean", set: "chip", files: ["a.jpg"], documents: documents))
  }

  private static func result(
    _ fields: [FieldKey: Field], verdict: Verdict, page: Int = 1, side: CardSide = .front
  ) -> SourceResult {
    SourceResult(
      source: SourceIdentity(name: "a.jpg", sha256: "", pages: 1),
      documents: [
        Document(
          kind: .cccdChip, side: side, page: page, kindConfidence: Confidence(rawValue: 1),
          verdict: verdict, reasons: [], fields: fields,
          image: ImageSize(width: 1, height: 1, dpi: 300))
      ], dossier: Dossier(verdict: verdict))
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var expected: FieldValue?
    var found: FieldValue?
    var verdict: Verdict
    var outcome: FieldOutcome
    var testDescription: String { "\(outcome)" }
  }

  @Test(arguments: [
    Example(expected: "Hòa", found: "Hòa", verdict: .accepted, outcome: .exact),
    // The same letters decomposed, and blanks doubled, are the same value.
    Example(expected: "Hòa Bình", found: "Ho\u{300}a  Bình", verdict: .accepted, outcome: .exact),
    Example(expected: "Hòa", found: "Hoà", verdict: .review, outcome: .inReview),
    Example(expected: "Hòa", found: "Hỏa", verdict: .accepted, outcome: .silent),
    Example(expected: "Hòa", found: nil, verdict: .review, outcome: .missing),
    Example(expected: "Hòa", found: nil, verdict: .accepted, outcome: .silent),
    Example(expected: nil, found: nil, verdict: .accepted, outcome: .blank),
    Example(expected: nil, found: "Hòa", verdict: .review, outcome: .invented),
    Example(expected: nil, found: "Hòa", verdict: .accepted, outcome: .silent),
  ])
  func namesEachOutcome(_ example: Example) throws {
    let label = CaseLabel.LabelledDocument(
      kind: .cccdChip, side: .front, page: 1, fields: [.fullName: example.expected])
    let score = CaseScorer().score(
      Self.item([label]),
      results: [Self.result([.fullName: Field(value: example.found)], verdict: example.verdict)])
    #expect(try #require(score.fields.first).outcome == example.outcome)
  }

  /// The annex of a form may stand in a file of its own: its dossier tells what the form lacks, but
  /// not what the form itself left unread.
  @Test func whatStandsInAnotherFileIsOfTheDossier() throws {
    let members = FieldKey(rawValue: "householdMembers")
    let label = CaseLabel.LabelledDocument(
      kind: .cccdChip, side: .front, page: 1,
      fields: [members: "three", .fullName: "Hòa", .sex: nil])
    let result = Self.result([.fullName: Field()], verdict: .review)
    let dossier = JoinedDossier(
      sources: [result.source],
      dossier: Dossier(
        verdict: .review, reasons: [],
        fields: [
          members: Field(value: "three"), .fullName: Field(value: "Hòa"),
          .sex: Field(value: "male"),
        ]))
    let score = CaseScorer().score(Self.item([label]), results: [result], joined: [dossier])
    let outcomes = Dictionary(
      uniqueKeysWithValues: score.fields.map { ($0.key, $0.outcome) })
    #expect(outcomes == [members: .exact, .fullName: .missing, .sex: .blank])
  }

  @Test func tonePlacementCountsInTheSecondFigureOnly() throws {
    let label = CaseLabel.LabelledDocument(
      kind: .cccdChip, side: .front, page: 1, fields: [.fullName: "HÒA"])
    let score = CaseScorer().score(
      Self.item([label]),
      results: [Self.result([.fullName: Field(value: "Hoà")], verdict: .review)])
    let field = try #require(score.fields.first)
    #expect(field.outcome == .inReview)
    #expect(field.isRightFolded)
  }

  @Test func aKeyThatTheLabelLeavesOutIsNotScored() {
    let label = CaseLabel.LabelledDocument(kind: .cccdChip, side: .front, page: 1, fields: [:])
    let score = CaseScorer().score(
      Self.item([label]),
      results: [Self.result([.fullName: Field(value: "X")], verdict: .review)])
    #expect(score.fields.isEmpty)
  }

  @Test func theOtherSideOnThePageDoesNotCountAsRight() {
    let label = CaseLabel.LabelledDocument(
      kind: .cccdChip, side: .front, page: 1, fields: [.fullName: "X"])
    let score = CaseScorer().score(
      Self.item([label]), results: [Self.result([:], verdict: .review, side: .back)])
    #expect(score.rightKinds == 0)
    #expect(score.fields.map(\.outcome) == [.missing])
  }

  @Test func pagesCountThroughTheFiles() {
    let label = CaseLabel.LabelledDocument(
      kind: .cccdChip, side: .front, page: 2, fields: [.fullName: "X"])
    let blank = SourceResult(
      source: SourceIdentity(name: "b", sha256: "", pages: 1), documents: [],
      dossier: Dossier(verdict: .rejected))
    let score = CaseScorer().score(
      Self.item([label]),
      results: [blank, Self.result([.fullName: Field(value: "X")], verdict: .accepted)])
    #expect(score.fields.map(\.outcome) == [.exact])
    // A blank page beside it is dropped with a note.
    #expect(score.isZeroTouch)
  }

  @Test func anAcceptedForeignDocumentIsNamed() {
    let score = CaseScorer().score(
      Self.item([CaseLabel.LabelledDocument(kind: .unknown, side: nil, page: 1, fields: [:])]),
      results: [Self.result([:], verdict: .accepted)])
    #expect(score.acceptsForeign)
  }
}
