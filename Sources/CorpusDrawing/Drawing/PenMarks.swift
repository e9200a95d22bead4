import Foundation

/// What hands and seals leave on paper: signatures and stamps.
package enum PenMarks {
  /// A signature in a box of `width` × `height` millimetres about `centre`.
  package static func signature(
    on canvas: PageCanvas, centre: Point, width: Double, height: Double, ink: Ink = .penBlue,
    with random: inout SplitMix64
  ) {
    var points: [Point] = []
    let loops = random.whole(4...7)
    for index in 0...(loops * 3) {
      let share = Double(index) / Double(loops * 3)
      let swing = index % 3 == 1 ? -0.5 : index % 3 == 2 ? 0.45 : 0.1
      points.append(
        Point(
          centre.x + (share - 0.5) * width + random.between(-0.06, 0.06) * width,
          centre.y + swing * height * random.between(0.3, 1) * (1 - share * 0.5)))
    }
    canvas.stroke(through: points, width: random.between(0.3, 0.5), ink: ink)
    let tail = [
      Point(centre.x + width * 0.4, centre.y),
      Point(centre.x - width * 0.35, centre.y + height * random.between(0.35, 0.6)),
      Point(
        centre.x + width * random.between(0.3, 0.6), centre.y + height * random.between(0.2, 0.5)),
    ]
    canvas.stroke(through: tail, width: random.between(0.25, 0.45), ink: ink)
  }

  /// A round stamp with `ring` along its edge and `middle` across it.
  package static func roundStamp(
    on canvas: PageCanvas, centre: Point, radius: Double, ring: String, middle: [String],
    family: String, ink: Ink = .stampRed, turned degrees: Double
  ) throws {
    try canvas.turned(degrees: degrees, about: centre) {
      canvas.ellipse(
        centre: centre, radiusX: radius, radiusY: radius, stroke: ink, line: radius * 0.045)
      canvas.ellipse(
        centre: centre, radiusX: radius * 0.68, radiusY: radius * 0.68, stroke: ink,
        line: radius * 0.025)
      let style = TextStyle(family: family, size: radius * 0.2, isBold: true, ink: ink)
      let length = try ring.reduce(0.0) { sum, character in
        sum + max(try canvas.measure(String(character), style: style).width, style.size * 0.25)
      }
      let arc = length / (radius * 0.76) * 180 / .pi
      try canvas.text(
        ring, onCircleAt: centre, radius: radius * 0.76, start: -arc / 2, style: style)
      let star = (0..<10).map { index in
        let reach = radius * (index % 2 == 0 ? 0.09 : 0.036)
        return Point(centre.x, centre.y + radius * 0.84 - reach).turned(
          degrees: Double(index) * 36, about: Point(centre.x, centre.y + radius * 0.84))
      }
      canvas.polygon(star, fill: ink)
      let inner = TextStyle(
        family: family, size: radius * 0.22, isBold: true, ink: ink, leading: 1.15)
      for (index, line) in middle.enumerated() {
        let y = centre.y + (Double(index) - Double(middle.count - 1) / 2) * inner.size * 1.15
        try canvas.text(line, centredAt: centre.x, baseline: y + inner.size * 0.35, style: inner)
      }
    }
  }

  /// A rectangular stamp, such as an office's entry stamp, with centred lines of text.
  package static func boxStamp(
    on canvas: PageCanvas, centre: Point, width: Double, height: Double, lines: [String],
    family: String, ink: Ink = .stampRed, turned degrees: Double
  ) throws {
    try canvas.turned(degrees: degrees, about: centre) {
      canvas.rectangle(
        x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height,
        stroke: ink, line: 0.5)
      let size = height / (Double(lines.count) * 1.5)
      let style = TextStyle(family: family, size: size, isBold: true, ink: ink)
      for (index, line) in lines.enumerated() {
        let y = centre.y + (Double(index) - Double(lines.count - 1) / 2) * size * 1.35
        try canvas.text(line, centredAt: centre.x, baseline: y + size * 0.35, style: style)
      }
    }
  }
}
