internal import Documents

/// Tells which lines are worth a reading by the model that knows no accents: numbers, codes and
/// addresses of mail, whose letters it takes for no syllables.
enum SecondOpinion {
  /// Whether a word of `words` is of the kind that the Latin model reads better.
  static func isWorthwhile(for words: [TextWord]) -> Bool {
    words.contains { isLatin($0.text) }
  }

  /// Whether numbers make up much of a line although each is short, as in a date written with words.
  static func isMostlyNumbers(_ words: [TextWord]) -> Bool {
    let letters = words.flatMap(\.text.unicodeScalars).filter {
      $0.properties.isAlphabetic || "0"..."9" ~= $0
    }
    let digits = letters.count { "0"..."9" ~= $0 }
    return digits >= 4 && 10 * digits >= 3 * letters.count
  }

  /// Whether `text` is a number, a date, a code of capitals and digits, or an address of mail.
  private static func isLatin(_ text: String) -> Bool {
    if text.contains("@") { return true }
    let digits = text.count { "0"..."9" ~= $0 }
    return digits >= 5 && 5 * digits >= 2 * text.count && !text.contains(where: \.isLowercase)
  }
}
