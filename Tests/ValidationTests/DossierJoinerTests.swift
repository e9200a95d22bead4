import Documents
import Gazetteer
import Testing
import Validation

@Suite struct DossierJoinerTests {
  private static func file(
    _ name: String, _ kind: DocumentKind, _ side: CardSide?, _ fields: [FieldKey: FieldValue]
  ) -> SourceResult {
    SourceResult(
      source: SourceIdentity(name: name, sha256: name, pages: 1),
      documents: [
        Document(
          kind: kind, side: side, page: 1, kindConfidence: Confidence(rawValue: 1),
          verdict: .accepted, reasons: [], fields: fields.mapValues { Field(value: $0) },
          image: ImageSize(width: 1, height: 1, dpi: 300))
      ], dossier: Dossier(verdict: .review))
  }

  // Invented number of the form of FACTS: province, century and sex, year, six digits.
  private static let number: FieldValue = "001090123456"

  private func joined(_ files: [SourceResult]) throws -> [JoinedDossier] {
    let gazetteer = try Gazetteer(directory: Dictionaries.directory)
    return DossierJoiner(rule: try DossierRule(gazetteer: gazetteer)).dossiers(joining: files)
  }

  @Test func twoSidesInTwoFilesAreWhole() throws {
    let dossier = try #require(
      try joined([
        Self.file("front.jpg", .cccdChip, .front, [.personalNumber: Self.number]),
        Self.file("back.jpg", .cccdChip, .back, [.personalNumber: Self.number]),
      ]).first)
    #expect(dossier.sources.map(\.name) == ["front.jpg", "back.jpg"])
    #expect(dossier.dossier.verdict == .accepted)
    #expect(dossier.dossier.reasons.isEmpty)
  }

  @Test func aFormJoinsTheCardOfItsPerson() throws {
    let dossiers = try joined([
      Self.file("form.pdf", .form01, nil, [.idNumber: Self.number]),
      Self.file("other.jpg", .cccdChip, .front, [.personalNumber: "079190000001"]),
      Self.file("card.jpg", .cccdChip, .front, [.personalNumber: Self.number]),
    ])
    #expect(dossiers.map { $0.sources.map(\.name) } == [["form.pdf", "card.jpg"]])
    #expect(dossiers.first?.dossier.reasons.map(\.code) == [.dossierSideMissing])
  }

  @Test func strangersAreNotJoined() throws {
    let files = [
      Self.file("a.jpg", .cccdChip, .front, [.personalNumber: Self.number]),
      Self.file("b.jpg", .cccdChip, .back, [.personalNumber: "079190000001"]),
      Self.file("c.jpg", .form01, nil, [:]),
    ]
    #expect(try joined(files).isEmpty)
  }

  @Test func whatLinksTwoFilesJoinsAllThree() throws {
    let files = [
      Self.file("a", .cmnd9, .front, [.idNumber: "012345678"]),
      Self.file("b", .cccdChip, .front, [.personalNumber: Self.number]),
      Self.file(
        "c", .form01, nil, [.idNumber: Self.number, .socialInsuranceNumber: "0123456789"]),
      Self.file("d", .form602b, nil, [.socialInsuranceNumber: "0123456789"]),
    ]
    #expect(try joined(files).map { $0.sources.map(\.name) } == [["b", "c", "d"]])
  }
}
