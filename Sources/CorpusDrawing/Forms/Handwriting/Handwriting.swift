import Foundation

/// Writes as a hand does: Latin letters of a script face, each placed a little off, and the
/// Vietnamese marks as strokes of their own, since few such faces have them.
package struct Handwriting: Sendable {
  /// Script families that a hand is drawn with, of Debian packages.
  package static let families = ["Dancing Script", "Breip", "femkeklaver", "DkgHandwriting"]
  /// The one that no corpus uses unless asked to.
  package static let heldOut = ["Humor Sans"]

  /// Whether text of this style is written by a hand.
  package static func isHand(_ style: TextStyle) -> Bool {
    families.contains(style.family) || heldOut.contains(style.family)
  }

  /// The text without its marks, as the families have letters for it.
  package static func letters(of text: String) -> String {
    String(text.map { parts(of: $0).letter })
  }

  /// A letter without its marks, and the marks from the letter outwards.
  private static func parts(of character: Character) -> (letter: Character, marks: [Unicode.Scalar])
  {
    if character == "đ" { return ("d", ["-"]) }
    if character == "Đ" { return ("D", ["-"]) }
    let scalars = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
    guard let first = scalars.first else { return (character, []) }
    return (Character(first), Array(scalars.dropFirst()))
  }

  /// Writes `text` from `place` on.
  package static func write(
    _ text: String, at place: Point, style: TextStyle, on canvas: PageCanvas,
    with random: inout SplitMix64
  ) throws {
    var x = place.x
    let slant = random.between(-0.02, 0.03)
    for character in text {
      let (letter, marks) = parts(of: character)
      var own = style
      own.size *= random.between(0.88, 1.14)
      let base = Point(
        x, place.y + random.between(-0.09, 0.09) * style.size - slant * (x - place.x))
      let width = try canvas.measure(String(letter), style: own).width
      try canvas.turned(degrees: random.between(-7, 7), about: base) {
        try canvas.text(String(letter), at: base, style: own)
      }
      let isTall = letter.isUppercase || "bdhkltf".contains(letter)
      var height = (isTall ? 0.78 : 0.52) * own.size
      for mark in marks {
        draw(
          mark, over: Point(base.x + width / 2, base.y), height: height, style: own, width: width,
          on: canvas, with: &random)
        if ![0x323, 0x31B, 0x2D].contains(mark.value) { height += 0.17 * own.size }
      }
      x += max(width, 0.2 * style.size) * random.between(0.96, 1.1)
    }
  }

  private static func draw(
    _ mark: Unicode.Scalar, over base: Point, height: Double, style: TextStyle, width: Double,
    on canvas: PageCanvas, with random: inout SplitMix64
  ) {
    let size = style.size
    func at(_ across: Double, _ up: Double) -> Point {
      Point(
        base.x + (across + random.between(-0.02, 0.02)) * size,
        base.y - height - (up + random.between(-0.02, 0.02)) * size)
    }
    let points: [Point]
    switch mark.value {
    case 0x301: points = [at(-0.04, 0.05), at(0.1, 0.19)]
    case 0x300: points = [at(-0.1, 0.19), at(0.04, 0.05)]
    case 0x309: points = [at(-0.05, 0.17), at(0.05, 0.19), at(0.03, 0.11), at(-0.01, 0.05)]
    case 0x303: points = [at(-0.12, 0.07), at(-0.05, 0.15), at(0.05, 0.08), at(0.12, 0.16)]
    case 0x302: points = [at(-0.11, 0.04), at(0, 0.15), at(0.11, 0.04)]
    case 0x306: points = [at(-0.1, 0.14), at(0, 0.05), at(0.1, 0.14)]
    case 0x31B:
      points = [
        Point(base.x + width * 0.45, base.y - height * 0.9),
        Point(base.x + width * 0.45 + 0.08 * size, base.y - height * 1.1),
      ]
    case 0x323:
      points = [
        Point(base.x - 0.02 * size, base.y + 0.14 * size),
        Point(base.x + 0.03 * size, base.y + 0.17 * size),
      ]
    case 0x2D:
      points = [
        Point(base.x, base.y - 0.58 * size),
        Point(base.x + width * 0.6, base.y - 0.6 * size),
      ]
    default: return
    }
    canvas.stroke(through: points, width: 0.06 * size, ink: style.ink)
  }
}
