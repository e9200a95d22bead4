internal import Documents
internal import VietnameseText

/// Brings the words of a field into the form of the contract.
enum FieldText {
  /// The words on one line, without signs at its ends that belong to no word.
  static func joined(_ words: [String]) -> String {
    var text = ""
    for word in words.map(unbracketed) where !word.isEmpty {
      if text.isEmpty {
        text = word
      } else if hangs(text, word) {
        text += word
      } else {
        text += " " + word
      }
    }
    return trimmed(text)
  }

  /// Whether `word` goes on where a line broke a number after its hyphen: `QĐ-` and `TTg`.
  static func hangs(_ text: String, _ word: String) -> Bool {
    guard text.hasSuffix("-"), let last = text.split(separator: " ").last else { return false }
    return last.contains("/") && last.contains(where: \.isNumber) && word.first?.isLetter == true
  }

  /// `word` without a bracket at its beginning that nothing closes: a stroke beside the print.
  private static func unbracketed(_ word: String) -> String {
    guard let first = word.first, "[{".contains(first), !word.contains(where: { "]}".contains($0) })
    else { return word }
    return String(word.dropFirst())
  }

  /// `text` without a trailing full stop, comma, colon, semicolon, nor the dash or label's sign
  /// before it.
  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, ".,;:|_~'`–—-…".contains(last) || last.isWhitespace {
      text.removeLast()
    }
    while let first = text.first, ".,;:|_~'`*–—-+•".contains(first) || first.isWhitespace {
      text.removeFirst()
    }
    return String(text)
  }
}

extension FieldText {
  /// The words of a paragraph, numbers that a line broke joined again.
  static func paragraph(_ words: [String]) -> String {
    var text = ""
    for word in words {
      if text.isEmpty {
        text = word
      } else {
        text += hangs(text, word) ? word : " " + word
      }
    }
    return text
  }

  /// `words` of an item of a list with commas where these were read as full stops: what follows goes on
  /// in small letters.
  static func commas(in words: [String]) -> [String] {
    words.indices.map { index in
      let word = words[index]
      guard index + 1 < words.count, word == word.lowercased(),
        MisreadStop.ends(word, before: words[index + 1], leastLetters: 2)
      else { return word }
      return word.dropLast() + ","
    }
  }

  /// The words of a cell of a table.
  static func cell(_ words: [String]) -> String {
    words.filter { word in word.contains { $0.isLetter || $0.isNumber || "-+.…".contains($0) } }
      .joined(separator: " ")
  }

  /// `(b/c)`, to whom something is reported, as small type comes out: `(b/C)`, `(b/)`, `(bí)`.
  static func inOneCase(_ word: TextWord) -> String {
    let text = word.text
    guard let end = text.lastIndex(of: ")"), text[text.index(after: end)...].count < 2 else {
      return text
    }
    let start = text.lastIndex(of: "(").map(text.index(after:)) ?? text.startIndex
    guard start <= end else { return text }
    let inner = text[start..<end]
    let letters = String(inner).strippingMarks().lowercased().filter(\.isLetter)
    let isSlashed = inner.contains("/")
    // The slash may come out as a letter, and the last letter twice: (bức), (b/Cc).
    let isOtherwise =
      isSlashed && letters == "bcc"
      || !isSlashed && inner.count == 3 && letters.hasPrefix("b") && letters.hasSuffix("c")
    guard inner != reported, isOtherwise || (1...3).contains(inner.count) && letters.count < 3,
      isSlashed || word.confidence < doubtful,
      letters.hasPrefix("b") || isSlashed && !inner.contains(where: \.isNumber)
    else { return text }
    return text[..<start] + reported + text[end...]
  }

  /// `words` of an item with the brackets that say what somebody gets it for as they are: `(đế b/c`.
  static func bracketed(_ words: [String]) -> [String] {
    var words = words
    for index in words.indices
    where words[index].count == 3 && words[index].strippingMarks() == "(de" {
      words[index] = "(để"
    }
    if let last = words.last, last == reported || last == "(" + reported,
      words.contains(where: { $0.hasPrefix("(") })
    {
      words[words.count - 1] += ")"
    }
    return words
  }

  /// Whether `word` says to whom something is reported, however it came out.
  static func saysReported(_ word: TextWord) -> Bool { inOneCase(word).contains(reported) }

  /// How letters say to whom something is reported.
  private static let reported = "b/c"
  /// What was read with less is doubtful.
  private static let doubtful = 0.85
}
