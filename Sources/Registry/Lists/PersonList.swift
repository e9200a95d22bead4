internal import Documents
internal import VietnameseText

/// The persons of a list that a spreadsheet exported.
///
/// Columns are known by their headings, whatever parts them and whatever stands above; UTF-8 with or
/// without a mark, UTF-16 and Windows-1258 are told apart by the bytes. TCVN3, VNI and their likes say
/// nothing of themselves, also not behind a spreadsheet that wrote them as UTF-8: they are tried where the
/// headings, or most of the names, make no sense otherwise. What a row has wrong is named by its line,
/// and the other rows count.
package struct PersonList: Hashable, Sendable {
  /// The persons, in the order of the list.
  package let persons: [ListedPerson]
  /// The rows that were not taken.
  package let faults: [ListFault]

  /// How many rows may stand above the headings.
  private static let preamble = 40

  /// The encodings of fonts from before Unicode, the commonest first.
  private static let oldEncodings: [LegacyEncoding] = [.tcvn3, .vni, .viscii, .vps]

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - columns: The headings.
  ///   - needsNumber: Whether a person without a social insurance number is a fault.
  /// - Throws: `ListFault` when there is no list at all.
  package init(
    _ bytes: [UInt8], columns: ListColumns, needsNumber: Bool
  ) throws(ListFault) {
    let encoding = TextEncoding.detected(in: bytes)
    guard let text = encoding.text(of: bytes) else { throw ListFault(line: 0, cause: .noText) }
    let plain = Self(text, columns: columns, needsNumber: needsNumber)
    if let plain, !plain.isUnreadable {
      self = plain
      return
    }
    let shown = encoding == .windows1258 ? LegacyLetters.shown(bytes) : text
    let readings = Self.oldEncodings.compactMap { old in
      Self(columns.letters.decoded(shown, from: old), columns: columns, needsNumber: needsNumber)
    }
    // Of those whose names make as much sense the first, the plain one before all.
    let all = (plain.map { [$0] } ?? []) + readings
    guard let best = all.min(by: { $0.strangeness < $1.strangeness }) else {
      throw ListFault(line: 0, cause: .noHeadings)
    }
    self = best
  }

  /// How little sense the names make: words that are no syllable of Vietnamese, and faults.
  private var strangeness: Int {
    let words = persons.flatMap { $0.name.lowercased().split(separator: " ") }
    return words.count { !Syllable.isPossible($0) } + 3 * nameFaults
  }

  /// How many rows have a name with characters of no name.
  private var nameFaults: Int { faults.count { $0.cause == .name } }

  /// Whether most rows have such a name.
  private var isUnreadable: Bool { nameFaults > persons.count }

  /// Reads the text of a list; nil when it has no headings.
  private init?(_ text: String, columns: ListColumns, needsNumber: Bool) {
    let rows = DelimitedText(text).rows
    var head: (row: Int, places: [ListColumns.Column: Int])?
    for (row, cells) in rows.prefix(Self.preamble).enumerated() where head == nil {
      let places = columns.places(in: cells.cells)
      if places[.name] != nil, places[.number] != nil || !needsNumber && places.count > 1 {
        head = (row, places)
      }
    }
    guard let head else { return nil }
    var persons: [ListedPerson] = []
    var faults: [ListFault] = []
    for row in rows.dropFirst(head.row + 1) {
      func cell(_ column: ListColumns.Column) -> String? {
        guard let place = head.places[column], place < row.cells.count else { return nil }
        let text = row.cells[place].foldingWhiteSpace()
        return text.isEmpty ? nil : text
      }
      // Sums and signatures below the list name nobody and no number.
      guard cell(.number) ?? cell(.idNumber) ?? cell(.birthDate) != nil else { continue }
      do throws(ListFault) {
        persons.append(try Self.person(cell, line: row.line, needsNumber: needsNumber))
      } catch {
        faults.append(error)
      }
    }
    let once = Self.withoutRepeats(persons)
    self.persons = once.persons
    self.faults = (faults + once.faults).sorted { $0.line < $1.line }
  }

  private static func person(
    _ cell: (ListColumns.Column) -> String?, line: Int, needsNumber: Bool
  ) throws(ListFault) -> ListedPerson {
    func fault(_ cause: ListFault.Cause) -> ListFault { ListFault(line: line, cause: cause) }
    guard let name = cell(.name), isName(name) else { throw fault(.name) }
    var person = ListedPerson(line: line, name: name)
    if let text = cell(.number) {
      person.number = try digits(text, [10, 12], from: 9, line: line, cause: .number)
    } else if needsNumber {
      throw fault(.number)
    }
    if let text = cell(.birthDate) {
      guard let date = date(text) else { throw fault(.birthDate) }
      person.birthDate = date
    }
    if let text = cell(.idNumber) {
      let packed = text.filter { $0 != " " }.uppercased()
      if let format = FieldFormat.formats[.idNumber], format.matches(packed) {
        person.idNumber = packed
      } else {
        person.idNumber = try digits(text, [9, 12], from: 8, line: line, cause: .idNumber)
      }
    }
    if let text = cell(.phone) {
      let digits = text.filter { !" .-()+".contains($0) }
      let national =
        digits.hasPrefix("84") && digits.utf8.count >= 11 ? String(digits.dropFirst(2)) : digits
      // Spreadsheets drop the leading zero of what they take for a number.
      let phone = national.hasPrefix("0") ? national : "0" + national
      guard FieldFormat.formats[.phone]?.matches(phone) == true else { throw fault(.phone) }
      person.phone = phone
    }
    person.email = cell(.email).flatMap { Notice.isAddress($0) ? $0 : nil }
    return person
  }

  /// A number of one of `lengths`, with the leading zeros that a spreadsheet dropped, down to `least`
  /// digits.
  private static func digits(
    _ text: String, _ lengths: [Int], from least: Int, line: Int, cause: ListFault.Cause
  ) throws(ListFault) -> String {
    let packed = text.filter { !" .-'".contains($0) }
    if text.contains("E+") || text.contains("e+") {
      throw ListFault(line: line, cause: .rounded)
    }
    guard packed.utf8.allSatisfy({ (48...57).contains($0) }), packed.utf8.count >= least,
      let length = lengths.first(where: { $0 >= packed.utf8.count })
    else { throw ListFault(line: line, cause: cause) }
    return String(repeating: "0", count: length - packed.utf8.count) + packed
  }

  /// A date as it is kept: `15/1/1990`, `1/1990` and `1990` are as people write it.
  private static func date(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard let first = words.first else { return nil }
    // A time of the day behind the date is midnight, written by a spreadsheet.
    guard words.count == 1 || words.dropFirst().allSatisfy({ $0.contains(":") || $0.count == 2 })
    else { return nil }
    if let date = CalendarDate(iso: String(first)) { return date.description }
    let parts = first.split(whereSeparator: { "/.-".contains($0) }).map { Int($0) }
    let numbers = parts.compactMap(\.self)
    guard numbers.count == parts.count, let year = numbers.last, year >= 1800 else { return nil }
    switch numbers.count {
    case 1: return CalendarDate(year: year)?.description
    case 2: return CalendarDate(year: year, month: numbers[0])?.description
    case 3: return CalendarDate(year: year, month: numbers[1], day: numbers[0])?.description
    default: return nil
    }
  }

  private static func isName(_ text: String) -> Bool {
    2...200 ~= text.unicodeScalars.count && NameAlphabet.strangers(in: text).isEmpty
  }

  /// The persons without those who stand there twice; a repeat that says something else is a fault.
  private static func withoutRepeats(
    _ persons: [ListedPerson]
  ) -> (persons: [ListedPerson], faults: [ListFault]) {
    var first: [String: ListedPerson] = [:]
    var kept: [ListedPerson] = []
    var faults: [ListFault] = []
    for person in persons {
      let keys = [person.number, person.idNumber].compactMap(\.self)
      if let earlier = keys.compactMap({ first[$0] }).first {
        var same = person
        same.line = earlier.line
        if same != earlier { faults.append(ListFault(line: person.line, cause: .twice)) }
      } else {
        for key in keys { first[key] = person }
        kept.append(person)
      }
    }
    return (kept, faults)
  }
}
