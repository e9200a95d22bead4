/// Which characters that look like others are replaced.
public struct ConfusableClass: OptionSet, Sendable {
  /// The bits of the set.
  public let rawValue: Int

  /// Creates a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Letters of other alphabets, crossed D, fullwidth forms, ligatures.
  public static let letters = ConfusableClass(rawValue: 1)
  /// Spaces of all widths; invisible characters go away.
  public static let spaces = ConfusableClass(rawValue: 2)
  /// Quotation marks and apostrophes.
  public static let quotes = ConfusableClass(rawValue: 4)
  /// Hyphens, dashes and minus signs.
  public static let dashes = ConfusableClass(rawValue: 8)

  /// Every class.
  public static let all: ConfusableClass = [.letters, .spaces, .quotes, .dashes]
}

extension String {
  /// The text with characters that look like those of Vietnamese replaced by them.
  ///
  /// Ð (eth) and Ɖ become Đ, look-alikes of Cyrillic and Greek become Latin, a fullwidth letter
  /// becomes an ordinary one, and so on for the given classes. The text should be in NFC.
  public func foldingConfusables(_ classes: ConfusableClass = .all) -> String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.value < 0x80 {
        result.append(scalar)
      } else if classes.contains(.letters), let letters = ConfusableTable.letters(for: scalar) {
        result.append(contentsOf: letters)
      } else if classes.contains(.spaces), scalar.properties.isWhitespace {
        result.append(scalar.value == 0x85 || scalar.value == 0x2028 ? "\n" : " ")
      } else if classes.contains(.spaces), ConfusableTable.invisible.contains(scalar) {
        continue
      } else if classes.contains(.quotes), let quote = ConfusableTable.quotes[scalar] {
        result.append(quote)
      } else if classes.contains(.dashes), ConfusableTable.dashes.contains(scalar) {
        result.append("-")
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

/// The pairs behind `foldingConfusables`; after Unicode TR 39 and what lists and readers produce.
private enum ConfusableTable {
  static let invisible: Set<Unicode.Scalar> = [
    "\u{00AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ]
  static let dashes: Set<Unicode.Scalar> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE63}",
    "\u{FF0D}",
  ]
  static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'", "\u{201B}": "'", "\u{02BC}": "'",
    "\u{02B9}": "'", "\u{2032}": "'", "\u{00B4}": "'", "\u{201C}": "\"", "\u{201D}": "\"",
    "\u{201E}": "\"", "\u{201F}": "\"", "\u{2033}": "\"", "\u{00AB}": "\"", "\u{00BB}": "\"",
  ]

  static func letters(for scalar: Unicode.Scalar) -> String.UnicodeScalarView? {
    // The fullwidth forms of ASCII lie 0xFEE0 above it.
    if (0xFF01...0xFF5E).contains(scalar.value), scalar.value != 0xFF0D,
      let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
    {
      return String.UnicodeScalarView([ascii])
    }
    return replacements[scalar]?.unicodeScalars
  }

  private static let replacements: [Unicode.Scalar: String] = {
    let pairs = """
      ÐĐ ƉĐ ðđ ɖđ ıi ĸk ſs ﬁfi ﬂfl
      АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ҮY ЁË
      аa еe ѕs іi јj оo рp сc уy хx һh ԁd ԛq ԝw
      ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo ιi κk νv υu
      """
    var table: [Unicode.Scalar: String] = [:]
    for pair in pairs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let first = pair.unicodeScalars.first else { continue }
      table[first] = String(String.UnicodeScalarView(pair.unicodeScalars.dropFirst()))
    }
    return table
  }()
}
