import Documents
import Foundation

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
    text = text.trimming { ".,;:".contains($0) }.filter { !"()[]|".contains($0) }
    text = withOneAt(inSmallLetters(text))
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isWellFormed =
      parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !parts[1].hasPrefix(".")
      && text.allSatisfy { $0.isLetter || $0.isNumber || "@._%+-".contains($0) }
    guard isWellFormed || text.contains("@") || words.count == 1 && text.count > 5 else {
      return ParsedValue()
    }
    return ParsedValue(
      value: text, isWellFormed: isWellFormed, pieces: words,
      repairs: text == raw
        ? [] : [Repair(from: raw, to: text, why: "alphabet", probability: 0.9)])
  }

  /// Hosts before whose names an @ must stand.
  private static let hosts = ["gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "icloud.com"]

  /// The address with a doubled @ once, and with the one that was read as another sign.
  private static func withOneAt(_ text: String) -> String {
    var result = text
    while let doubled = result.range(of: "@@") { result.replaceSubrange(doubled, with: "@") }
    while let dotted = result.range(of: ".@") { result.replaceSubrange(dotted, with: "@") }
    guard !result.contains("@"), let host = hosts.first(where: result.hasSuffix) else {
      return result
    }
    var local = result.dropLast(host.count)
    if let last = local.last, "2aoeQ".contains(last) { local.removeLast() }
    return local.isEmpty ? result : local + "@" + host
  }

  /// An address in small letters whose stray capital I is an l, and whose top domain is one.
  private static func inSmallLetters(_ text: String) -> String {
    var result = text
    let capitals = text.filter { $0.isUppercase && $0 != "I" }
    if capitals.isEmpty, text.contains(where: \.isLowercase) {
      result = String(text.map { $0 == "I" ? "l" : $0 })
    }
    for misread in [".coln", ".corn", ".c0m", ".con", ".com.", ".comn"]
    where result.hasSuffix(misread) {
      result = result.dropLast(misread.count) + ".com"
    }
    return result
  }
}
