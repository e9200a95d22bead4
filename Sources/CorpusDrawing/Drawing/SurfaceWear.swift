/// What years in a wallet do to a card.
package enum SurfaceWear {
  /// Wears the surface of a card of the given size; `isPaper` for cards that can be folded.
  package static func draw(
    on canvas: PageCanvas, width: Double, height: Double, isPaper: Bool,
    with random: inout SplitMix64
  ) {
    func place() -> Point { Point(random.between(0, width), random.between(0, height)) }
    if random.chance(0.5) {
      // Faded print, or a yellowed sheet.
      let ink = random.chance(0.6) ? Ink.white : Ink(hex: 0xd9bd74)
      canvas.rectangle(
        x: -1, y: -1, width: width + 2, height: height + 2,
        fill: Ink(ink.red, ink.green, ink.blue, alpha: random.between(0.05, 0.22)))
    }
    for _ in 0..<random.whole(0...2) {
      // Haze where the laminate has come off.
      canvas.glow(
        centre: place(), radiusX: random.between(6, 30), radiusY: random.between(4, 16), core: 0.1,
        ink: Ink(1, 1, 1, alpha: random.between(0.08, 0.3)), turned: random.between(-90, 90))
    }
    for _ in 0..<random.whole(0...12) {
      let start = place()
      let end = start + Point(random.between(-25, 25), random.between(-12, 12))
      canvas.line(
        from: start, to: end, width: random.between(0.03, 0.12),
        ink: random.chance(0.7)
          ? Ink(1, 1, 1, alpha: random.between(0.2, 0.7))
          : Ink(0.3, 0.3, 0.3, alpha: random.between(0.1, 0.35)))
    }
    if isPaper {
      for _ in 0..<random.whole(0...2) {
        let isUpright = random.chance(0.5)
        let at = isUpright ? random.between(0.2, 0.8) * width : random.between(0.2, 0.8) * height
        let bend = random.between(-2, 2)
        canvas.line(
          from: isUpright ? Point(at, -1) : Point(-1, at),
          to: isUpright ? Point(at + bend, height + 1) : Point(width + 1, at + bend),
          width: random.between(0.1, 0.3), ink: Ink(1, 1, 1, alpha: random.between(0.25, 0.6)))
      }
      canvas.glow(
        centre: place(), radiusX: random.between(3, 12), radiusY: random.between(3, 9), core: 0.5,
        ink: Ink(0.45, 0.33, 0.15, alpha: random.between(0.03, 0.16)))
    }
  }
}
