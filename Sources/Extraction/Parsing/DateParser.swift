import Documents

/// Dates as cards and forms print them.
enum DateParser {
  /// The first date in `pieces`; a number that is no date gives the best reading, not well formed.
  static func parse(_ pieces: [ValuePiece]) -> ParsedValue {
    if let spoken = parseSpoken(pieces) { return spoken }
    let words = pieces.map(\.text)
    var best: ParsedValue?
    // A date is one word, or several where its separators stand free.
    for start in words.indices {
      for length in 1...min(5, words.count - start) {
        let parts = words[start..<(start + length)]
        // Digits of one number may stand far apart: "18/1 1/1998".
        guard
          var (date, changes) = date(in: parts.joined(separator: " "))
            ?? date(in: parts.joined())
        else { continue }
        if let nearest = date.nearestPossible {
          date = nearest
          changes += 1
        }
        let used = Array(pieces[start..<(start + length)])
        let result = ParsedValue(
          value: date.text,
          isWellFormed: date.date != nil && !lacksDigit(parts.joined()), pieces: used,
          repairs: Repair.confusable(from: used, to: date.text, changes: changes))
        if isBetter(result, than: best) { best = result }
      }
    }
    return best ?? ParsedValue()
  }

  /// A date, or the words that say there is no expiry.
  static func parseExpiry(_ pieces: [ValuePiece]) -> ParsedValue {
    let folded = pieces.flatMap { FoldedText.bytes(of: $0.text) }
    let isUnlimited =
      PhraseMatcher("Không thời hạn", tolerance: 3.2).bestMatch(in: folded) != nil
      || PhraseMatcher("thời hạn", tolerance: 1).bestMatch(in: folded) != nil
    if isUnlimited {
      return ParsedValue(value: "none", isWellFormed: true, pieces: pieces)
    }
    return parse(pieces)
  }

  /// "ngày 15 tháng 01 năm 1990"; nil when its words are not there.
  ///
  /// A blank day, or day and month, stays unknown.
  private static func parseSpoken(_ glued: [ValuePiece]) -> ParsedValue? {
    let pieces = glued.flatMap(parted)
    let folded = pieces.map { FoldedText.fold($0.text) }
    // Names of provinces look like a misread "tháng": what is read well goes before, and what
    // stands behind "ngày".
    func index(of word: String, from start: Int) -> Int? {
      let rest = folded.indices.dropFirst(start)
      return rest.first { index in
        folded[index] == word
          || (folded[index].hasPrefix(word)
            && folded[index].dropFirst(word.count).allSatisfy(\.isNumber))
      }
        ?? rest.first { index in
          folded[index].utf8.count == word.utf8.count
            && EditDistance.weighted(Array(folded[index].utf8), Array(word.utf8)) <= 1
        }
    }
    let opening = folded.firstIndex { $0 == "ngay" }
    guard let month = index(of: "thang", from: opening ?? 0),
      let year = index(of: "nam", from: month + 1)
    else { return nil }
    let day = folded[..<month].lastIndex { $0.hasPrefix("nga") || $0.hasSuffix("gay") }
    let start = day ?? max(0, month - 1)
    let numbers = [
      number(in: pieces[(day.map { $0 + 1 } ?? start)..<month], glued: day.map { pieces[$0] }),
      number(in: pieces[(month + 1)..<year], glued: pieces[month]),
      number(in: pieces[(year + 1)...].prefix(2), glued: pieces[year]),
    ]
    let used = Array(pieces[start..<min(pieces.count, year + 2)])
    guard let yearNumber = numbers[2]?.value, yearNumber >= 1000 else {
      return ParsedValue(pieces: [])
    }
    let monthNumber = numbers[1]?.value
    var date = DateReading(
      year: yearNumber, month: monthNumber, day: monthNumber == nil ? nil : numbers[0]?.value)
    var changes = numbers.reduce(0) { $0 + ($1?.changes ?? 0) }
    if let nearest = date.nearestPossible {
      date = nearest
      changes += 1
    }
    return ParsedValue(
      value: date.text, isWellFormed: date.date != nil, pieces: used,
      repairs: Repair.confusable(from: used, to: date.text, changes: changes))
  }

  /// A number and the word behind it that a sign glues together, in two: "15-tháng".
  private static func parted(_ piece: ValuePiece) -> [ValuePiece] {
    let number = piece.text.prefix(while: \.isNumber)
    let rest = piece.text.dropFirst(number.count)
    guard (1...2).contains(number.count), let sign = rest.first, "-.,–_".contains(sign),
      rest.dropFirst().count > 2, rest.dropFirst().allSatisfy(\.isLetter)
    else { return [piece] }
    return [String(number), String(rest.dropFirst())].map { text in
      var part = piece
      part.text = text
      return part
    }
  }

  /// What signs and letters stand for beside a digit alone: a bracket is a 1, a 6 worn open an ó.
  private static let besideDigit: [Character: Character] = [
    "[": "1", "]": "1", "{": "1", "}": "1", "ó": "6", "Ó": "6",
  ]

  /// The digits of a typewriter whose zero is struck through, where all of a number were taken for
  /// letters: "Đã" is 03.
  private static let struckZero: [Character: Character] = [
    "Đ": "0", "Ð": "0", "đ": "0", "ã": "3", "â": "8", "ó": "6",
  ]

  private static func number(
    in pieces: some Sequence<ValuePiece>, glued: ValuePiece?
  ) -> (value: Int, changes: Int)? {
    var texts = pieces.map(\.text)
    if let glued {
      texts.insert(String(glued.text.reversed().prefix(while: \.isNumber).reversed()), at: 0)
    }
    for text in texts {
      let core = text.filter { !".,;:…_-/".contains($0) }
      let hasDigit = core.contains(where: \.isNumber)
      let isStruck = core.count == 2 && core.first.map { "ĐÐđ".contains($0) } == true
      let digits = core.compactMap { character in
        DigitReader.digit(for: character) ?? (hasDigit ? Self.besideDigit[character] : nil)
          ?? (isStruck ? Self.struckZero[character] : nil)
      }
      if !digits.isEmpty, digits.count == core.count, digits.count <= 4,
        let value = Int(String(digits))
      {
        return (value, zip(core, digits).count(where: !=))
      }
    }
    return nil
  }

  private static func isBetter(_ new: ParsedValue, than old: ParsedValue?) -> Bool {
    guard let old else { return true }
    if new.isWellFormed != old.isWellFormed { return new.isWellFormed }
    return (new.value?.utf8.count ?? 0) > (old.value?.utf8.count ?? 0)
  }

  /// The signs that part day, month and year; the engine knows a slash that stands in fractions too.
  private static let separators: Set<Character> = ["/", "⁄", "-", "."]

  /// Whether the day has one digit before a month of two: its first may not have been read.
  ///
  /// Before a month that is not padded, as in 3/11/1994, it may have been printed so; that the print
  /// was cut off behind the label is as likely, and every model then reads the same.
  private static func lacksDigit(_ text: String) -> Bool {
    let parts = text.split { separators.contains($0) }
    return parts.map(\.count) == [1, 2, 4]
  }

  /// The date that `text` is, and how many characters were taken for others; nil for other text.
  static func date(in text: String) -> (DateReading, Int)? {
    var parts: [String] = [""]
    var changes = 0
    for character in text {
      if separators.contains(character) || "–— \\,".contains(character) {
        if parts[parts.count - 1].isEmpty { continue }
        parts.append("")
        continue
      }
      guard let digit = DigitReader.digit(for: character) else {
        if "'\"`:;()[]_".contains(character) { continue }
        return nil
      }
      if digit != character { changes += 1 }
      parts[parts.count - 1].append(digit)
    }
    if parts.last?.isEmpty == true { parts.removeLast() }
    guard changes <= 4 else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    switch parts.map(\.count) {
    case [2, 2, 4], [1, 2, 4], [2, 1, 4], [1, 1, 4]:
      return (DateReading(year: numbers[2], month: numbers[1], day: numbers[0]), changes)
    case [2, 4], [1, 4]:
      return (DateReading(year: numbers[1], month: numbers[0]), changes)
    case [4]:
      let date = DateReading(year: numbers[0])
      return date.date != nil ? (date, changes) : nil
    case [9]:
      let readings = [[2], [4]].compactMap { skipped in
        date(ofDigits: parts[0], skipping: skipped, changes: changes + 1)
      }
      return readings.count == 1 ? readings[0] : nil
    case [8]: return date(ofDigits: parts[0], skipping: [], changes: changes)
    // A slash read as a digit.
    case [10]: return date(ofDigits: parts[0], skipping: [2, 5], changes: changes + 2)
    case [5, 4]: return date(ofDigits: parts[0] + parts[1], skipping: [2], changes: changes + 1)
    case [2, 7]: return date(ofDigits: parts[0] + parts[1], skipping: [4], changes: changes + 1)
    case [4, 4]: return date(ofDigits: parts[0] + parts[1], skipping: [], changes: changes)
    case [2, 6]: return date(ofDigits: parts[0] + parts[1], skipping: [], changes: changes)
    default: return nil
    }
  }

  private static func date(
    ofDigits digits: String, skipping: [Int], changes: Int
  ) -> (DateReading, Int)? {
    let all = Array(digits)
    guard skipping.allSatisfy({ "147".contains(all[$0]) }) else { return nil }
    let kept = all.indices.filter { !skipping.contains($0) }.map { all[$0] }
    guard kept.count == 8, let day = Int(String(kept[0..<2])),
      let month = Int(String(kept[2..<4])), let year = Int(String(kept[4..<8]))
    else { return nil }
    let date = DateReading(year: year, month: month, day: day)
    return date.date != nil ? (date, changes) : nil
  }
}
