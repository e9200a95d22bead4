import Documents
import Testing
import Validation

@Suite struct DossierGapTests {
  private static let number = "001090123456"

  private static func file(
    _ documents: [Document], _ codes: [ReasonCode] = [], severity: Severity = .doubt
  ) -> SourceResult {
    let reasons = codes.map { Reason(code: $0, field: nil, vi: "", en: "", severity: severity) }
    return SourceResult(
      source: SourceIdentity(name: "a", sha256: "a", pages: 1), documents: documents,
      dossier: Dossier(verdict: codes.isEmpty ? .accepted : .review, reasons: reasons))
  }

  private static func paper(
    _ kind: DocumentKind, _ side: CardSide? = nil, doubts: [ReasonCode] = [],
    fields: [FieldKey: FieldValue] = [:]
  ) -> Document {
    Document(
      kind: kind, side: side, page: 1, kindConfidence: Confidence(rawValue: 1),
      verdict: doubts.isEmpty ? .accepted : .review,
      reasons: doubts.map { Reason(code: $0, field: nil, vi: "", en: "", severity: .doubt) },
      fields: fields.mapValues { Field(value: $0, confidence: Confidence(rawValue: 1)) },
      image: ImageSize(width: 1, height: 1, dpi: 300))
  }

  private static let members = FieldKey(rawValue: "householdMembers")
  private static let annex = paper(
    .form602b, doubts: [.formPageMissing],
    fields: [members: .rows([["fullName": "A B", "idNumber": number], ["fullName": "C D"]])])

  @Test(arguments: [
    file([paper(.cccdChip, .front)], [.dossierSideMissing]),
    file([paper(.form01)], [.dossierEvidenceMissing]),
    file([paper(.birthCertificate)], [.dossierFormMissing]),
    file([paper(.form01)], [.dossierFormAlone], severity: .note),
    file([paper(.form602b)]), file([annex]),
    file([paper(.cccdChip, .front), paper(.cccdChip, .back)]),
  ])
  func otherFilesMayBringWhatIsMissing(result: SourceResult) {
    #expect(DossierGap.isOpen(in: result))
  }

  @Test(arguments: [
    file([]),
    file([paper(.form01), paper(.cccdChip, .front), paper(.cccdChip, .back)]),
    file([paper(.form602b, fields: [members: .rows([["fullName": "A"]])])]),
    file([paper(.officialLetter)]),
    file([paper(.cccdChip, .front)], [.dossierSideMissing, .dossierMismatch]),
    file([paper(.cccdChip, .front, doubts: [.fieldUncertain])], [.dossierSideMissing]),
    file([paper(.form602b, doubts: [.formPageMissing, .fieldUncertain])]),
  ])
  func nothingIsMissingOrMore(result: SourceResult) {
    #expect(!DossierGap.isOpen(in: result))
  }

  @Test func anAnnexIsPartOfItsForm() throws {
    let joiner = try DossierJoiner(dictionaries: Dictionaries.directory)
    let form = Self.file([Self.paper(.form602b, fields: [.idNumber: .text(Self.number)])])
    let annex = Self.file([Self.annex])
    #expect(DossierJoiner.identities(of: annex) == [Self.number])
    #expect(DossierGap.isUnambiguous([form, annex]))
    #expect(!DossierGap.isUnambiguous([form, annex, annex]))
    let joined = try #require(joiner.dossiers(joining: [annex, form]).first)
    #expect(joined.dossier.verdict == .accepted)
    #expect(
      joined.dossier.fields[Self.members]?.value == annex.documents[0].fields[Self.members]?.value)
    #expect(joiner.dossier(of: [annex]).verdict == .review)
  }

  /// A form may say the year of birth alone where its annex says the day, and both no number.
  @Test(arguments: [("1959-04-18", 1), ("1960-04-18", 0)])
  func aYearOfBirthJoinsAFormToItsAnnex(birth: String, dossiers: Int) throws {
    let joiner = try DossierJoiner(dictionaries: Dictionaries.directory)
    let name = "PHẠM XUÂN THÁI"
    let form = Self.file([
      Self.paper(.form602b, fields: [.fullName: .text(name), .dateOfBirth: .text("1959")])
    ])
    let annex = Self.file([
      Self.paper(
        .form602b, doubts: [.formPageMissing],
        fields: [Self.members: .rows([["fullName": name, "dateOfBirth": birth]])])
    ])
    #expect(joiner.dossiers(joining: [form, annex]).count == dossiers)
  }

  /// A row that nobody is sure of still tells whose household it is; a person sees the whole.
  @Test func aDoubtedAnnexIsPartOfItsForm() throws {
    let joiner = try DossierJoiner(dictionaries: Dictionaries.directory)
    let form = Self.file([Self.paper(.form602b, fields: [.idNumber: .text(Self.number)])])
    let rows = Self.annex.fields.compactMapValues(\.value)
    let annex = Self.file([
      Self.paper(.form602b, doubts: [.formPageMissing, .fieldUncertain], fields: rows)
    ])
    let joined = try #require(joiner.dossiers(joining: [form, annex]).first)
    #expect(joined.dossier.fields[Self.members]?.value == rows[Self.members])
    #expect(joined.dossier.verdict == .review)
  }
}
