/// How an office prints its forms: font, spacing, dots, borders, numbering and ticks.
package struct FormStyle: Sendable {
  /// Dots where something is to be filled in.
  package enum Leader: CaseIterable, Sendable {
    /// None: the place stays white.
    case none
    /// Behind the value, to the end of its share.
    case after
    /// A few before the value and the rest behind it.
    case around
    /// All along, with the value written over them.
    case under
  }

  /// What a row of dots is made of.
  package enum Dots: CaseIterable, Sendable { case stops, ellipses, drawn }

  /// What happens to a value that is too long for its share of the line.
  package enum Overflow: CaseIterable, Sendable {
    /// It runs on to the left margin of the next line, as in a word processor.
    case flow
    /// It stays in its own column.
    case column
    /// The parts of the line stand below each other.
    case stack
  }

  /// How the numbers of boxes are printed.
  package enum Numbers: CaseIterable, Sendable { case bracket, bracketStop, none }

  /// What stands before the lines of a form whose boxes have no numbers.
  package enum Enumeration: CaseIterable, Sendable {
    case none, number, parenthesis, hyphen, bullet, bracket
  }

  /// How a box is ticked.
  package enum Tick: CaseIterable, Sendable { case cross, check, filled, letter }

  /// The family of its typeface.
  package var family: String
  /// The size of its letters in points.
  package var points: Double
  /// From line to line, in sizes of letters.
  package var leading: Double
  /// Space between paragraphs in millimetres.
  package var spacing: Double
  /// The left margin in millimetres.
  package var left: Double
  /// The right margin in millimetres.
  package var right: Double
  /// The upper margin in millimetres.
  package var top: Double
  /// Where dots stand.
  package var leader: Leader
  /// What the dots are.
  package var dots: Dots
  /// How far below the base line dots under a value stand, in millimetres.
  package var dotDrop: Double
  /// Where a long value goes on.
  package var overflow: Overflow
  /// The borders around boxes.
  package var frame: FormFrame
  /// How numbers of boxes stand.
  package var numbers: Numbers
  /// What stands before lines without numbers.
  package var enumeration: Enumeration
  /// How boxes are ticked.
  package var tick: Tick
  /// Whether a tick box stands behind its words.
  package var tickFollows: Bool
  /// Whether values are bold.
  package var boldValues: Bool
  /// Whether values are italic.
  package var italicValues: Bool
  /// Whether labels are bold.
  package var boldLabels: Bool
  /// What values are written in by hand with.
  package var hand: TextStyle?

  /// A style for a seed; `layout` may fix its frame.
  package init(family: String, layout: FormLayout, random: inout SplitMix64) {
    self.family = family
    points = random.pick([12, 12.5, 13, 13, 13, 13.5])
    leading = random.between(1.16, 1.42)
    spacing = random.between(0, 1.4)
    left = random.between(18, 30)
    right = random.between(14, 20)
    top = random.between(12, 20)
    leader = random.pick(
      weighted: [(.none, 0.25), (.after, 0.35), (.around, 0.15), (.under, 0.25)])
    dots = random.pick(weighted: [(.stops, 0.6), (.ellipses, 0.2), (.drawn, 0.2)])
    overflow = random.pick(weighted: [(.flow, 0.5), (.column, 0.2), (.stack, 0.3)])
    dotDrop = random.between(0.3, 1.1)
    frame = layout.frame ?? (random.chance(0.15) ? .value : .none)
    numbers = random.pick(weighted: [(.bracket, 0.4), (.bracketStop, 0.6)])
    enumeration = random.pick(Enumeration.allCases)
    tick = random.pick(Tick.allCases)
    tickFollows = random.chance(0.4)
    let weight = random.pick(weighted: [(0, 0.5), (1, 0.3), (2, 0.15), (3, 0.05)])
    boldValues = weight == 1 || weight == 3
    italicValues = weight >= 2
    boldLabels = !boldValues && random.chance(0.1)
    if frame != .none { leader = .none }
    if frame != .none { overflow = .column }
  }

  /// The style of running text.
  package var text: TextStyle {
    TextStyle(family: family, points: points, ink: .toner, leading: leading)
  }
  /// The style of labels.
  package var label: TextStyle { text.with { $0.isBold = boldLabels } }
  /// The style of values.
  package var value: TextStyle {
    text.with {
      $0.isBold = boldValues
      $0.isItalic = italicValues
    }
  }
  /// The style of a value, written by hand or printed.
  func value(byHand: Bool) -> TextStyle { byHand ? hand ?? value : value }
  /// Distance of base lines in millimetres.
  package var lineHeight: Double { text.size * leading }

  /// The same style, drawn in to fit a page.
  package func tightened() -> FormStyle {
    var style = self
    if style.leading > 1.14 {
      style.leading -= 0.06
    } else {
      style.points -= 0.5
    }
    style.spacing *= 0.7
    style.top = max(10, style.top - 2)
    return style
  }
}
