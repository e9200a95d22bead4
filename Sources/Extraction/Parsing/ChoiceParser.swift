import Documents

/// Values of small closed sets: sex, nationality, and texts that a lexicon may settle.
enum ChoiceParser {
  /// `male` for Nam, `female` for Nữ.
  static func parseSex(_ pieces: [ValuePiece]) -> ParsedValue {
    for piece in PrintedText.trimmed(pieces) {
      switch FoldedText.fold(piece.text) {
      case "nam", "narn", "narm":
        return ParsedValue(value: "male", isWellFormed: true, pieces: [piece])
      case "nu", "nit", "nur", "nii", "n0", "nir":
        return ParsedValue(value: "female", isWellFormed: true, pieces: [piece])
      default: continue
      }
    }
    for piece in PrintedText.trimmed(pieces) {
      let letters = FoldedText.bytes(of: piece.text)
      guard (2...4).contains(letters.count), letters.first == UInt8(ascii: "n") else { continue }
      let male = EditDistance.weighted(letters, Array("nam".utf8))
      let female = EditDistance.weighted(letters, Array("nu".utf8))
      guard min(male, female) <= 1, abs(male - female) > 0.3 else { continue }
      return ParsedValue(
        value: male < female ? "male" : "female", isWellFormed: true, pieces: [piece],
        repairs: [
          Repair(
            from: piece.text, to: male < female ? "Nam" : "Nữ", why: "confusable",
            probability: 0.9)
        ])
    }
    return ParsedValue()
  }

  /// The nationality as printed; a misread "Việt Nam" is put right.
  static func parseNationality(_ pieces: [ValuePiece]) -> ParsedValue {
    let words = PrintedText.trimmed(pieces)
    let letters = words.map { FoldedText.bytes(of: $0.text) }
    for start in words.indices {
      for end in start..<min(words.count, start + 3) {
        let joined = Array(letters[start...end].joined())
        guard EditDistance.weighted(joined, Array("vietnam".utf8)) <= 1.5 else { continue }
        let used = Array(words[start...end])
        let raw = PrintedText.joined(used)
        let value = raw == raw.uppercased() ? "VIỆT NAM" : "Việt Nam"
        return ParsedValue(
          value: value, isWellFormed: true, pieces: used,
          repairs: raw == value
            ? [] : [Repair(from: raw, to: value, why: "gazetteer", probability: 0.99)])
      }
    }
    if letters.joined().elementsEqual("nam".utf8) {
      // No other country's name ends so: its first word was lost to the label.
      return ParsedValue(
        value: "Việt Nam", isWellFormed: true, pieces: words,
        repairs: [Repair(from: "Nam", to: "Việt Nam", why: "gazetteer", probability: 0.95)])
    }
    let names = PrintedText.words(in: words)
    // No country's name has one letter: a speck in an empty box.
    guard names.reduce(0, { $0 + FoldedText.bytes(of: $1.text).count }) > 1 else {
      return ParsedValue()
    }
    return ParsedValue(value: PrintedText.joined(names), isWellFormed: true, pieces: names)
  }

  /// An amount: its digits alone.
  static func parseAmount(_ pieces: [ValuePiece]) -> ParsedValue {
    let numbers = pieces.map { piece in
      var piece = piece
      // The unit may be glued to the digits.
      let head = piece.text.prefix { !$0.isLetter || DigitReader.digit(for: $0) != nil }
      if head.contains(where: \.isNumber) { piece.text = String(head) }
      return piece
    }
    guard
      let run = DigitReader.runs(in: numbers).first(where: {
        $0.digits.count >= 3
      })
    else { return ParsedValue() }
    // A stroke with the sign that parts groups behind it is a group that was not read; dots alone
    // are a leader's.
    let head = run.pieces.first?.text.prefix { !$0.isNumber } ?? ""
    let isWhole = !"/\\|!'’‘]".contains { head.contains("\($0).") || head.contains("\($0),") }
    return ParsedValue(
      value: run.digits, isWellFormed: isWhole && !run.digits.hasPrefix("0"), pieces: run.pieces,
      repairs: Repair.confusable(
        from: run.pieces, to: run.digits, changes: run.corrections))
  }
}
