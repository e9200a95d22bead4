/// A Latin letter of Vietnamese or of a minority's names, taken apart.
public struct Letter: Hashable, Sendable {
  /// What a letter carries beside its tone.
  public enum Quality: UInt8, Sendable {
    /// Nothing.
    case plain
    /// The circumflex of â, ê, ô.
    case circumflex
    /// The breve of ă.
    case breve
    /// The horn of ơ, ư.
    case horn
    /// The stroke of đ.
    case stroke
    /// A mark that only minority names have: ŏ ŭ ĕ ĭ č ñ ö ü.
    case foreign
  }

  /// The lower-case ASCII letter or digit beneath the marks.
  public let base: UInt8
  /// What it carries beside its tone.
  public let quality: Quality
  /// Its tone mark.
  public let tone: Tone
  /// Whether it is a capital.
  public let isUppercase: Bool

  /// Takes `scalar` apart; nil when it is neither an ASCII letter or digit nor one of the table.
  public init?(_ scalar: Unicode.Scalar) {
    guard let letter = LetterTable.shared.letter(scalar.value) else { return nil }
    self = letter
  }

  init(base: UInt8, quality: Quality, tone: Tone, isUppercase: Bool) {
    self.base = base
    self.quality = quality
    self.tone = tone
    self.isUppercase = isUppercase
  }

  /// The letter with another tone; the same one where it cannot bear a tone.
  public func with(tone: Tone) -> Letter {
    let changed = Letter(base: base, quality: quality, tone: tone, isUppercase: isUppercase)
    return LetterTable.shared.scalar(changed) == nil ? self : changed
  }

  /// The composed character.
  public var scalar: Unicode.Scalar {
    LetterTable.shared.scalar(self) ?? Unicode.Scalar(base)
  }

  /// Whether a vowel is beneath the marks.
  public var isVowel: Bool {
    switch base {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }
}
