/// Writes as a worn typewriter does: letters off the line, some struck weakly.
package struct Typewriter: Sendable {
  /// How far letters stand off the base line, in millimetres.
  package var jitter: Double
  /// How much of the ink the weakest letters lack, 0 … 1.
  package var weakness: Double
  /// How far whole lines stand off the printed base line, in millimetres.
  package var lift: Double
  private let seed: UInt64

  /// A machine in a random state; most are in order.
  package init(with random: inout SplitMix64) {
    let isWorn = random.chance(0.5)
    jitter = isWorn ? random.between(0.02, 0.11) : 0
    weakness = isWorn ? random.between(0, 0.5) : 0
    lift = random.chance(0.5) ? random.between(-0.45, 0.3) : 0
    seed = random.next()
  }

  /// Writes `line` with its base line at `place`.
  package func write(
    _ line: String, on canvas: PageCanvas, at place: Point, style: TextStyle
  ) throws {
    guard jitter > 0 || weakness > 0 else {
      try canvas.text(line, at: Point(place.x, place.y + lift), style: style)
      return
    }
    var random = SplitMix64(seed: seed, purpose: line)
    canvas.note(line, at: Point(place.x, place.y + lift))
    var start = ""
    for letter in line {
      let x = place.x + (try canvas.measure(start, style: style).width)
      start.append(letter)
      guard letter != " " else {
        // A space at the end of what is measured has its width only before a letter.
        start.removeLast()
        start.append("\u{a0}")
        continue
      }
      let offset = Point(random.gaussian() * jitter * 0.4, random.gaussian() * jitter)
      var own = style
      own.ink = Ink(
        style.ink.red, style.ink.green, style.ink.blue,
        alpha: 1 - weakness * random.unit() * random.unit())
      try Transcript.$current.withValue(nil) {
        _ = try canvas.text(String(letter), at: Point(x, place.y + lift) + offset, style: own)
      }
    }
  }
}
