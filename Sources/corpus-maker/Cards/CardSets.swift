import CorpusDrawing
import Documents

/// The sets of identity cards.
enum CardSets {
  static let all: [CaseSet] =
    kinds.map { name, kind in set(name, kind) } + [
      CaseSet(name: "other") { request, random in
        try OtherPapers.labelledCase(request, with: &random)
      }
    ]

  /// The generations by the names of their sets.
  static let kinds: [(name: String, kind: DocumentKind)] = [
    ("chip", .cccdChip), ("cancuoc", .canCuoc2024), ("barcode", .cccdBarcode),
    ("cmnd12", .cmnd12), ("cmnd9", .cmnd9),
  ]

  /// Both sides of a card of `kind`, of `bearer` or of somebody new.
  static func faces(
    of kind: DocumentKind, bearer: CardBearer? = nil, request: CaseRequest,
    with random: inout SplitMix64
  ) throws -> (front: CardFace, back: CardFace) {
    let bearer = try bearer ?? CardBearer.draw(kind, people: request.people, with: &random)
    var look = CardLook.draw(
      variant: request.variant(of: CardLook.variants, with: &random),
      family: request.family(
        of: FontCatalogue.sans, heldOut: FontCatalogue.heldOutSans, with: &random), with: &random)
    if request.isHeldOut { look.typewriters = FontCatalogue.heldOutTypewriter }
    var sides = sides(of: bearer, look: look, with: &random)
    if random.chance(0.35) {
      let isPaper = kind == .cmnd9
      sides.front.wear(seed: random.next(), isPaper: isPaper)
      sides.back.wear(seed: random.next(), isPaper: isPaper)
    }
    return sides
  }

  private static func sides(
    of bearer: CardBearer, look: CardLook, with random: inout SplitMix64
  ) -> (front: CardFace, back: CardFace) {
    switch bearer.kind {
    case .cccdChip:
      let card = ChipCard(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    case .canCuoc2024:
      let card = IdentityCard2024(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    case .cmnd9:
      let card = NineDigitCard(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    default:
      let card = BarcodeCard(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    }
  }

  private static func set(_ name: String, _ kind: DocumentKind) -> CaseSet {
    CaseSet(name: name) { request, random in
      let (front, back) = try faces(of: kind, request: request, with: &random)
      let sides = random.pick(weighted: [([front], 5), ([back], 3), ([front, back], 4)])
      return try CardScene(
        tier: request.tier, faces: sides, set: name, isCompact: request.isCompact,
        isHeldOut: request.isHeldOut
      ).labelledCase(with: &random)
    }
  }
}
