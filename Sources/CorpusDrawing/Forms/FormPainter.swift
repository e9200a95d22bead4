/// Puts the marks of a form on a canvas, signs it and stamps it.
package struct FormPainter {
  let page: FormPage
  /// Decides how pen and stamp fall.
  var random: SplitMix64
  /// The words of a stamp over the text; nil for a page without one.
  var stamp: [String]?

  /// Creates a painter; `random` varies pen strokes and the places of stamps.
  package init(page: FormPage, stamp: [String]?, random: SplitMix64) {
    self.page = page
    self.stamp = stamp
    self.random = random
  }

  /// Draws the page.
  package mutating func draw(on canvas: PageCanvas) throws {
    let pen = random.chance(0.7) ? Ink.penBlue : Ink(0.1, 0.1, 0.12)
    for mark in page.marks {
      switch mark {
      case .text(let text, let place, let style) where Handwriting.isHand(style):
        try Handwriting.write(text, at: place, style: style, on: canvas, with: &random)
      case .text(let text, let place, let style):
        try canvas.text(text, at: place, style: style)
      case .dots(let start, let end, let baseline):
        canvas.dottedLeader(from: start, to: end, baseline: baseline)
      case .line(let start, let end, let width):
        canvas.line(from: start, to: end, width: width, ink: .toner)
      case .rectangle(let x, let y, let width, let height):
        canvas.rectangle(x: x, y: y, width: width, height: height, stroke: .toner, line: 0.22)
      case .tickBox(let place, let size, let tick):
        drawTickBox(on: canvas, at: place, size: size, tick: tick, pen: pen)
      case .signature(let x, let y, let width, let height):
        let centre = Point(x + width / 2, y + height * 0.5)
        PenMarks.signature(
          on: canvas, centre: centre, width: width * random.between(0.5, 0.8),
          height: height * random.between(0.5, 0.8), ink: pen, with: &random)
      }
    }
    if let stamp { try press(stamp, on: canvas) }
  }

  /// A stamp somewhere over the text.
  private mutating func press(_ words: [String], on canvas: PageCanvas) throws {
    let centre = Point(random.between(45, 160), random.between(60, 240))
    let turn = random.between(-25, 25)
    let ink = Ink.stampRed.faded(to: random.between(0.45, 0.8))
    let ring = words.first ?? ""
    if random.chance(0.75) {
      try PenMarks.roundStamp(
        on: canvas, centre: centre, radius: 17.5, ring: ring, middle: Array(words.dropFirst()),
        family: page.style.family, ink: ink, turned: turn)
    } else {
      try PenMarks.boxStamp(
        on: canvas, centre: centre, width: 62, height: 20, lines: words,
        family: page.style.family, ink: ink, turned: turn / 4)
    }
  }

  private mutating func drawTickBox(
    on canvas: PageCanvas, at place: Point, size: Double, tick: FormStyle.Tick?, pen: Ink
  ) {
    canvas.rectangle(
      x: place.x, y: place.y, width: size, height: size, stroke: .toner, line: 0.25)
    guard let tick else { return }
    let (x, y) = (place.x, place.y)
    func at(_ across: Double, _ down: Double) -> Point {
      Point(
        x + across * size + random.between(-0.12, 0.12),
        y + down * size + random.between(-0.12, 0.12))
    }
    switch tick {
    case .cross:
      canvas.stroke(through: [at(0.1, 0.1), at(0.5, 0.5), at(0.95, 0.9)], width: 0.45, ink: pen)
      canvas.stroke(through: [at(0.9, 0.05), at(0.5, 0.5), at(0.05, 0.95)], width: 0.45, ink: pen)
    case .check:
      canvas.stroke(
        through: [at(0.1, 0.5), at(0.4, 0.9), at(0.65, 0.3), at(1.15, -0.3)], width: 0.5, ink: pen)
    case .filled:
      let inset = size * 0.18
      canvas.rectangle(
        x: x + inset, y: y + inset, width: size - 2 * inset, height: size - 2 * inset,
        fill: .toner)
    case .letter:
      canvas.line(from: at(0.25, 0.25), to: at(0.75, 0.75), width: 0.35, ink: .toner)
      canvas.line(from: at(0.75, 0.25), to: at(0.25, 0.75), width: 0.35, ink: .toner)
    }
  }
}
