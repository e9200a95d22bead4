import CorpusDrawing
import Documents

/// Papers that resemble cards, and cards with codes of other kinds.
///
/// Cases go round the kinds by number.
struct StrangerSet {
  static let name = "stranger"

  static let all = [
    CaseSet(name: name) { request, random in
      try StrangerSet(kind: request.turn(of: StrangerKind.allCases), request: request)
        .labelledCase(with: &random)
    }
  ]

  let kind: StrangerKind
  let request: CaseRequest

  func labelledCase(with random: inout SplitMix64) throws -> LabelledCase {
    var face = try face(with: &random)
    let isStranger = face.kind == .unknown
    if random.chance(0.2) { face.wear(seed: random.next(), isPaper: false) }
    var labelled = try CardScene(
      tier: request.tier, faces: [face], set: Self.name, isCompact: request.isCompact,
      isHeldOut: request.isHeldOut
    ).labelledCase(with: &random)
    if isStranger {
      for index in labelled.documents.indices { labelled.documents[index].side = nil }
    }
    switch kind {
    case .addressCode, .fiveFields, .fourteenDigits, .slashedDates:
      labelled.captures = ["code.foreign"]
    case .passport, .foreignZone: labelled.captures = ["mrz.foreign"]
    case .coveredNumber: labelled.captures = [CaptureFaultKind.covered.rawValue]
    default: break
    }
    return labelled
  }

  private func face(with random: inout SplitMix64) throws -> CardFace {
    let family = request.family(
      of: FontCatalogue.sans, heldOut: FontCatalogue.heldOutSans, with: &random)
    let person = try request.people.person(bornIn: 1950...2003, with: &random)
    let seed = random.next()
    switch kind {
    case .fiveFields, .fourteenDigits, .slashedDates:
      return try codedCard(family: family, with: &random)
    case .coveredNumber: return try coveredCard(with: &random)
    default:
      let kind = kind
      return CardFace(kind: .unknown, side: .front, fields: [:]) { canvas in
        var random = SplitMix64(seed: seed)
        let paper = StrangerPaper(
          canvas: canvas, person: person, style: TextStyle(family: family, size: 2.4))
        try paper.draw(kind, with: &random)
      }
    }
  }

  /// A chip card whose code is not the one that such cards have.
  private func codedCard(
    family: String, with random: inout SplitMix64
  ) throws -> CardFace {
    let bearer = try CardBearer.draw(.cccdChip, people: request.people, with: &random)
    let look = CardLook.draw(
      variant: request.variant(of: CardLook.variants, with: &random), family: family, with: &random)
    var card = ChipCard(bearer: bearer, look: look, with: &random)
    let person = bearer.person
    let parts = card.qr.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    switch kind {
    case .fiveFields: card.qr = (parts.prefix(1) + parts[2..<6]).joined(separator: "|")
    case .fourteenDigits:
      card.qr = ([person.personalNumber + random.digits(2)] + parts.dropFirst())
        .joined(separator: "|")
    default:
      card.qr =
        (parts.prefix(3) + [person.birth.printed(), parts[4], parts[5], bearer.issued.printed()])
        .joined(separator: "|")
    }
    return card.front
  }

  /// A card with a slip or a thumb over its number and nothing else; its code does not tell it.
  private func coveredCard(with random: inout SplitMix64) throws -> CardFace {
    let kind = random.pick([DocumentKind.cccdBarcode, .canCuoc2024, .cmnd9])
    var face = try CardSets.faces(of: kind, request: request, with: &random).front
    face.fields[kind == .cmnd9 ? .idNumber : .personalNumber] = nil
    face.overlay(seed: random.next()) { canvas, random in
      let top = kind == .canCuoc2024 ? 24.8 : 16.6
      Obstacle.slip(
        on: canvas, x: 24.5, y: top, width: 54, height: kind == .canCuoc2024 ? 4.4 : 4.8,
        with: &random)
    }
    return face
  }
}
