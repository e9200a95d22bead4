/// How a run of text looks.
package struct TextStyle: Hashable, Sendable {
  /// Where the lines of a text begin and end.
  package enum Alignment: Sendable { case left, centre, right, justified }

  /// The family of typefaces.
  package var family: String
  /// Height of the em square in millimetres.
  package var size: Double
  /// Whether its letters are bold.
  package var isBold: Bool
  /// Whether its letters are italic.
  package var isItalic: Bool
  /// What it is printed with.
  package var ink: Ink
  /// Space added between letters, in millimetres.
  package var letterSpacing: Double
  /// Distance of base lines as a multiple of `size`.
  package var leading: Double
  /// Where its lines begin and end.
  package var alignment: Alignment

  /// Creates a style.
  package init(
    family: String, size: Double, isBold: Bool = false, isItalic: Bool = false,
    ink: Ink = .black, letterSpacing: Double = 0, leading: Double = 1.25,
    alignment: Alignment = .left
  ) {
    (self.family, self.size, self.isBold, self.isItalic) = (family, size, isBold, isItalic)
    (self.ink, self.letterSpacing) = (ink, letterSpacing)
    (self.leading, self.alignment) = (leading, alignment)
  }

  /// A style whose size is given in points.
  package init(
    family: String, points: Double, isBold: Bool = false, isItalic: Bool = false,
    ink: Ink = .black, letterSpacing: Double = 0, leading: Double = 1.25,
    alignment: Alignment = .left
  ) {
    self.init(
      family: family, size: points * 25.4 / 72, isBold: isBold, isItalic: isItalic, ink: ink,
      letterSpacing: letterSpacing, leading: leading, alignment: alignment)
  }

  /// The same style with some of its properties changed.
  package func with(_ change: (inout TextStyle) -> Void) -> TextStyle {
    var copy = self
    change(&copy)
    return copy
  }

  /// The style in bold letters.
  package var bold: TextStyle { with { $0.isBold = true } }
  /// The style in italic letters.
  package var italic: TextStyle { with { $0.isItalic = true } }
}
