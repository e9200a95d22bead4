import Documents
import Foundation
import Gazetteer
import VietnameseText

/// Print as the contract wants it: without leaders, with single spaces, without a trailing stop.
enum PrintedText {
  /// Characters that fill lines or are left of a border, and mean nothing at a value's edge.
  private static let edges: Set<Character> = [
    ".", ",", ";", ":", "…", "_", "·", "-", "–", "—", "|", "*", "'", "\"", "~", "=", "«", "»", "‘",
    "’", "“", "”", "`", "^", "<", ">", "!", "\\", "/", "{", "}", "[", "]", "(", "•", "°", "¬", "¡",
  ]

  /// Signs that stand in values, and those that an @ is read as.
  private static let signs: Set<Character> = Set(" .,;:-–—/()'’\"&+%@#_…[]*=<>|©®€")

  /// The words of a value without leaders and stray marks at its edges.
  static func trimmed(_ pieces: [ValuePiece]) -> [ValuePiece] {
    var words = pieces.flatMap { piece in
      parted(withoutLeaders(piece.text).filter(isPrinted)).split(separator: " ").map { part in
        var word = piece
        word.text = withSmallLetters(withoutBorder(String(part)))
        return word
      }
    }
    words = withoutLoneStops(words)
    words = withoutDots(words)
    words = withoutSpecks(words)
    words = withoutStrayNumber(words)
    words = withoutOpenBracket(words)
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

  /// The words up to a number: that is print of the next box, where this one is empty.
  static func words(in pieces: [ValuePiece]) -> [ValuePiece] {
    Array(pieces.prefix { 2 * $0.text.count(where: \.isNumber) < $0.text.count })
  }

  /// The words joined by single spaces.
  static func joined(_ pieces: [ValuePiece]) -> String {
    pieces.map(\.text).joined(separator: " ")
  }

  /// The gap between words of a row, in heights of a line, that no space is wide enough for.
  private static let leastDashGap = 0.8

  /// The words joined, with a dash between two that begin with capitals and stand too far apart for
  /// a space in a row, or else where the last row begins, for units of such names stand last; nil
  /// where there are no such two, or more than one pair in a row.
  static func dashed(_ pieces: [ValuePiece], lineHeight: Double) -> String? {
    let places = pieces.indices.dropFirst().filter { index in
      let (last, next) = (pieces[index - 1], pieces[index])
      return last.text.last?.isLetter == true && last.text.first?.isUppercase == true
        && next.text.first?.isUppercase == true
    }
    let wide = places.filter { index in
      let (last, next) = (pieces[index - 1], pieces[index])
      return last.row == next.row
        && Double(next.box.x - last.box.maxX) > leastDashGap * lineHeight
    }
    let lastBreak = places.last { pieces[$0 - 1].row != pieces[$0].row }
    guard wide.count <= 1, let place = wide.first ?? lastBreak else { return nil }
    return (pieces[..<place].map(\.text) + ["-"] + pieces[place...].map(\.text))
      .joined(separator: " ")
  }

  /// Whether a character is one that values are printed with.
  private static func isPrinted(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || signs.contains(character)
  }

  /// The text with a space where a small letter and a capital stand side by side: "ThanhOai".
  private static func parted(_ text: String) -> String {
    guard !text.contains("@") else { return text }
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      if index > 1, index + 1 < characters.count, character.isUppercase,
        characters[index - 1].isLowercase, characters[index - 2].isLetter,
        characters[index + 1].isLowercase
      {
        result.append(" ")
      }
      result.append(character)
    }
    return result
  }

  /// A word without the border of a cell that was read as its first letter: "lchính".
  private static func withoutBorder(_ word: String) -> String {
    guard let first = word.first, "Il1!".contains(first), word.count > 2 else { return word }
    let rest = word.dropFirst()
    let letters = rest.trimming { !$0.isLetter }
    guard letters.allSatisfy(\.isLetter), letters.count > 1, Syllable(letters) != nil,
      Syllable(word.trimming { !$0.isLetter }) == nil, letters.contains(where: \.isLowercase)
    else { return word }
    return String(rest)
  }

  /// A word with the small letters that capitals were read for: the I of "GIang", the Ờ of "tỜ".
  private static func withSmallLetters(_ word: String) -> String {
    let letters = Array(word)
    guard letters.count > 1, letters.allSatisfy(\.isLetter), !word.contains("@"),
      letters.contains(where: \.isLowercase)
    else { return word }
    let small = letters.dropFirst().map { $0.isUppercase ? Character($0.lowercased()) : $0 }
    let isStray =
      letters.count > 2 && letters[1] == "I" && letters[2...].allSatisfy(\.isLowercase)
      || letters[0].isLowercase && letters.dropFirst().count(where: \.isUppercase) == 1
    guard isStray else { return word }
    let result = String([letters[0]] + small)
    return Syllable(result) != nil ? result : word
  }

  /// The words without stops that stand alone; a comma goes to the word before it.
  private static func withoutLoneStops(_ words: [ValuePiece]) -> [ValuePiece] {
    var result: [ValuePiece] = []
    for word in words {
      guard word.text.allSatisfy({ ".,;:'\"’_…".contains($0) }) else {
        result.append(word)
        continue
      }
      if word.text.contains(","), let last = result.indices.last,
        !result[last].text.hasSuffix(",")
      {
        result[last].text += ","
      }
    }
    return result
  }

  /// The words without the dots of the line that they were typed on: between whole syllables and
  /// behind them, where a value goes on.
  private static func withoutDots(_ words: [ValuePiece]) -> [ValuePiece] {
    var result: [ValuePiece] = []
    for (index, piece) in words.enumerated() {
      guard piece.text.contains("."), !piece.text.contains("@") else {
        result.append(piece)
        continue
      }
      let parts = piece.text.split(separator: ".").map(String.init)
      let syllables = parts.filter { part in
        let core = part.trimming { !$0.isLetter }
        // Of single letters only y is a word.
        return core.count > 1 && Syllable(core) != nil || core.lowercased() == "y"
      }
      let others = parts.count - syllables.count
      let areNumbers = parts.count(where: { $0.allSatisfy(\.isNumber) }) == others
      let isSyllables =
        !syllables.isEmpty && (syllables.count > others || areNumbers && parts[0] == syllables[0])
      let isLast = index == words.count - 1
      guard isSyllables, parts.count > 1 || !isLast else {
        result.append(piece)
        continue
      }
      var cleaned = piece
      cleaned.text = parts.joined(separator: " ")
      result.append(cleaned)
    }
    return result
  }

  /// The words without specks at the edges that were read as a letter or two.
  private static func withoutSpecks(_ words: [ValuePiece]) -> [ValuePiece] {
    func isSpeck(_ piece: ValuePiece) -> Bool {
      let letters = FoldedText.bytes(of: piece.text).count
      if piece.text.contains(where: \.isNumber) { return piece.confidence < 0.3 && letters == 1 }
      if letters == 0 { return piece.confidence < 0.6 }
      if letters == 1 { return piece.confidence < 0.7 }
      guard Syllable(piece.text.trimming { !$0.isLetter }) == nil else { return false }
      return letters == 2 && piece.confidence < 0.5 || letters == 3 && piece.confidence < 0.25
    }
    if let only = words.first, words.count == 1, only.confidence < 0.3,
      FoldedText.bytes(of: only.text).count <= 1
    {
      return []
    }
    var rest = words[...]
    while rest.count > 1, let first = rest.first, isSpeck(first),
      !abbreviates(first.text, before: rest[rest.startIndex + 1].text)
    {
      rest.removeFirst()
    }
    while rest.count > 1, let last = rest.last, isSpeck(last) { rest.removeLast() }
    return Array(rest)
  }

  /// Whether a word opens the name of a unit, as X does before "Hòa Phú"; a small letter and two
  /// letters have their stop.
  private static func abbreviates(_ text: String, before next: String) -> Bool {
    guard next.first?.isUppercase == true, next.count > 1 else { return false }
    let letters = text.trimming { !$0.isLetter }
    guard UnitOpenings.abbreviations.contains(letters.lowercased()), let end = text.last else {
      return false
    }
    if ".:,".contains(end) { return letters.count == 1 || letters == letters.uppercased() }
    return text == letters && letters.count == 1 && letters == letters.uppercased()
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

  /// The words without a bracket at their end that was never opened: a dot or the edge of a box.
  private static func withoutOpenBracket(_ words: [ValuePiece]) -> [ValuePiece] {
    guard let last = words.last, last.text.hasSuffix(")"), last.text.count > 1,
      !words.contains(where: { $0.text.contains("(") })
    else { return words }
    var result = words
    result[words.count - 1].text.removeLast()
    return result
  }

  private static func closesBracket(_ text: String) -> Bool {
    text.last == ")" && text.contains("(")
  }
}
