import CorpusDrawing
import Documents

/// The sets of identity cards.
enum CardSets {
  static let all: [CaseSet] = [
    CaseSet(name: "chip") { request, random in
      try draw(.cccdChip, set: "chip", request: request, with: &random) {
        person, issued, look, random in
        let card = ChipCard(person: person, issued: issued, look: look, with: &random)
        return (card.front, card.back)
      }
    }
  ]

  private static func draw(
    _ kind: DocumentKind, set: String, request: CaseRequest, with random: inout SplitMix64,
    faces: (Person, CalendarDate, CardLook, inout SplitMix64) -> (CardFace, CardFace)
  ) throws -> LabelledCase {
    let years = kind == .canCuoc2024 ? 1940...2024 : kind == .cccdChip ? 1940...2009 : 1940...2001
    var issued: CalendarDate?
    var person = try request.people.person(bornIn: years, with: &random)
    while true {
      issued = CardRules.issueDate(of: kind, birth: person.birth, with: &random)
      if issued != nil { break }
      person = try request.people.person(bornIn: years, with: &random)
    }
    guard let issued else { throw DrawingError.missingData("no day of issue") }
    let family = request.family(of: FontCatalogue.sans, with: &random)
    let variant = request.variant(of: CardLook.variants, with: &random)
    let look = CardLook.draw(variant: variant, family: family, with: &random)
    let (front, back) = faces(person, issued, look, &random)
    let sides = random.pick(weighted: [([front], 5), ([back], 3), ([front, back], 4)])
    return try CardScene(tier: request.tier, faces: sides, set: set).labelledCase(with: &random)
  }
}
