import Foundation

/// What lies over a card: a thumb, a note, a plastic sleeve.
package enum Obstacle {
  /// A thumb whose tip lies at `tip`, pointing along `degrees` (0 is to the right).
  package static func thumb(
    on canvas: PageCanvas, tip: Point, pointing degrees: Double, width: Double,
    with random: inout SplitMix64
  ) {
    let skins: [UInt32] = [0xe3b996, 0xd3a27c, 0xc29068, 0xa9744f]
    let skin = Ink(hex: random.pick(skins))
    let length = width * 4
    canvas.turned(degrees: degrees, about: tip) {
      canvas.glow(
        centre: Point(tip.x - length / 2 + 0.8, tip.y + 1), radiusX: length / 2 + 1.5,
        radiusY: width / 2 + 1.5, core: 0.85, ink: Ink(0, 0, 0, alpha: 0.3))
      canvas.rectangle(
        x: tip.x - length, y: tip.y - width / 2, width: length, height: width, fill: skin,
        corner: width * 0.48)
      canvas.rectangle(
        x: tip.x - width * 0.75, y: tip.y - width * 0.32, width: width * 0.62,
        height: width * 0.64, fill: Ink(0.96, 0.86, 0.8, alpha: 0.8), corner: width * 0.26)
      for share in [1.5, 1.62, 1.75] {
        canvas.line(
          from: Point(tip.x - width * share, tip.y - width * 0.25),
          to: Point(tip.x - width * share, tip.y + width * 0.25), width: 0.15,
          ink: Ink(0.35, 0.2, 0.12, alpha: 0.35))
      }
    }
  }

  /// An opaque slip of paper.
  package static func slip(
    on canvas: PageCanvas, x: Double, y: Double, width: Double, height: Double,
    with random: inout SplitMix64
  ) {
    let papers: [UInt32] = [0xf7f2a0, 0xfafafa, 0xf4b6c2, 0x202020, 0xbfe3c0]
    canvas.turned(
      degrees: random.between(-4, 4), about: Point(x + width / 2, y + height / 2)
    ) {
      canvas.rectangle(
        x: x + 0.3, y: y + 0.4, width: width, height: height, fill: Ink(0, 0, 0, alpha: 0.25))
      canvas.rectangle(
        x: x, y: y, width: width, height: height, fill: Ink(hex: random.pick(papers)))
    }
  }

  /// A sleeve of clear plastic around a card of the given size: haze, reflections, its seam.
  package static func sleeve(
    on canvas: PageCanvas, width: Double, height: Double, with random: inout SplitMix64
  ) {
    let haze = random.between(0.04, 0.14)
    canvas.rectangle(
      x: -2.5, y: -2.5, width: width + 5, height: height + 5, fill: Ink(1, 1, 1, alpha: haze),
      stroke: Ink(0.55, 0.58, 0.6, alpha: 0.5), line: 0.25, corner: 1)
    for _ in 0..<random.whole(1...4) {
      canvas.streak(
        through: Point(random.between(0, width), random.between(0, height)),
        turned: random.between(-75, 75), width: random.between(1, 6), length: 160,
        ink: Ink(1, 1, 1, alpha: random.between(0.08, 0.35)))
    }
    canvas.line(
      from: Point(-2.5, height + 1.4), to: Point(width + 2.5, height + 1.4), width: 0.2,
      ink: Ink(0.6, 0.62, 0.65, alpha: 0.5))
  }
}
