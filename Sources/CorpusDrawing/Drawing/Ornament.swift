import Foundation

/// What security printing puts behind and beside the text.
package enum Ornament {
  /// Fine wavy lines over a rectangle.
  package static func guilloche(
    on canvas: PageCanvas, width: Double, height: Double, inks: [Ink], line: Double = 0.09,
    with random: inout SplitMix64
  ) {
    for ink in inks {
      let swing = random.between(2, 6)
      let wave = random.between(0.12, 0.35)
      let second = random.between(0.5, 0.9)
      let step = random.between(0.8, 1.4)
      let phase = random.between(0, 6)
      var offset = -swing
      var lines: [[Point]] = []
      while offset < height + swing {
        let points = stride(from: 0.0, through: width, by: 0.6).map { x in
          Point(
            x,
            offset + swing * sin(x * wave + phase + offset * 0.11)
              + swing * 0.3 * sin(x * second - offset * 0.3))
        }
        lines.append(points)
        offset += step
      }
      canvas.hairlines(through: lines, width: line, ink: ink)
    }
    let centre = Point(width * random.between(0.4, 0.65), height * random.between(0.4, 0.6))
    for ring in 1...14 {
      let radius = Double(ring) * 1.5
      let points = (0...72).map { index in
        let angle = Double(index) * .pi / 36
        let reach = radius + 0.5 * sin(angle * 12 + Double(ring))
        return Point(centre.x + reach * cos(angle), centre.y + reach * sin(angle))
      }
      canvas.hairlines(through: [points], width: line, ink: inks[ring % inks.count])
    }
  }

  /// A round national emblem: a gold star on red within a golden wreath.
  package static func emblem(on canvas: PageCanvas, centre: Point, radius: Double) {
    let gold = Ink(hex: 0xe2b33c)
    canvas.ellipse(
      centre: centre, radiusX: radius, radiusY: radius, fill: Ink(hex: 0xc9231f), stroke: gold,
      line: radius * 0.09)
    for index in 0..<26 {
      let angle = Double(index) * 360 / 26
      let place = Point(centre.x, centre.y - radius * 0.84).turned(degrees: angle, about: centre)
      canvas.turned(degrees: angle, about: place) {
        canvas.ellipse(
          centre: place, radiusX: radius * 0.05, radiusY: radius * 0.12, fill: gold)
      }
    }
    star(
      on: canvas, centre: Point(centre.x, centre.y - radius * 0.15), radius: radius * 0.4, ink: gold
    )
    canvas.ellipse(
      centre: Point(centre.x, centre.y + radius * 0.55), radiusX: radius * 0.26,
      radiusY: radius * 0.2, stroke: gold, line: radius * 0.08)
  }

  /// A five-pointed star.
  package static func star(on canvas: PageCanvas, centre: Point, radius: Double, ink: Ink) {
    let points = (0..<10).map { index in
      Point(centre.x, centre.y - radius * (index % 2 == 0 ? 1 : 0.4))
        .turned(degrees: Double(index) * 36, about: centre)
    }
    canvas.polygon(points, fill: ink)
  }

  /// A fingerprint: bent rings with gaps.
  package static func fingerprint(
    on canvas: PageCanvas, centre: Point, width: Double, height: Double, ink: Ink,
    with random: inout SplitMix64
  ) {
    let bend = random.between(-0.3, 0.3)
    let lines = 13
    for ring in 1...lines {
      let share = Double(ring) / Double(lines)
      var points: [Point] = []
      for index in 0...40 {
        let angle = Double(index) * .pi / 20 + bend
        if random.chance(0.07) {
          canvas.stroke(through: points, width: height * 0.014, ink: ink)
          points = []
          continue
        }
        let wobble = 1 + 0.05 * sin(angle * 3 + share * 7) + random.between(-0.01, 0.01)
        points.append(
          Point(
            centre.x + cos(angle) * width / 2 * share * wobble,
            centre.y + sin(angle) * height / 2 * share * wobble + bend * share * height * 0.1))
      }
      canvas.stroke(through: points, width: height * 0.014, ink: ink)
    }
  }

  /// The contacts of a chip.
  package static func chip(
    on canvas: PageCanvas, x: Double, y: Double, width: Double, height: Double
  ) {
    canvas.rectangle(
      x: x, y: y, width: width, height: height, fill: Ink(hex: 0xd9b75f),
      stroke: Ink(hex: 0x8a6d24), line: 0.15, corner: 1.3)
    let ink = Ink(hex: 0x7a5f1d)
    for share in [0.33, 0.66] {
      canvas.line(
        from: Point(x, y + height * share), to: Point(x + width, y + height * share), width: 0.15,
        ink: ink)
    }
    for share in [0.33, 0.67] {
      canvas.line(
        from: Point(x + width * share, y), to: Point(x + width * share, y + height), width: 0.15,
        ink: ink)
    }
  }
}
