import Documents

/// Names of people.
enum NameParser {
  /// The name in the letters of names; in capitals when `inCapitals` is set.
  static func parse(_ pieces: [ValuePiece], inCapitals: Bool) -> ParsedValue {
    var words: [ValuePiece] = []
    var changes = 0
    for piece in PrintedText.trimmed(pieces) {
      // A label that was not recognised, or a number, ends the name.
      let digits = piece.text.count(where: \.isNumber)
      if !words.isEmpty, piece.text.hasSuffix(":") || digits > 1 && digits * 2 >= piece.text.count {
        break
      }
      var text = ""
      for character in piece.text.trimming({ !$0.isLetter && !$0.isNumber }) {
        // A dot of the line between two words.
        if character == "." || character == " " {
          text.append(" ")
          continue
        }
        if character.isLetter || "'’-".contains(character) {
          text.append(character)
        } else if let letter = letter(for: character), piece.text.count > 1 {
          text.append(letter)
          changes += 1
        }
      }
      let isClitic = piece.text.count == 2 && isClitic(piece.text)
      text = text.trimming { "'’-".contains($0) }
      guard !text.isEmpty else { continue }
      if isClitic { text += "'" }
      var word = piece
      word.text = text
      words.append(word)
    }
    words = withoutForeignTail(withClitics(words))
    // Nobody's whole name has two letters.
    guard words.reduce(0, { $0 + $1.text.count(where: \.isLetter) }) > 2 else {
      return ParsedValue()
    }
    let joined = PrintedText.joined(words)
    let value = inCapitals ? joined.uppercased() : joined
    return ParsedValue(
      value: value, isWellFormed: words.count >= 2, pieces: words,
      repairs: changes == 0
        ? []
        : [
          Repair(
            from: PrintedText.joined(pieces), to: value, why: "alphabet", probability: 0.9)
        ])
  }

  /// The letter that a digit or sign stands for in a name.
  private static func letter(for character: Character) -> Character? {
    switch character {
    case "0": "O"
    case "1", "|", "!": "I"
    case "5": "S"
    case "8": "B"
    default: nil
    }
  }

  /// Whether a word is the letter that opens names of the highlands, behind which no space stands:
  /// the K' of K'Brêu, the H' of H'Bơi.
  private static func isClitic(_ text: String) -> Bool {
    text.count == 2 && text.first.map { "KHkh".contains($0) } == true
      && text.last.map { "'’‘`".contains($0) } == true
  }

  /// The words with such a letter joined to the word that it opens.
  private static func withClitics(_ words: [ValuePiece]) -> [ValuePiece] {
    var result: [ValuePiece] = []
    for word in words {
      guard let last = result.last, isClitic(last.text) else {
        result.append(word)
        continue
      }
      result[result.count - 1] = ValuePiece(
        text: last.text + word.text, box: PixelBox.union(of: [last.box, word.box]) ?? word.box,
        confidence: min(last.confidence, word.confidence), row: last.row)
    }
    if let last = result.last, isClitic(last.text) {
      result[result.count - 1].text = String(last.text.prefix(1))
    }
    return result
  }

  /// Drops what follows a name in capitals in small letters: print of something else.
  private static func withoutForeignTail(_ words: [ValuePiece]) -> [ValuePiece] {
    guard let first = words.first, first.text.count > 1, isCapital(first.text) else {
      return words
    }
    return Array(
      words.prefix { isCapital($0.text) || $0.text.count > 2 && isMostlyCapital($0.text) })
  }

  private static func isCapital(_ text: String) -> Bool { text == text.uppercased() }

  private static func isMostlyCapital(_ text: String) -> Bool {
    text.count(where: \.isUppercase) * 2 > text.count
  }
}
