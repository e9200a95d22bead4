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
}
