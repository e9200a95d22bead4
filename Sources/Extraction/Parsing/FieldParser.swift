import Documents
import Gazetteer
import VietnameseText

/// Makes the value of a field out of the words beside its label.
enum FieldParser {
  /// The value of `pieces` by the parser that `field` names.
  static func parse(_ pieces: [ValuePiece], as field: LayoutField) -> ParsedValue {
    let pieces = withoutDropped(pieces, field.dropped)
    switch field.parser {
    case .skip: return ParsedValue()
    case .name: return NameParser.parse(pieces, inCapitals: field.key == .fullName)
    case .personalNumber: return NumberParser.parse(pieces, lengths: [12])
    case .idNumber: return NumberParser.parseIdentity(pieces)
    case .insuranceNumber: return NumberParser.parse(pieces, lengths: [10, 12])
    case .householdNumber: return NumberParser.parse(pieces, lengths: [10])
    case .registryNumber: return NumberParser.parseRegistryNumber(pieces)
    case .date: return date(pieces, isBirth: field.key == .dateOfBirth)
    case .expiry: return DateParser.parseExpiry(pieces)
    case .sex: return ChoiceParser.parseSex(pieces)
    case .nationality: return ChoiceParser.parseNationality(pieces)
    case .phone: return ContactParser.parsePhone(pieces)
    case .email: return ContactParser.parseEmail(pieces)
    case .amount: return ChoiceParser.parseAmount(pieces)
    case .serial: return serial(pieces)
    case .address: return address(pieces)
    case .ethnicity: return text(PrintedText.words(in: pieces), leastLetters: 2)
    case .office, .facility, .issuer: return text(pieces, leastLetters: 3)
    case .paymentMethod: return paymentMethod(pieces)
    case .text, .relationship: return text(pieces)
    }
  }

  /// Only a birth may be known by its year; other dates that lost their day were misread.
  private static func date(_ pieces: [ValuePiece], isBirth: Bool) -> ParsedValue {
    var parsed = DateParser.parse(pieces)
    if !isBirth, let value = parsed.value, CalendarDate(iso: value)?.isComplete == false {
      parsed.isWellFormed = false
    }
    return parsed
  }

  /// The words as they stand; fewer letters than `leastLetters` are specks in an empty box.
  private static func text(_ pieces: [ValuePiece], leastLetters: Int = 1) -> ParsedValue {
    let words = PrintedText.trimmed(pieces)
    guard words.reduce(0, { $0 + FoldedText.bytes(of: $1.text).count }) >= leastLetters else {
      return ParsedValue()
    }
    return ParsedValue(value: PrintedText.joined(words), isWellFormed: true, pieces: words)
  }

  /// The unit of the amount before it, "đồng" or "đồng/tháng", is no method.
  private static func paymentMethod(_ pieces: [ValuePiece]) -> ParsedValue {
    let parsed = text(pieces)
    let words = parsed.pieces.map { FoldedText.fold($0.text) }.joined()
    let isUnit = ["dong", "dongthang"].contains(words.filter { $0.isLetter || $0.isNumber })
    return isUnit ? ParsedValue() : parsed
  }

  /// Commas part an address, with a space behind them; what the engine has as a semicolon within it is
  /// one, and as a stop before a unit word.
  private static func address(_ pieces: [ValuePiece]) -> ParsedValue {
    var parsed = text(withCommas(withoutEcho(pieces)))
    parsed.value = parsed.value?.replacing("; ", with: ", ")
      .replacing(/,(?=\p{L})/, with: ", ")
    return parsed
  }

  /// The words with a comma for each stop between a name and the word of the next unit.
  private static func withCommas(_ pieces: [ValuePiece]) -> [ValuePiece] {
    var pieces = pieces
    for index in pieces.indices.dropLast() {
      let name = pieces[index].text.dropLast()
      let next = pieces[index + 1].text.lowercased()
      guard pieces[index].text.hasSuffix("."), name.count > 1, Syllable(name) != nil,
        !UnitOpenings.abbreviations.contains(name.lowercased()),
        UnitOpenings.firstSyllables.contains(next)
          || next.hasSuffix(".") && UnitOpenings.abbreviations.contains(String(next.dropLast()))
      else { continue }
      pieces[index].text = name + ","
    }
    return pieces
  }

  /// The words without a run of four or more that was read twice, from lines that overlap.
  private static func withoutEcho(_ pieces: [ValuePiece]) -> [ValuePiece] {
    let keys = pieces.map { FoldedText.bytes(of: $0.text) }
    for start in keys.indices {
      var length = (keys.count - start) / 2
      while length >= 4 {
        if Array(keys[start..<(start + length)])
          == Array(keys[(start + length)..<(start + 2 * length)])
        {
          return Array(pieces[..<start] + pieces[(start + length)...])
        }
        length -= 1
      }
    }
    return pieces
  }

  /// A serial is made of hexadecimal digits; words are print of something else.
  private static func serial(_ pieces: [ValuePiece]) -> ParsedValue {
    let words = PrintedText.trimmed(pieces).prefix { word in
      word.text.contains(where: \.isNumber)
        || word.text.allSatisfy { "ABCDEFabcdef:-".contains($0) }
    }
    guard words.contains(where: { $0.text.contains(where: \.isNumber) }) else {
      return ParsedValue()
    }
    let groups = words.map(\.text)
    let isGrouped = groups[0].count <= 8 && groups.allSatisfy { $0.count == groups[0].count }
    // Between groups of one length the spaces are printed; others came of the reading.
    let raw = groups.joined(separator: isGrouped ? " " : "")
    var changes = 0
    let value = String(
      raw.map { character -> Character in
        if character.isHexDigit || ": -".contains(character) { return character }
        guard let digit = DigitReader.digit(for: character) else { return character }
        changes += 1
        return digit
      })
    let isWellFormed = value.allSatisfy { $0.isHexDigit || ": -".contains($0) }
    return ParsedValue(
      value: value, isWellFormed: isWellFormed, pieces: Array(words),
      repairs: Repair.confusable(from: Array(words), to: value, changes: changes))
  }

  /// The words without those that the layout says do not belong to the value, at its edges.
  private static func withoutDropped(
    _ pieces: [ValuePiece], _ dropped: [String]
  ) -> [ValuePiece] {
    var rest = pieces[...]
    for phrase in dropped {
      let letters = FoldedText.bytes(of: phrase)
      for length in 1...3 where rest.count >= length {
        let tail = rest.suffix(length).flatMap { FoldedText.bytes(of: $0.text) }
        if tail == letters {
          rest = rest.dropLast(length)
          break
        }
        let head = rest.prefix(length).flatMap { FoldedText.bytes(of: $0.text) }
        if head == letters {
          rest = rest.dropFirst(length)
          break
        }
      }
    }
    return Array(rest)
  }
}
