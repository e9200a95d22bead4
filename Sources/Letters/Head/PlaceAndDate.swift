internal import Documents
internal import VietnameseText

/// Reads the place and date of a letter, `Khánh Hòa, ngày 29 tháng 07 năm 2021`.
struct PlaceAndDate {
  /// What a date says.
  enum Reading: Hashable {
    case value(CalendarDate)
    /// The paper leaves day, month or year blank.
    case blank
    /// Something stands there that is no number.
    case unreadable
  }

  /// The index of the first word of the place, and of "ngày".
  let start: Int
  let placeEnd: Int
  let reading: Reading
  /// The day of the month; nil where it is blank or no number.
  let day: Int?
  /// The lowest confidence of the engine among the words of the day, 0 … 1; 1 where there are none.
  let dayConfidence: Double
  /// Whether the line goes on behind the year, as a sentence does.
  let goesOn: Bool

  /// Finds the place and date in `passage`; nil when there is none.
  init?(_ passage: Passage) {
    let pieces = Self.pieces(of: passage)
    // Names of places are like "ngày" too, as Ngãi is: the last one before the month counts.
    guard
      let earliest = pieces.indices.first(where: { Self.says(pieces[$0].text, "ngay") }),
      let month = pieces.indices.first(where: {
        $0 > earliest && Self.says(pieces[$0].text, "thang")
      }),
      let day = pieces[..<month].indices.last(where: { Self.says(pieces[$0].text, "ngay") })
    else { return nil }
    let year = pieces.indices.first { $0 > month && Self.says(pieces[$0].text, "nam") }
    let texts = pieces.map(\.text)
    let dayPart = Self.number(texts[(day + 1)..<month], digits: 2)
    let monthPart = Self.number(texts[(month + 1)..<(year ?? texts.count)], digits: 2)
    let yearPart = year.map { Self.number(texts[($0 + 1)...], digits: 4) } ?? .unreadable
    reading = Self.reading(day: dayPart, month: monthPart, year: yearPart)
    self.day = if case .number(let number) = dayPart { number } else { nil }
    let dayWords = Set(pieces[(day + 1)..<month].map(\.word))
    dayConfidence = dayWords.map { passage.words[$0].confidence }.min() ?? 1
    goesOn = year.map { Self.isSentence(texts[($0 + 1)...]) } ?? false
    placeEnd = pieces[day].word
    // The place is what stands before, behind the number where both share a row.
    var start = 0
    if let number = LetterNumber(passage) { start = min(number.wordCount, placeEnd) }
    while start < placeEnd, !passage.words[start].text.contains(where: \.isLetter) { start += 1 }
    self.start = start
  }

  /// Whether words follow the year that `pieces` begin with.
  private static func isSentence(_ pieces: ArraySlice<String>) -> Bool {
    pieces.dropFirst().count { $0.count > 1 && $0.allSatisfy(\.isLetter) } > 1
  }

  private enum Part: Hashable {
    case number(Int)
    case blank
    case unreadable
  }

  private static func reading(day: Part, month: Part, year: Part) -> Reading {
    if case .number(let day) = day, case .number(let month) = month, case .number(let year) = year {
      guard (1945...2100).contains(year) else { return .unreadable }
      return CalendarDate(year: year, month: month, day: day).map { .value($0) } ?? .unreadable
    }
    return [day, month, year].contains(.blank) ? .blank : .unreadable
  }

  /// The words cut where a label and a number lost the space between them, each with the index of
  /// its word.
  private static func pieces(of passage: Passage) -> [(word: Int, text: String)] {
    passage.words.enumerated().flatMap { index, word in
      var pieces: [String] = []
      var run = ""
      for character in word.text {
        if let last = run.last, last.isLetter != character.isLetter {
          pieces.append(run)
          run = ""
        }
        run.append(character)
      }
      pieces.append(run)
      // Single letters among digits are misread digits.
      var joined: [String] = []
      for piece in pieces {
        let isLabel = piece.count >= 3 && piece.first?.isLetter == true
        if let last = joined.last, !isLabel, !(last.count >= 3 && last.first?.isLetter == true) {
          joined[joined.count - 1] += piece
        } else {
          joined.append(piece)
        }
      }
      return joined.map { (index, $0) }
    }
  }

  /// Whether `piece` is `label`, perhaps with a letter misread.
  private static func says(_ piece: String, _ label: String) -> Bool {
    let letters = piece.strippingMarks().lowercased().filter(\.isLetter)
    return letters.count >= 3 && distance(letters, label) <= (label.count > 3 ? 1 : 0)
  }

  /// The letters in which two short words of nearly the same length differ.
  private static func distance(_ word: String, _ label: String) -> Int {
    let (word, label) = (Array(word), Array(label))
    guard abs(word.count - label.count) <= 1 else { return 2 }
    var row = Array(0...label.count)
    for (line, letter) in word.enumerated() {
      var corner = row[0]
      row[0] = line + 1
      for column in label.indices {
        let next = min(
          row[column] + 1, row[column + 1] + 1, corner + (letter == label[column] ? 0 : 1))
        corner = row[column + 1]
        row[column + 1] = next
      }
    }
    return row[label.count]
  }

  /// The number of at most so many `digits` that `pieces` state.
  private static func number(_ pieces: ArraySlice<String>, digits: Int) -> Part {
    var text = ""
    for piece in pieces {
      // What stands behind a year belongs to something else.
      if digits == 4, text.count(where: \.isNumber) >= digits { break }
      text += piece
    }
    let rest = text.filter { !".…_·,;:-–—~'`\"*•".contains($0) }
    if rest.isEmpty { return .blank }
    // A six alone looks like a letter.
    if rest.lowercased() == "ó" { return .number(6) }
    guard rest.count <= digits, let digits = LetterNumber.digits(rest), let number = Int(digits)
    else { return .unreadable }
    return .number(number)
  }
}
