import CorpusDrawing

/// The printed ground of a card.
enum CardGround {
  static func draw(
    on canvas: PageCanvas, inks: [UInt32], lines: [Ink], with random: inout SplitMix64
  ) {
    canvas.gradient(
      x: -0.5, y: -0.5, width: CardFace.width + 1, height: CardFace.height + 1, from: Point(0, 0),
      to: Point(CardFace.width, CardFace.height), inks: inks.map { Ink(hex: $0) })
    canvas.clipped(x: -0.5, y: -0.5, width: CardFace.width + 1, height: CardFace.height + 1) {
      Ornament.guilloche(
        on: canvas, width: CardFace.width, height: CardFace.height, inks: lines, with: &random)
    }
  }
}
