internal import Documents

/// Reads the number of a letter, `Số: 1281/BHXH-QLT`.
struct LetterNumber {
  /// What a line with a number says.
  enum Reading: Hashable {
    /// The number and symbol, `1281/BHXH-QLT`.
    case value(String)
    /// The paper leaves the number blank.
    case blank
    /// Something stands there that is no number.
    case unreadable
  }

  /// The reading, and how many words of the passage it takes.
  let reading: Reading
  let wordCount: Int

  /// Reads the first words of `passage`; nil when it does not begin as a number does.
  init?(_ passage: Passage) {
    let words = passage.words.map(\.text)
    guard let first = words.first else { return nil }
    var rest = words[...]
    var label = 0
    if let behind = Self.behindLabel(first, next: words.dropFirst().prefix(2)) {
      label = 1
      rest = rest.dropFirst()
      if !behind.isEmpty { rest = [behind] + rest }
    } else if !Self.looksLikeNumber(first) {
      return nil
    }
    var taken = 0
    var joined = ""
    for word in rest {
      let plain = Self.plain(word)
      if Self.isComplete(joined), !Self.continues(joined, plain) { break }
      // A word of small letters is none of a number.
      if plain.first?.isUppercase == true, plain.dropFirst().contains(where: \.isLowercase),
        !plain.contains("/"), !plain.contains("-"), plain.count > 3
      {
        break
      }
      joined += plain
      taken += 1
    }
    let glued = label == 1 && rest.startIndex == 0 ? 1 : 0
    wordCount = min(words.count, taken + label - glued)
    reading = Self.reading(joined)
  }

  /// What follows the label in the word that holds it, `next` being the words behind; nil when the
  /// word is no label.
  private static func behindLabel(_ word: String, next: ArraySlice<String>) -> String? {
    let characters = Array(word)
    // The edge of a stamp or of the page may take the first letter.
    if characters.count > 2, "oốôóõ06".contains(characters[0]), characters[1] == ":",
      characters[2].isNumber, next.first.map({ $0.hasPrefix("/") }) ?? false || word.contains("/")
    {
      return String(characters[2...])
    }
    guard let first = characters.first, "Ss5".contains(first), characters.count >= 2,
      "oốôóòộồơởờỏ06ó".contains(Character(characters[1].lowercased()))
    else { return nil }
    let behind = characters.dropFirst(2)
    guard let sign = behind.first else {
      // Without its sign the label is one only before a number or a blank, or what a hand wrote before
      // a symbol.
      let begins = next.first?.first.map { $0.isNumber || "/.…:".contains($0) } ?? false
      let isBeforeSymbol = next.last.map { $0.hasPrefix("/") && isComplete($0) } ?? false
      return begins || isBeforeSymbol ? "" : nil
    }
    if ":.;,…".contains(sign) { return String(behind.drop { ":;,".contains($0) }) }
    return sign.isNumber || sign == "/" ? String(behind) : nil
  }

  /// Whether a word without a label is a number with a symbol: `15/QĐ-BNV`, `/TTr-BHXH`.
  private static func looksLikeNumber(_ word: String) -> Bool {
    guard let slash = word.firstIndex(of: "/") else { return false }
    let behind = word[slash...].dropFirst()
    return word[..<slash].allSatisfy { $0.isNumber || $0 == "." } && behind.contains("-")
      && behind.count { $0.isUppercase } >= 3
  }

  private static func plain(_ word: String) -> String {
    String(word.map { "–—−‐".contains($0) ? "-" : $0 == "\\" || $0 == "⁄" ? "/" : $0 })
  }

  private static func isComplete(_ text: String) -> Bool {
    guard let slash = text.lastIndex(of: "/") else { return false }
    return text[slash...].count { $0.isLetter } >= 2
  }

  private static func continues(_ text: String, _ next: String) -> Bool {
    if text.hasSuffix("-") || text.hasSuffix("/") || next.hasPrefix("-") || next.hasPrefix("/") {
      return true
    }
    // A symbol that fell apart before its hyphen: 6953/SY T-TCCB.
    guard let last = text.split(separator: "/").last, !last.contains("-") else { return false }
    let parts = next.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isUppercase || ".,;".contains($0) }
      }
  }

  private static func reading(_ text: String) -> Reading {
    var text = text
    while let last = text.last, ".,;:'\"`~_•°*".contains(last) { text.removeLast() }
    while let first = text.first, ":;,_'".contains(first) { text.removeFirst() }
    guard !text.isEmpty else { return .blank }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 {
      // A slash that was not seen stands between digits and capitals.
      guard let border = text.firstIndex(where: \.isLetter), border > text.startIndex,
        text[border...].count(where: \.isLetter) >= 2
      else { return text.allSatisfy(\.isNumber) ? .value(text) : .unreadable }
      parts = [String(text[..<border]), String(text[border...])]
    }
    let digits = parts[0].filter { !".…_·".contains($0) }
    if digits.isEmpty { return .blank }
    // No letter has the number 0: a stroke of a pen was read so.
    guard let number = self.digits(digits), number.contains(where: { $0 != "0" }) else {
      return .unreadable
    }
    parts[0] = number
    if parts.count > 2, parts[1].count == 4, let year = self.digits(parts[1]) { parts[1] = year }
    let symbol = parts.dropFirst().joined(separator: "/")
    guard symbol.contains(where: \.isLetter), symbol.allSatisfy(Self.isOfSymbol),
      symbol.first?.isLowercase != true
    else {
      return .unreadable
    }
    return .value(([parts[0]] + parts.dropFirst()).joined(separator: "/"))
  }

  private static func isOfSymbol(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-/.&(),".contains(character)
  }

  /// `text` as digits, perhaps with a small letter behind them, look-alikes replaced; nil when it
  /// is no number.
  static func digits(_ text: String) -> String? {
    let alike: [Character: Character] = [
      "O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "!": "1", "S": "5", "Z": "2", "B": "8",
      "ó": "6",
    ]
    var text = text
    var suffix = ""
    if text.count > 1, let last = text.last, "abcd".contains(last) {
      suffix = String(last)
      text.removeLast()
    }
    guard text.contains(where: { ("0"..."9").contains($0) }) else { return nil }
    let digits = text.map { alike[$0] ?? $0 }
    return digits.allSatisfy { ("0"..."9").contains($0) } ? String(digits) + suffix : nil
  }
}
