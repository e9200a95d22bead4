/// Brings the words of a field into the form of the contract.
enum FieldText {
  /// The words on one line, without signs at its ends that belong to no word.
  static func joined(_ words: [String]) -> String {
    var text = ""
    for word in words where !word.isEmpty {
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

  /// The words of a cell of a table.
  static func cell(_ words: [String]) -> String {
    words.filter { word in word.contains { $0.isLetter || $0.isNumber || "-+.…".contains($0) } }
      .joined(separator: " ")
  }

  /// `(b/c)`, to whom something is reported, as small type comes out: with a capital for a small
  /// letter of the same shape, or with its last letter lost.
  static func inOneCase(_ word: String) -> String {
    let letters = Array(word)
    guard let slash = letters.firstIndex(of: "/"), slash > 0, letters[slash - 1].isLowercase,
      letters.count <= 7
    else { return word }
    switch letters.count(where: \.isLetter) {
    case 1 where letters[slash - 1] == "b":
      return String(letters[...slash]) + "c" + String(letters[(slash + 1)...])
    case 2 where slash + 1 < letters.count && letters[slash + 1].isUppercase:
      return word.lowercased()
    default: return word
    }
  }

  /// The words of the last item of a distribution, `Lưu: VT, QLT`, in which the archive and the
  /// spaces between symbols come out badly in small type.
  static func filing(_ words: [String]) -> [String] {
    guard let first = words.first, first.lowercased().hasPrefix("lưu") else { return words }
    var result = words.flatMap { word -> [String] in
      let parts = word.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else { return [word] }
      return parts.enumerated().compactMap { index, part in
        index < parts.count - 1 ? part + "," : part.isEmpty ? nil : part
      }
    }
    guard result.count > 1 else { return result }
    let letters = result[1].filter(\.isLetter)
    guard letters.hasPrefix("V"), let second = letters.dropFirst().first,
      "IYTĨÍÌ".contains(second)
    else { return result }
    let rest = letters.dropFirst(2)
    let isSeparate = result[1].contains(",") || !rest.isEmpty || result.count > 2
    result[1] = isSeparate ? "VT," : "VT" + result[1].drop { $0.isLetter }
    if !rest.isEmpty { result.insert(String(rest), at: 2) }
    return result
  }
}
