import Documents
import Testing
import Validation

@Suite struct DossierTests {
  private func document(
    _ kind: DocumentKind, _ side: CardSide? = nil, _ values: [String: String],
    verdict: Verdict = .accepted
  ) -> Document {
    Document(
      kind: kind, side: side, page: 1, kindConfidence: Confidence(rawValue: 1), verdict: verdict,
      reasons: [], fields: RuleTests.fields(values),
      image: ImageSize(width: 100, height: 100, dpi: 300))
  }

  private func dossier(_ documents: [Document]) throws -> Dossier {
    try Dictionaries.validator.get().dossier(of: documents)
  }

  private static let front = [
    "personalNumber": "001090123456", "fullName": "NGUYỄN VĂN ĐỨC", "dateOfBirth": "1990-01-15",
    "sex": "male",
  ]
  private static let back = [
    "personalNumber": "001090123456", "dateOfBirth": "1990-01-15", "sex": "male",
    "dateOfIssue": "2022-01-01",
  ]

  @Test func joinsBothSidesAndAForm() throws {
    let dossier = try dossier([
      document(.cccdChip, .front, Self.front), document(.cccdChip, .back, Self.back),
      document(.form01, nil, ["idNumber": "001090123456", "fullName": "Nguyễn Văn Đức"]),
    ])
    #expect(dossier.verdict == .accepted)
    #expect(dossier.reasons.isEmpty)
    #expect(dossier.fields[.dateOfIssue]?.value == "2022-01-01")
    #expect(dossier.fields[.fullName]?.value == "NGUYỄN VĂN ĐỨC")
  }

  /// A letter has keys that other papers have too, and belongs to nobody's registration.
  @Test func aLetterAddsNothing() throws {
    let dossier = try dossier([
      document(.officialLetter, nil, ["issuer": "SỞ Y TẾ", "number": "12/SYT-TH"]),
      document(.form01, nil, ["idNumber": "001090123456", "fullName": "Nguyễn Văn Đức"]),
    ])
    #expect(Set(dossier.fields.keys) == [.idNumber, .fullName])
  }

  @Test func missesASide() throws {
    let dossier = try dossier([document(.cccdChip, .front, Self.front)])
    #expect(dossier.reasons.map(\.code) == [.dossierSideMissing])
    #expect(dossier.verdict == .review)
  }

  @Test(arguments: [
    ("personalNumber", "001090123457"), ("dateOfBirth", "1990-01-16"), ("sex", "female"),
  ])
  func noticesAnotherPerson(key: String, value: String) throws {
    var back = Self.back
    back[key] = value
    let dossier = try dossier([
      document(.cccdChip, .front, Self.front), document(.cccdChip, .back, back),
    ])
    #expect(dossier.reasons.map(\.code) == [.dossierMismatch])
    #expect(dossier.reasons.map(\.field) == [FieldKey(rawValue: key)])
    #expect(dossier.verdict == .review)
  }

  /// A form with nine digits, and a year of birth alone, agree with a card of today.
  @Test func comparesOnlyWhatCanBeCompared() throws {
    let dossier = try dossier([
      document(.cccdChip, .front, Self.front), document(.cccdChip, .back, Self.back),
      document(
        .form602b, nil,
        ["idNumber": "012345678", "dateOfBirth": "1990", "fullName": "NGUYỄN  VĂN ĐỨC"]),
    ])
    #expect(dossier.reasons.isEmpty)
  }

  @Test func followsItsDocuments() throws {
    let form = ["idNumber": "001090123456"]
    #expect(try dossier([document(.form01, nil, form, verdict: .review)]).verdict == .review)
    #expect(try dossier([document(.unknown, nil, [:], verdict: .rejected)]).verdict == .rejected)
    #expect(
      try dossier([
        document(.form01, nil, form), document(.unknown, nil, [:], verdict: .rejected),
      ]).verdict == .review)
    #expect(try dossier([]).verdict == .rejected)
  }
}

/// Two cards of one generation in one dossier.
extension DossierTests {
  @Test(arguments: [("075301004112", true), ("001090123457", false)])
  func tellsTwoCardsFromAMisreading(number: String, areTwo: Bool) throws {
    func card(_ side: CardSide, _ number: String) -> Document {
      Document(
        kind: .cccdChip, side: side, page: 1, kindConfidence: Confidence(rawValue: 1),
        verdict: .accepted, reasons: [], fields: RuleTests.fields(["personalNumber": number]),
        image: ImageSize(width: 100, height: 100, dpi: 300))
    }
    let dossier = try Dictionaries.validator.get().dossier(
      of: [card(.front, "001090123456"), card(.back, number)])
    #expect(dossier.reasons.contains { $0.code == .dossierTwoCards } == areTwo)
    #expect(dossier.verdict == .review)
  }
}
