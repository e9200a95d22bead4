internal import VietnameseText

/// Parts what stands before the units of an address by the words that open its parts.
struct AddressDetailReader: Sendable {
  private typealias Opening = (words: [String], kind: AddressDetail.Kind)

  /// The openings by their first word without marks, the longest first.
  private var openings: [String: [Opening]] = [:]
  private var abbreviations: [String: AddressDetail.Kind] = [:]

  /// Takes the openings from their list, whose columns are those of `AddressVocabulary`.
  init(_ table: DictionaryTable) throws(DictionaryError) {
    for row in 0..<table.count {
      guard let kind = AddressDetail.Kind(rawValue: table[row, 1]) else {
        throw .malformed(path: table.path, line: table.line(of: row), problem: "unknown part")
      }
      let words = table[row, 0].split(separator: " ").map { Self.key($0) }
      if let first = words.first { openings[first, default: []].append((words, kind)) }
      if !table[row, 2].isEmpty { abbreviations[Self.key(table[row, 2])] = kind }
    }
    for first in openings.keys { openings[first]?.sort { $0.words.count > $1.words.count } }
  }

  /// The parts of `text`.
  func detail(_ text: String) -> AddressDetail {
    var parts: [AddressDetail.Part] = []
    for piece in text.split(whereSeparator: { ",;".contains($0) }) {
      // A dash between spaces parts as a comma does.
      for segment in String(piece).split(separator: " - ") { read(String(segment), into: &parts) }
    }
    return AddressDetail(parts: parts)
  }

  private func read(_ segment: String, into parts: inout [AddressDetail.Part]) {
    let words = segment.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
    var current: AddressDetail.Part?
    // Only its opening has been read; in `tổ dân phố số 3` the number is no house's.
    var isBare = false
    func close() {
      if let part = current { parts.append(part) }
      current = nil
    }
    var index = 0
    while index < words.count {
      if let (kind, count) = opening(words[index...]),
        current == nil || index + count < words.count, !(isBare && kind == .house)
      {
        close()
        isBare = true
        current = AddressDetail.Part(kind, words[index..<(index + count)].joined(separator: " "))
        index += count
        continue
      }
      if let part = current {
        // Behind the number of a house its street begins, without a word of its own.
        if part.kind == .house, Self.hasNumber(part.text), !Self.isNumberPart(words[index]) {
          close()
          current = AddressDetail.Part(.street, words[index])
        } else {
          current?.text += " " + words[index]
        }
      } else {
        current = AddressDetail.Part(
          Self.isHouseNumber(words[index]) ? .house : .other, words[index])
      }
      isBare = false
      index += 1
    }
    close()
  }

  /// The opening that `words` begin with, and how many of them it takes.
  private func opening(_ words: ArraySlice<String>) -> (kind: AddressDetail.Kind, count: Int)? {
    guard let first = words.first else { return nil }
    let keys = words.prefix(3).map { Self.key($0) }
    // Print begins names with capitals too, so a word opens a part only where something follows.
    if let found = openings[keys[0]]?.first(where: { keys.starts(with: $0.words) }) {
      return (found.kind, found.words.count)
    }
    // KP2, KP. 2, Đ.Lê Lợi: a short form with its dot, its number or in capitals.
    let letters = first.prefix { $0.isLetter }
    guard let kind = abbreviations[Self.key(letters)] else { return nil }
    let rest = first.dropFirst(letters.count)
    let isShort =
      rest.first.map { $0 == "." || $0.isNumber }
      ?? (letters.count > 1 && letters.allSatisfy(\.isUppercase))
    return isShort ? (kind, 1) : nil
  }

  /// Whether a word opening an address is the number of a house: 12, 12/3A, A12, 15-17, P609.
  private static func isHouseNumber(_ word: String) -> Bool {
    guard let digit = word.firstIndex(where: \.isNumber) else { return false }
    return word.distance(from: word.startIndex, to: digit) <= 2
  }

  private static func hasNumber(_ text: String) -> Bool { text.contains(where: \.isNumber) }

  /// Whether a word continues a number: `A`, `bis`, `CT8`, `- 17`.
  private static func isNumberPart(_ word: String) -> Bool {
    hasNumber(word) && word.count <= 4 && !word.contains("/") || key(word) == "bis"
      || word.count == 1 && word.first?.isUppercase == true
  }

  private static func key(_ word: some StringProtocol) -> String {
    String(word).strippingMarks().lowercased().trimmingPunctuation()
  }
}

extension String {
  /// The text without the signs at its ends.
  fileprivate func trimmingPunctuation() -> String {
    func isSign(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
    return String(drop(while: isSign).reversed().drop(while: isSign).reversed())
  }
}
