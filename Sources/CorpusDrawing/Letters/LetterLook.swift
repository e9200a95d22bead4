/// How a drawn letter is set; lengths are millimetres, sizes points.
struct LetterLook: Hashable, Sendable {
  var size: Double
  var leading: Double
  var left: Double
  var right: Double
  var top: Double
  var indent: Double
  var gap: Double
  var isJustified: Bool
  /// Where the middle of each column of the head stands.
  var leftMiddle: Double
  var rightMiddle: Double
  /// Whether addressees stand in a list below their label.
  var listsRecipients: Bool
  var hasDashes: Bool
  /// How the label of the subject is written.
  var subjectLabel: String
  /// How the number begins.
  var numberLabel: String
  var motto: [String]
  /// Where page numbers stand: at the top, or at the lower right as before 2011.
  var numbersAtFoot: Bool
  var hasSeal: Bool
  /// The radius of the seal.
  var sealRadius: Double
  /// How far above the name the middle of the seal stands.
  var sealRise: Double
  var hasArrivalStamp: Bool
  /// Whether the stamp of the office that received the letter stands beside the addressees instead
  /// of above the head.
  var stampsBesideRecipients: Bool
  /// What stands between the number and the slash before its symbol.
  var numberGap: String
  /// The script face of a hand that fills in number and day.
  var hand: String

  /// A look of letters; those held out are set in ways that no other is.
  static func draw(isHeldOut: Bool, with random: inout SplitMix64) -> LetterLook {
    let old = random.chance(0.25)
    return LetterLook(
      size: random.pick([13, 13, 13.5, 14]), leading: random.between(1.15, 1.4),
      left: isHeldOut ? random.between(24, 28) : random.between(28, 34),
      right: isHeldOut ? random.between(12, 15) : random.between(15, 20),
      top: random.between(15, 24), indent: isHeldOut ? 15 : random.pick([10, 12.7]),
      gap: random.pick([1, 2.1, 2.1, 3]), isJustified: random.chance(isHeldOut ? 0.5 : 0.85),
      leftMiddle: isHeldOut ? 62 : random.between(58, 66),
      rightMiddle: isHeldOut ? 145 : random.between(138, 146),
      listsRecipients: random.chance(0.6), hasDashes: random.chance(isHeldOut ? 0.7 : 0.9),
      subjectLabel: random.pick(["V/v ", "V/v ", "V/v: ", "Về việc "]),
      numberLabel: random.pick(["Số: ", "Số: ", "Số:", "Số : "]),
      motto: [
        old ? "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM" : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        random.pick(["Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"]),
      ], numbersAtFoot: old, hasSeal: random.chance(0.75),
      sealRadius: isHeldOut ? random.between(17.5, 19) : random.between(15.5, 18.5),
      sealRise: isHeldOut ? random.between(6, 12) : random.between(7, 16),
      hasArrivalStamp: random.chance(0.2), stampsBesideRecipients: random.chance(0.4),
      numberGap: random.pick(["", "", "", " ", "  "]),
      hand: isHeldOut ? Handwriting.heldOut[0] : random.pick(Handwriting.families))
  }
}
