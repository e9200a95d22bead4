/// How a page of running text is set; lengths are millimetres.
struct TextPageLook: Hashable, Sendable {
  var points: Double
  var leading: Double
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  /// How far the first line of a paragraph is moved in.
  var indent: Double
  /// The room between paragraphs.
  var gap: Double
  var isJustified: Bool

  /// The width of the text.
  var measure: Double { TextPage.width - left - right }

  /// A look as official letters have it.
  static func draw(with random: inout SplitMix64) -> TextPageLook {
    TextPageLook(
      points: random.pick([11, 12, 13, 13, 13, 13.5, 14, 14]),
      leading: random.between(1.15, 1.5), left: random.between(25, 32),
      right: random.between(15, 20), top: random.between(15, 25),
      bottom: random.between(15, 22), indent: random.pick([0, 8, 10, 12.7]),
      gap: random.pick([0, 0, 1, 2.1, 2.1]), isJustified: random.chance(0.65))
  }
}
