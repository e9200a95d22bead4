import Documents

/// Numbers of people: identity cards, social insurance, households.
enum NumberParser {
  /// The run of digits in `pieces` whose length is one of `lengths`; else the longest one, not
  /// well formed.
  static func parse(_ pieces: [ValuePiece], lengths: Set<Int>) -> ParsedValue {
    let joined = DigitReader.runs(in: pieces)
    let single = DigitReader.runs(in: pieces, joins: false)
    if let run = (joined + single).first(where: { lengths.contains($0.digits.count) }) {
      return result(run, isWellFormed: true)
    }
    guard let run = joined.max(by: { $0.digits.count < $1.digits.count }), run.digits.count >= 4
    else { return ParsedValue() }
    return result(run, isWellFormed: false)
  }

  /// A card's number, or a passport's: a letter or two and six to eight digits.
  static func parseIdentity(_ pieces: [ValuePiece]) -> ParsedValue {
    let number = parse(pieces, lengths: [9, 12])
    if number.isWellFormed { return number }
    for piece in pieces {
      let text = piece.text.uppercased().filter { $0.isLetter || $0.isNumber }
      let letters = text.prefix(while: \.isLetter)
      let digits = text.dropFirst(letters.count)
      if (1...2).contains(letters.count), (6...8).contains(digits.count),
        text.unicodeScalars.allSatisfy(\.isASCII), digits.allSatisfy(\.isNumber)
      {
        return ParsedValue(value: text, isWellFormed: true, pieces: [piece])
      }
    }
    return number
  }

  /// The number of an entry in a civil register: "125/2020".
  static func parseRegistryNumber(_ pieces: [ValuePiece]) -> ParsedValue {
    let words = PrintedText.trimmed(pieces).prefix { $0.text.contains(where: \.isNumber) }
    let raw = words.map(\.text).joined()
    guard !raw.isEmpty else { return ParsedValue() }
    var changes = 0
    let value = String(
      raw.map { character -> Character in
        guard !"/0123456789".contains(character), let digit = DigitReader.digit(for: character)
        else { return character }
        changes += 1
        return digit
      })
    return ParsedValue(
      value: value, isWellFormed: value.wholeMatch(of: /[1-9]\d{0,4}\/(?:19|20)\d\d/) != nil,
      pieces: Array(words),
      repairs: Repair.confusable(from: Array(words), to: value, changes: changes))
  }

  private static func result(_ run: DigitReader.Run, isWellFormed: Bool) -> ParsedValue {
    ParsedValue(
      value: run.digits, isWellFormed: isWellFormed, pieces: run.pieces,
      repairs: Repair.confusable(from: run.pieces, to: run.digits, changes: run.corrections))
  }
}

extension Repair {
  /// The repair of letters that stood for digits; none when nothing was changed.
  static func confusable(from pieces: [ValuePiece], to value: String, changes: Int) -> [Repair] {
    guard changes > 0 else { return [] }
    return [
      Repair(
        from: PrintedText.joined(pieces), to: value, why: "confusable", probability: 0.95)
    ]
  }
}
