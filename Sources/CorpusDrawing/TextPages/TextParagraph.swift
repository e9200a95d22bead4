/// One paragraph of a page of running text: its words and how they are set.
struct TextParagraph: Hashable, Sendable {
  var text: String
  var style: TextStyle
  var indent: Double

  /// How `text` is printed: headings bold and in the middle, some text italic or bold.
  static func draw(
    _ text: String, look: TextPageLook, family: String, with random: inout SplitMix64
  ) -> TextParagraph {
    var style = TextStyle(family: family, points: look.points, leading: look.leading)
    let (boldChance, italicChance) = (random.unit(), random.unit())
    let isShort = text.unicodeScalars.count <= 70
    let becomesHeading = random.chance(0.15) && isShort
    let isCapital = text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    if becomesHeading || (isCapital && isShort) {
      style.alignment = .centre
      style.isBold = boldChance < 0.85
      return TextParagraph(text: text.uppercased(), style: style, indent: 0)
    }
    style.isBold = boldChance < (isShort ? 0.25 : 0.05)
    style.isItalic = italicChance < 0.08
    style.alignment = look.isJustified ? .justified : .left
    return TextParagraph(text: text, style: style, indent: look.indent)
  }
}
