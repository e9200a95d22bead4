import CorpusDrawing

/// The name and the motto of the country, in two languages, on top of cards since 2021.
enum CardHead {
  static func draw(
    on canvas: PageCanvas, middle: Double, limit: Double, look: CardLook
  ) throws {
    let head = TextStyle(family: look.family, size: 2.2, isBold: true)
    try canvas.text(
      CardText.country, centredAt: middle, baseline: 5.2, style: head, limit: limit)
    try canvas.text(
      CardText.motto, centredAt: middle, baseline: 7.9, style: head.with { $0.size = 2 })
    try canvas.text(
      CardText.englishCountry, centredAt: middle, baseline: 10.4,
      style: head.with { $0.size = 1.7 })
    try canvas.text(
      CardText.englishMotto, centredAt: middle, baseline: 12.8,
      style: head.with {
        $0.size = 1.7
        $0.isBold = false
      })
  }
}
