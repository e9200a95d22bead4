import CorpusDrawing
import Documents

/// The sets of identity cards.
enum CardSets {
  static let all: [CaseSet] = [
    set("chip", .cccdChip) { bearer, look, random in
      let card = ChipCard(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    },
    set("cancuoc", .canCuoc2024) { bearer, look, random in
      let card = IdentityCard2024(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    },
    set("barcode", .cccdBarcode) { bearer, look, random in
      let card = BarcodeCard(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    },
    set("cmnd12", .cmnd12) { bearer, look, random in
      let card = BarcodeCard(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    },
    set("cmnd9", .cmnd9) { bearer, look, random in
      let card = NineDigitCard(bearer: bearer, look: look, with: &random)
      return (card.front, card.back)
    },
    CaseSet(name: "other") { request, random in
      try OtherPapers.labelledCase(request, with: &random)
    },
  ]

  private static func set(
    _ name: String, _ kind: DocumentKind,
    faces: @escaping @Sendable (CardBearer, CardLook, inout SplitMix64) -> (CardFace, CardFace)
  ) -> CaseSet {
    CaseSet(name: name) { request, random in
      let bearer = try CardBearer.draw(kind, people: request.people, with: &random)
      let look = CardLook.draw(
        variant: request.variant(of: CardLook.variants, with: &random),
        family: request.family(of: FontCatalogue.sans, with: &random), with: &random)
      let (front, back) = faces(bearer, look, &random)
      let sides = random.pick(weighted: [([front], 5), ([back], 3), ([front, back], 4)])
      return try CardScene(
        tier: request.tier, faces: sides, set: name, isCompact: request.isCompact
      ).labelledCase(with: &random)
    }
  }
}
