internal import Documents

/// Joins the readings of one line by two models: numbers, codes and addresses of mail are better
/// read by the model that knows no accents.
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

  /// The words of `vietnamese`, those of Latin kind replaced by what `latin` has in their place.
  static func merged(_ vietnamese: [TextWord], latin: [TextWord]) -> [TextWord] {
    vietnamese.map { word in
      guard isLatin(word.text) else { return word }
      let rivals = latin.filter { other in
        2 * (min(word.box.maxX, other.box.maxX) - max(word.box.x, other.box.x))
          > min(word.box.width, other.box.width)
      }
      guard rivals.count == 1, let rival = rivals.first, isLatin(rival.text),
        rival.text.contains("@") == word.text.contains("@"),
        abs(rival.text.count - word.text.count) <= 2, rival.confidence >= 0.3
      else { return word }
      return rival
    }
  }

  /// Whether `text` is a number, a date, a code of capitals and digits, or an address of mail.
  private static func isLatin(_ text: String) -> Bool {
    if text.contains("@") { return true }
    let digits = text.count { "0"..."9" ~= $0 }
    return digits >= 5 && 5 * digits >= 2 * text.count && !text.contains(where: \.isLowercase)
  }
}
