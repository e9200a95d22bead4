import CorpusDrawing
import Documents

/// One side of a card: how to draw it, and what it says.
struct CardFace {
  static let width = 85.6
  static let height = 53.98
  static let corner = 3.18
  /// Clockwise from the upper left, as if the corners were not round.
  static let corners = [
    Point(0, 0), Point(width, 0), Point(width, height), Point(0, height),
  ]

  var kind: DocumentKind
  var side: CardSide
  /// The values that the side prints, by contract key; nil for a printed blank.
  var fields: [FieldKey: FieldValue?]
  /// Whether it is a card of the older issue, larger and with square corners.
  var isOlder = false
  /// Draws with the origin at the upper left corner of the card.
  var draw: (PageCanvas) throws -> Void

  /// How much larger than the standard the card is.
  var scale: Double { isOlder ? 1.12 : 1 }
  /// The radius of its corners, before scaling.
  var radius: Double { isOlder ? 0.4 : Self.corner }

  /// The truth about the side on a page of the case.
  func label(page: Int) -> LabelledDocument {
    LabelledDocument(kind: kind, side: side, page: page, fields: fields)
  }

  /// Draws `overlay` over the side each time that it is drawn, at random but always the same way.
  mutating func overlay(
    seed: UInt64, _ overlay: @escaping (PageCanvas, inout SplitMix64) -> Void
  ) {
    let draw = self.draw
    self.draw = { canvas in
      try draw(canvas)
      var random = SplitMix64(seed: seed)
      overlay(canvas, &random)
    }
  }

  /// Wears the side as years of use do; paper wears otherwise than plastic.
  mutating func wear(seed: UInt64, isPaper: Bool) {
    overlay(seed: seed) { canvas, random in
      SurfaceWear.draw(
        on: canvas, width: Self.width, height: Self.height, isPaper: isPaper, with: &random)
    }
  }
}
