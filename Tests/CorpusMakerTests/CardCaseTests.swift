import CorpusDrawing
import Documents
import Foundation
import Testing

@testable import corpus_maker

@Suite("Cases of cards")
struct CardCaseTests {
  let people: PersonMaker

  init() throws { people = try Workplace.people.get() }

  /// The keys that each side of a card prints.
  static let keys: [DocumentKind: (front: Set<String>, back: Set<String>)] = [
    .cccdChip: (
      [
        "personalNumber", "fullName", "dateOfBirth", "sex", "nationality", "placeOfOrigin",
        "placeOfResidence", "dateOfExpiry",
      ],
      [
        "personalNumber", "dateOfBirth", "sex", "dateOfExpiry", "personalIdentification",
        "dateOfIssue", "issuer",
      ]
    ),
    .canCuoc2024: (
      ["personalNumber", "fullName", "dateOfBirth", "sex", "nationality"],
      [
        "personalNumber", "dateOfBirth", "sex", "dateOfExpiry", "placeOfResidence",
        "placeOfBirth", "dateOfIssue", "issuer",
      ]
    ),
    .cccdBarcode: (
      [
        "personalNumber", "fullName", "dateOfBirth", "sex", "nationality", "placeOfOrigin",
        "placeOfResidence", "dateOfExpiry",
      ], ["personalIdentification", "dateOfIssue", "issuer"]
    ),
    .cmnd12: (
      [
        "personalNumber", "fullName", "otherName", "dateOfBirth", "sex", "ethnicity",
        "placeOfOrigin", "placeOfResidence", "dateOfExpiry",
      ], ["personalIdentification", "fatherName", "motherName", "dateOfIssue", "issuer"]
    ),
    .cmnd9: (
      ["idNumber", "fullName", "dateOfBirth", "placeOfOrigin", "placeOfResidence"],
      ["ethnicity", "religion", "personalIdentification", "dateOfIssue", "issuer"]
    ),
  ]

  private func faces(_ kind: DocumentKind, seed: UInt64) throws -> [CardFace] {
    var random = SplitMix64(seed: seed)
    let bearer = try CardBearer.draw(kind, people: people, with: &random)
    let look = CardLook.draw(variant: 0, family: "DejaVu Sans", with: &random)
    switch kind {
    case .cccdChip:
      let card = ChipCard(bearer: bearer, look: look, with: &random)
      return [card.front, card.back]
    case .canCuoc2024:
      let card = IdentityCard2024(bearer: bearer, look: look, with: &random)
      return [card.front, card.back]
    case .cmnd9:
      let card = NineDigitCard(bearer: bearer, look: look, with: &random)
      return [card.front, card.back]
    default:
      let card = BarcodeCard(bearer: bearer, look: look, with: &random)
      return [card.front, card.back]
    }
  }

  @Test("Labels hold the fields that a side prints", arguments: Array(keys.keys))
  func labels(kind: DocumentKind) throws {
    let expected = try #require(Self.keys[kind])
    for seed in 1...20 as ClosedRange<UInt64> {
      let sides = try faces(kind, seed: seed)
      #expect(Set(sides[0].fields.keys.map(\.rawValue)) == expected.front)
      #expect(Set(sides[1].fields.keys.map(\.rawValue)) == expected.back)
      for (key, value) in sides.flatMap(\.fields) {
        guard let text = value?.text else { continue }
        #expect(!text.isEmpty)
        #expect(Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
        if key.rawValue.hasPrefix("dateOf") {
          #expect(text == "none" || CalendarDate(iso: text) != nil)
        }
      }
    }
  }

  @Test("The code of a chip card has seven fields that agree with the print")
  func code() throws {
    var random = SplitMix64(seed: 4)
    let bearer = try CardBearer.draw(.cccdChip, people: people, with: &random)
    let look = CardLook.draw(variant: 1, family: "DejaVu Sans", with: &random)
    let card = ChipCard(bearer: bearer, look: look, with: &random)
    let parts = card.qr.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    #expect(parts.count == 7)
    #expect(parts[0] == bearer.person.personalNumber)
    #expect(parts[2].uppercased() == bearer.person.capitalName)
    #expect(card.front.fields[.placeOfResidence] == .some(.text(parts[5])))
  }

  @Test("A case is the same for the same seed, to the byte")
  func sameBytes() throws {
    let face = try #require(faces(.cmnd9, seed: 9).first)
    let scene = CardScene(tier: .bad, faces: [face], set: "cmnd9")
    var first = SplitMix64(seed: 2)
    var second = SplitMix64(seed: 2)
    let labelled = try scene.labelledCase(with: &first)
    let again = try scene.labelledCase(with: &second)
    #expect(labelled.files == again.files)
    #expect(try CaseWriter.label(of: labelled) == CaseWriter.label(of: again))
  }

  @Test("A blank is null in the label")
  func blanks() throws {
    let document = LabelledDocument(
      kind: .cmnd12, side: .front, fields: CardText.fields([(.otherName, nil)]))
    let text = try CaseWriter.label(
      of: LabelledCase(set: "cmnd12", tier: .clean, files: [], documents: [document]))
    #expect(text.contains("\"otherName\" : null"))
  }

  @Test("A letter that the family lacks is an error")
  func missingLetters() throws {
    let canvas = try PageCanvas(width: 20, height: 10, dpi: 100)
    #expect(throws: DrawingError.missingGlyphs(family: "DejaVu Sans", count: 1)) {
      try canvas.text("龘", at: Point(1, 5), style: TextStyle(family: "DejaVu Sans", size: 3))
    }
  }

  @Test(
    "Unknown sets, tiers and options are usage errors",
    arguments: [
      ["--out", "x", "--sets", "cheque"], ["--out", "x", "--tiers", "worse"], ["--colour", "red"],
      ["--seed", "1"], ["--out", "x", "--count", "many"],
    ])
  func usage(arguments: [String]) {
    #expect(throws: MakerOptions.UsageError.self) { try MakerOptions(arguments) }
  }
}
