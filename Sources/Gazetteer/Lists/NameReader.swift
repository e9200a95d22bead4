internal import Documents
internal import VietnameseText

/// Judges personal names: a known surname, then syllables of Vietnamese.
struct NameReader: Sendable {
  /// The share of people, in per cent, from which on a surname is common enough to correct to.
  private static let commonShare = 0.5

  private let surnames: Set<String>
  private let common: [ClosedList.Entry]

  init(path: String) throws(DictionaryError) {
    let table = try DictionaryTable(path: path, columns: ["name", "north", "central", "south"])
    var surnames: Set<String> = []
    var common: [ClosedList.Entry] = []
    for row in 0..<table.count {
      surnames.insert(table[row, 0].foldedForComparison())
      let share = (1...3).compactMap { Double(table[row, $0]) }.max() ?? 0
      if share >= Self.commonShare {
        common.append(ClosedList.Entry(code: "", name: table[row, 0]))
      }
    }
    self.surnames = surnames
    self.common = common
  }

  /// A surname whose marks were misread is corrected to the one common surname near it; other words
  /// stay, for Lý and Lí, Vũ and Võ are different names.
  func match(_ text: String) -> ListMatch {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count > 1 else { return .absent(text) }
    guard words.dropFirst().allSatisfy({ Syllable($0) != nil }) else { return .absent(text) }
    if surnames.contains(String(first).foldedForComparison()) {
      return ListMatch(text: text, code: nil, lexicon: .exact, repairs: [])
    }
    let bare = String(first).strippingMarks().lowercased()
    guard
      let nearest = ClosedList.nearest(
        to: ClosedList.Entry.letters(String(first)), among: common, letters: \.letters,
        name: \.name),
      nearest.candidate.name.strippingMarks().lowercased() == bare
    else { return .absent(text) }
    let surname = UnitSpelling.word(nearest.candidate.name, inTheStyleOf: first)
    let repair = Repair(
      from: String(first), to: surname, why: "gazetteer",
      probability: max(0.5, 0.99 - 0.15 * nearest.distance))
    return ListMatch(
      text: ([surname] + words.dropFirst().map(String.init)).joined(separator: " "), code: nil,
      lexicon: .corrected, repairs: [repair])
  }
}
