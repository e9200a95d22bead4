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
    // Landlines have eleven digits, and mobile numbers of before 2018; elsewhere one was a dot.
    parsed.isWellFormed =
      digits.hasPrefix("0")
      && (digits.count == 10
        || digits.count == 11 && (digits.hasPrefix("01") || digits.hasPrefix("02")))
    return parsed
  }

  /// An e-mail address: one `@`, a dot in the host, no space.
  static func parseEmail(_ pieces: [ValuePiece]) -> ParsedValue {
    let words = PrintedText.trimmed(pieces.map(withUnderscore))
    guard !words.isEmpty else { return ParsedValue() }
    let raw = words.map(\.text).joined(separator: " ")
    var text = ""
    var hasSign = false
    for character in signed(words) {
      switch character {
      case "©", "®", "€", "@":
        hasSign = true
        text.append("@")
      // Before the @ it was a stop, or an underscore above a line of dots: nothing says which.
      case "," where hasSign: text.append(".")
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

  /// A word with the underscore before its @ that was read as a line of dots.
  private static func withUnderscore(_ piece: ValuePiece) -> ValuePiece {
    guard let at = piece.text.firstIndex(of: "@") else { return piece }
    let parts = piece.text[..<at].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty, !parts[0].isEmpty, !parts[2].isEmpty else {
      return piece
    }
    var result = piece
    result.text = "\(parts[0])_\(parts[2])\(piece.text[at...])"
    return result
  }

  /// The words joined, with the sign that was lost in each gap.
  ///
  /// It was a stop, or an underscore where the gap is as wide as a letter; none was lost beside an
  /// @ or another sign.
  private static func signed(_ words: [ValuePiece]) -> String {
    let letters = words.reduce(0) { $0 + $1.text.count }
    let width = Double(words.reduce(0) { $0 + $1.box.width }) / Double(max(1, letters))
    let at = words.firstIndex { $0.text.contains("@") } ?? words.count
    var text = ""
    for (index, word) in words.enumerated() {
      if index > 0, let last = text.last, let next = word.text.first,
        last.isLetter || last.isNumber, next.isLetter || next.isNumber
      {
        let gap = Double(word.box.x - words[index - 1].box.maxX)
        if gap > 0.35 * width || index > at {
          text += index <= at && gap > 0.85 * width ? "_" : "."
        }
      }
      text += word.text
    }
    return text
  }

  /// The address with a doubled @ once, and with what stands for an underscore before it.
  private static func withOneAt(_ text: String) -> String {
    var result = text
    while let doubled = result.range(of: "@@") { result.replaceSubrange(doubled, with: "@") }
    while let dotted = result.range(of: ".@") { result.replaceSubrange(dotted, with: "@") }
    while let dotted = result.range(of: "@.") { result.replaceSubrange(dotted, with: "@") }
    if let at = result.firstIndex(of: "@") {
      let host = result[at...]
      var local = String(result[..<at])
      while let pair = local.range(of: "_.") ?? local.range(of: "._") {
        local.replaceSubrange(pair, with: "_")
      }
      result = local + host
      // Two stops never stand together (RFC 5321, dot-string).
      while let dots = result.range(of: "..") { result.replaceSubrange(dots, with: ".") }
    }
    return result
  }

  /// An address in small letters whose stray capital I is an l.
  private static func inSmallLetters(_ text: String) -> String {
    var result = text
    let capitals = text.filter { $0.isUppercase && $0 != "I" }
    if capitals.isEmpty, text.contains(where: \.isLowercase) {
      result = String(text.map { $0 == "I" ? "l" : $0 })
    }
    return result
  }
}
