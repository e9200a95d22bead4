import Foundation

/// Print as the contract wants it: without leaders, with single spaces, without a trailing stop.
enum PrintedText {
  /// Characters that fill lines or are left of a border, and mean nothing at a value's edge.
  private static let edges: Set<Character> = [
    ".", ",", ";", ":", "…", "_", "·", "-", "–", "—", "|", "*", "'", "\"", "~", "=", "«", "»", "‘",
    "’", "“", "”", "`", "^", "<", ">", "!", "\\", "/", "{", "}", "[", "]", "(", "•", "°", "¬", "¡",
  ]

  /// The words of a value without leaders and stray marks at its edges.
  static func trimmed(_ pieces: [ValuePiece]) -> [ValuePiece] {
    var words = pieces.compactMap { piece -> ValuePiece? in
      var piece = piece
      piece.text = withoutLeaders(piece.text)
      return piece.text.isEmpty ? nil : piece
    }
    words = withoutStrayNumber(words)
    while let last = words.last {
      var text = last.text
      while let end = text.last, edges.contains(end), !closesBracket(text) { text.removeLast() }
      if text.isEmpty {
        words.removeLast()
      } else {
        words[words.count - 1].text = text
        break
      }
    }
    while let first = words.first {
      var text = first.text
      while let start = text.first, edges.contains(start), start != "(" { text.removeFirst() }
      if text.isEmpty {
        words.removeFirst()
      } else {
        words[0].text = text
        break
      }
    }
    return words
  }

  /// The words joined by single spaces.
  static func joined(_ pieces: [ValuePiece]) -> String {
    pieces.map(\.text).joined(separator: " ")
  }

  /// A word without the dots of a leader, which an engine glues to it.
  private static func withoutLeaders(_ word: String) -> String {
    var text = word
    for run in ["…", "..", "__", "‥"] {
      while let range = text.range(of: run) {
        var end = range.upperBound
        while end < text.endIndex, ".…_‥".contains(text[end]) { end = text.index(after: end) }
        let before = text[..<range.lowerBound]
        let after = text[end...]
        // What stands on both sides of a leader was never one word.
        text = before.isEmpty || after.isEmpty ? String(before + after) : before + " " + after
      }
    }
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The words without the bracketed number of a label that was not read: "[09.2".
  private static func withoutStrayNumber(_ words: [ValuePiece]) -> [ValuePiece] {
    guard let last = words.last, words.count > 1, last.text.first == "[",
      last.text.contains(where: \.isNumber), !last.text.contains(where: \.isLetter)
    else { return words }
    return Array(words.dropLast())
  }

  private static func closesBracket(_ text: String) -> Bool {
    text.last == ")" && text.contains("(")
  }
}
