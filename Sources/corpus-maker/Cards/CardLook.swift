import CorpusDrawing

/// How one issue of a card is set: type, label wordings and where values stand.
struct CardLook {
  /// Where values stand.
  enum Placement { case sameLine, beneath }

  var family: String
  /// What typewritten values may be set in.
  var typewriters = FontCatalogue.typewriter
  var labelSize: Double
  var valueSize: Double
  var hasBoldValues: Bool
  var hasColons: Bool
  /// What parts the Vietnamese label from the English one.
  var slash: String
  /// Whether the English label stands on a line of its own, beneath the Vietnamese one.
  var stacksLabels: Bool
  var namePlacement: Placement
  var originPlacement: Placement
  var residencePlacement: Placement
  var labelInk: Ink
  var valueInk = Ink(0.06, 0.06, 0.08)
  var numberInk: Ink
  /// Shift of the whole text in millimetres.
  var shift: Point
  /// Space between letters in millimetres, less than none where they crowd.
  var letterSpacing = 0.0
  /// How far values stand off the line of their labels, in millimetres.
  var valueShift = Point(0, 0)
  /// How far values are turned against their labels, in degrees.
  var valueTurn = 0.0

  static let variants = 4

  /// Variant 0 follows the issued card; 1 and 2 take liberties that issues show; 3 is held out.
  static func draw(
    variant: Int, family: String, with random: inout SplitMix64
  ) -> CardLook {
    let red = random.chance(0.5) ? Ink(hex: 0xb01722) : Ink(0.08, 0.06, 0.08)
    var look = CardLook(
      family: family, labelSize: random.between(1.95, 2.15), valueSize: random.between(2.4, 2.65),
      hasBoldValues: random.chance(0.35), hasColons: true, slash: " / ", stacksLabels: false,
      namePlacement: .beneath, originPlacement: .beneath, residencePlacement: .sameLine,
      labelInk: Ink(hex: random.pick([0x1d2a3a, 0x23334f, 0x2b2b2b])), numberInk: red,
      shift: Point(random.between(-0.5, 0.5), random.between(-0.35, 0.35)))
    switch variant {
    case 0: break
    case 1:
      look.hasColons = false
      look.slash = "/"
      look.residencePlacement = .beneath
      look.labelSize = random.between(1.85, 2)
    case 2:
      look.slash = "/"
      look.originPlacement = random.chance(0.5) ? .sameLine : .beneath
      look.labelSize = random.between(2.05, 2.2)
      look.valueSize = random.between(2.35, 2.5)
      look.hasBoldValues = true
    default:
      look.stacksLabels = true
      look.hasColons = false
      look.namePlacement = .sameLine
      look.originPlacement = .sameLine
      look.hasBoldValues = true
      look.labelInk = Ink(hex: 0x2f3f6b)
    }
    if random.chance(0.35) { look.letterSpacing = random.between(-0.03, 0.14) }
    if random.chance(0.4) {
      look.valueShift = Point(random.between(-0.35, 0.5), random.between(-0.35, 0.35))
      look.valueTurn = random.between(-0.5, 0.5)
    }
    return look
  }

  var label: TextStyle {
    TextStyle(
      family: family, size: labelSize, ink: labelInk, letterSpacing: letterSpacing * 0.7)
  }
  var value: TextStyle {
    TextStyle(
      family: family, size: valueSize, isBold: hasBoldValues, ink: valueInk,
      letterSpacing: letterSpacing)
  }
}
