internal import Documents
internal import VietnameseText

/// The names of administrative units of both eras, found in running words in spite of misread marks.
package struct UnitNames: Sendable {
  private struct Names: Sendable {
    /// The bare names by level: `Ba Chẽ`.
    let levels: [UnitLevel: [String]]
    /// All of them, to be compared with what was read.
    let keys: Set<String>
    /// The names with an apostrophe, by their keys without it.
    let parted: [String: String]
    let provinces: [(name: String, letters: FoldedLetters)]

    init(_ catalogue: UnitCatalogue) {
      var names: [UnitLevel: Set<String>] = [:]
      for unit in catalogue.units { names[unit.level, default: []].insert(String(unit.bareName)) }
      for (name, _) in catalogue.spellings { names[.province, default: []].insert(name) }
      levels = names.mapValues { $0.sorted() }
      keys = Set(names.values.joined().map(UnitNames.key))
      let apostrophes = names.values.joined().filter { $0.contains("'") }
      parted = Dictionary(
        apostrophes.map { (UnitNames.key($0).filter { $0 != "'" }, $0) },
        uniquingKeysWith: { first, _ in first })
      provinces = (levels[.province] ?? []).map { ($0, ClosedList.Entry.letters($0)) }
    }
  }

  private let catalogue: UnitCatalogue
  private let kept = Lazy<Names>()
  /// The names, gathered when they are first asked for.
  private var names: Names { kept.value { Names(catalogue) } }

  /// How far a name of a district or ward may be misread: names that are in no catalogue, as those of
  /// units dissolved long ago, are no errors.
  private static let tolerance = 0.6
  /// What makes another word of "xã".
  private static let society = "hội"
  /// The longest name in words.
  private static let most = 5

  /// The names of the units that `gazetteer` holds.
  package init(_ gazetteer: Gazetteer) { catalogue = gazetteer.units }

  /// The name of one unit without its unit word, put right where one name alone is near.
  package func match(_ text: String) -> ListMatch {
    match(text, among: UnitLevel.allCases)
  }

  /// `words` with the names behind unit words put right; signs at the ends of words stay.
  package func repaired(_ words: [String]) -> [String] {
    let words = Self.streams(words)
    var result = words
    var start = 0
    while start < words.count {
      guard let (word, count) = Self.unitWord(words[start...]) else {
        start += 1
        continue
      }
      start += count
      let run = Self.run(words[start...])
      guard !run.isEmpty else { continue }
      let match = match(run.joined(separator: " "), among: word.levels)
      let parts = match.text.split(separator: " ").map(String.init)
      if match.lexicon == .corrected, parts.count == run.count {
        for (offset, part) in parts.enumerated() {
          result[start + offset] = words[start + offset].replacing(run[offset], with: part)
        }
      }
      start += run.count
    }
    return result
  }

  /// Where in `words` names stand behind unit words letter for letter as the catalogue has them.
  package func named(in words: [String]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in words.indices {
      guard let (_, count) = Self.unitWord(words[start...]), start + count < words.count else {
        continue
      }
      let run = Self.run(words[(start + count)...])
      let first = start + count
      for length in stride(from: run.count, to: 0, by: -1)
      where names.keys.contains(Self.key(run.prefix(length).joined(separator: " "))) {
        found.append(first..<(first + length))
        break
      }
    }
    return found
  }

  /// Whether `text` is the name of one unit without its unit word, letter for letter.
  package func isName(_ text: String) -> Bool { names.keys.contains(Self.key(text)) }

  /// `words` with the stream of the highlands, Ia, that begins names behind unit words, where its capital was
  /// taken for a small letter: `huyện la Grai`.
  private static func streams(_ words: [String]) -> [String] {
    words.indices.map { index in
      guard words[index] == "la", index > 0, index + 1 < words.count,
        words[index + 1].first?.isUppercase == true, Self.endsUnitWord(words[..<index])
      else { return words[index] }
      return "Ia"
    }
  }

  /// Whether `words` end with a unit word.
  private static func endsUnitWord(_ words: ArraySlice<String>) -> Bool {
    [1, 2].contains { count in
      guard words.count >= count, let (_, length) = unitWord(words.suffix(count)) else {
        return false
      }
      return length == count
    }
  }

  /// The unit word that `words` begin with, and how many of them it takes.
  private static func unitWord(_ words: ArraySlice<String>) -> (UnitWord, Int)? {
    let keys = words.prefix(2).map { $0.lowercased() }
    let word = UnitWord.allCases.first { word in
      let parts = word.rawValue.split(separator: " ").map(String.init)
      return keys.starts(with: parts)
    }
    // Bảo hiểm xã hội is no commune.
    guard let word, word != .capital, keys.last != Self.society else { return nil }
    return (word, word.rawValue.split(separator: " ").count)
  }

  /// The words of a name that `words` begin with, without the sign behind the last.
  private static func run(_ words: ArraySlice<String>) -> [String] {
    var run: [String] = []
    for (offset, word) in words.prefix(most).enumerated() {
      guard word.first?.isUppercase == true, unitWord(words.dropFirst(offset)) == nil else { break }
      let plain = word.prefix { $0.isLetter || $0 == "'" || $0 == "-" }
      run.append(String(plain))
      if plain.count < word.count { break }
    }
    return run
  }

  private func match(_ text: String, among levels: [UnitLevel]) -> ListMatch {
    let names = names
    if names.keys.contains(Self.key(text)) {
      return ListMatch(text: text, code: nil, lexicon: .exact, repairs: [])
    }
    if let name = names.parted[Self.key(text)] {
      let words = zip(text.split(separator: " "), name.split(separator: " ")).map { word, right in
        UnitSpelling.word(String(right), inTheStyleOf: word)
      }
      return ListMatch(
        text: words.joined(separator: " "), code: nil, lexicon: .corrected, repairs: [])
    }
    let letters = ClosedList.Entry.letters(text)
    if levels.contains(.province),
      let nearest = ClosedList.nearest(
        to: letters, among: names.provinces, letters: \.letters, name: \.name)
    {
      return .found(text, name: nearest.candidate.name, code: nil, distance: nearest.distance)
    }
    let ends = Self.ends(of: text)
    let others = levels.filter { $0 != .province }.flatMap { names.levels[$0] ?? [] }.filter {
      name in
      let own = Self.ends(of: name)
      return name.count == text.count && (own.first == ends.first || own.last == ends.last)
    }.map { (name: $0, letters: ClosedList.Entry.letters($0)) }
    guard
      let nearest = ClosedList.nearest(
        to: letters, among: others, letters: \.letters, name: \.name),
      nearest.distance <= Self.tolerance
    else { return .absent(text) }
    return .found(text, name: nearest.candidate.name, code: nil, distance: nearest.distance)
  }

  /// The first and the last letter without marks.
  private static func ends(of text: String) -> (first: UInt8?, last: UInt8?) {
    func base(_ scalar: Unicode.Scalar?) -> UInt8? { scalar.flatMap(Letter.init)?.base }
    return (base(text.unicodeScalars.first), base(text.unicodeScalars.last))
  }

  private static func key(_ name: String) -> String {
    name.lowercased().foldingTonePlacement()
  }
}
