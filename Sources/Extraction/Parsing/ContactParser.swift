import Documents

/// Phone numbers and e-mail addresses.
enum ContactParser {
  /// A phone number as digits with the leading 0.
  static func parsePhone(_ pieces: [ValuePiece]) -> ParsedValue {
    var parsed = NumberParser.parse(
      pieces.map { piece in
        var piece = piece
        piece.text.removeAll { "+".contains($0) }
        return piece
      }, lengths: [10, 11])
    guard var digits = parsed.value else { return parsed }
    if digits.hasPrefix("0084") { digits = "0" + digits.dropFirst(4) }
    if digits.hasPrefix("84"), digits.count == 11 { digits = "0" + digits.dropFirst(2) }
    parsed.value = digits
    parsed.isWellFormed = digits.hasPrefix("0") && (10...11).contains(digits.count)
    return parsed
  }

  /// An e-mail address: one `@`, a dot in the host, no space.
  static func parseEmail(_ pieces: [ValuePiece]) -> ParsedValue {
    let words = PrintedText.trimmed(pieces)
    guard !words.isEmpty else { return ParsedValue() }
    let raw = words.map(\.text).joined()
    var text = ""
    for character in raw {
      switch character {
      case "©", "®", "€": text.append("@")
      case ",": text.append(".")
      case _ where character.isASCII: text.append(character)
      default: text += FoldedText.fold(String(character))
      }
    }
    text = text.trimming { ".,;:".contains($0) }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isWellFormed =
      parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !parts[1].hasPrefix(".")
      && text.allSatisfy { $0.isLetter || $0.isNumber || "@._%+-".contains($0) }
    guard isWellFormed || text.contains("@") || words.count == 1 else { return ParsedValue() }
    return ParsedValue(
      value: text, isWellFormed: isWellFormed, pieces: words,
      repairs: text == raw
        ? [] : [Repair(from: raw, to: text, why: "alphabet", probability: 0.9)])
  }
}
