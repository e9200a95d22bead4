internal import Documents
internal import Gazetteer
internal import VietnameseText

/// Names of offices and of what lists of letters hold, by which misread words are put right.
///
/// A word is put right only among others of its name that were read as they are.
struct TermList: Sendable {
  private struct Term: Sendable {
    /// The words without signs at their ends.
    let words: [String]
    /// The same to be compared.
    let keys: [String]
    /// The same without marks.
    let plain: [String]
  }

  private let terms: [Term]
  /// Which terms begin with a word, or have it second; without marks.
  private let index: [String: [Int]]

  /// How far a misread word may lie from the right one where more than its marks differ.
  private static let tolerance = 0.8
  /// The same in a long name, or in a word that was hardly legible, where a letter may be lost.
  private static let wideTolerance = 1.0
  /// What was read with less is hardly legible.
  private static let doubtful = 0.75
  /// So many words make a long name.
  private static let long = 5
  /// The letters whose capitals have the shape of their small ones.
  private static let alike = Set<Character>("cosvxz")

  init(_ table: DictionaryTable) {
    var terms: [Term] = []
    var index: [String: [Int]] = [:]
    for row in 0..<table.count {
      let words = table[row, 0].split(separator: " ").map { PhraseSearch.trimmed(String($0)) }
      let term = Term(
        words: words, keys: words.map(Self.key), plain: words.map { Self.key($0).strippingMarks() })
      for word in Set(term.plain.prefix(2)) { index[word, default: []].append(terms.count) }
      terms.append(term)
    }
    self.terms = terms
    self.index = index
  }

  /// Whether a dash stands between the words `first` and `second` of a term.
  func hasDash(between first: String, and second: String) -> Bool {
    let (first, second) = (Self.key(first), Self.key(second))
    return terms.contains { term in
      term.keys.indices.dropFirst().dropLast().contains {
        term.keys[$0].isEmpty && term.keys[$0 - 1] == first && term.keys[$0 + 1] == second
      }
    }
  }

  /// The term that `text` says and nothing else, letter for letter but for marks and spaces or a letter
  /// misread; nil where none does, or two are as near.
  func whole(_ text: String) -> String? {
    let read = FoldedLetters(text.lowercased().filter { $0 != " " })
    let near = terms.map { term in
      let joined = term.words.joined(separator: " ")
      let folded = FoldedLetters(joined.lowercased().filter { $0 != " " })
      return (text: joined, distance: ReadingDistance.between(read, folded, limit: Self.tolerance))
    }.filter { $0.distance <= Self.tolerance }.sorted { $0.distance < $1.distance }
    guard let nearest = near.first, near.count < 2 || near[1].distance > nearest.distance else {
      return nil
    }
    return nearest.text
  }

  /// The words of each term that `words` begin with.
  func openings(of words: [String]) -> [[String]] {
    let keys = words.map { Self.key(PhraseSearch.trimmed($0)) }
    return terms.filter { $0.keys.count > 1 && keys.starts(with: $0.keys) }.map(\.words)
  }

  /// `page` with the words of the lines that an engine read put right.
  func repaired(_ page: LetterPage) -> LetterPage {
    var page = page
    for line in page.lines.indices.dropFirst(page.statedLines) {
      page.lines[line].words = repaired(page.lines[line].words)
    }
    return page
  }

  /// `lines` with the words put right of terms that go on from one to the next.
  func repaired(over lines: [Passage]) -> [Passage] {
    var words = repaired(lines.flatMap(\.words))[...]
    return lines.map { line in
      var line = line
      line.words = Array(words.prefix(line.words.count))
      words = words.dropFirst(line.words.count)
      return line
    }
  }

  /// `words` with those put right that were misread in one of the terms.
  func repaired(_ words: [TextWord]) -> [TextWord] {
    guard words.count > 1 else { return words }
    var result = words
    let cores = words.map { PhraseSearch.trimmed($0.text) }
    let keys = cores.map(Self.key)
    let plain = keys.map { $0.strippingMarks() }
    var start = 0
    while start < words.count - 1 {
      let near = Set([0, 1].flatMap { index[plain[start + $0]] ?? [] })
      var best: (term: Term, changes: Int)?
      var isContested = false
      for term in near.sorted().map({ terms[$0] }) where start + term.words.count <= words.count {
        let count = term.words.count
        // Names begin with a capital: a file is no department.
        guard count >= best?.term.words.count ?? 0,
          cores[start].first?.isUppercase == term.words[0].first?.isUppercase,
          let changes = changes(
            of: term, keys[start...], plain[start...], words[start...])
        else { continue }
        let isLonger = count > best?.term.words.count ?? 0
        if isLonger || changes < best?.changes ?? .max {
          (best, isContested) = ((term, changes), false)
        } else if changes == best?.changes, changes > 0 {
          isContested = true
        }
      }
      guard let (term, _) = best, !isContested else {
        start += 1
        continue
      }
      for (offset, right) in term.words.enumerated() {
        let place = start + offset
        let isSame = keys[place] == term.keys[offset]
        guard !cores[place].isEmpty else { continue }
        let word = isSame ? cores[place] : Self.styled(right, like: cores[place])
        let settled = Self.settled(word, as: right, among: term.words.count)
        result[place].text = words[place].text.replacing(cores[place], with: settled)
      }
      start += term.words.count
    }
    return result
  }

  /// How many of the words were misread where they say `term`; nil where they do not.
  private func changes(
    of term: Term, _ keys: ArraySlice<String>, _ plain: ArraySlice<String>,
    _ words: ArraySlice<TextWord>
  ) -> Int? {
    var (changes, others) = (0, 0)
    for (offset, key) in term.keys.enumerated() {
      let place = keys.startIndex + offset
      if keys[place] == key { continue }
      changes += 1
      if plain[place] == term.plain[offset] { continue }
      others += 1
      let word = words[words.startIndex + offset]
      // In a list another name ends there: các Vụ, Cục, đơn vị trực thuộc.
      if word.text.hasSuffix(","), offset < term.keys.count - 1 { return nil }
      let isWide = term.keys.count >= Self.long || word.confidence < Self.doubtful
      let limit = isWide ? Self.wideTolerance : Self.tolerance
      let distance = ReadingDistance.between(
        FoldedLetters(keys[place]), FoldedLetters(key), limit: limit)
      guard distance <= limit else { return nil }
    }
    // Short names are like too many other words.
    let isEnough = 2 * changes <= term.keys.count && (others == 0 || term.keys.count > 2)
    return isEnough && others < 2 ? changes : nil
  }

  /// `word` in the letter case of what was read in its place.
  private static func styled(_ word: String, like read: String) -> String {
    let letters = read.filter(\.isLetter)
    if letters.count > 1, !letters.contains(where: \.isLowercase) { return word.uppercased() }
    guard let first = letters.first else { return word }
    return first.isUppercase
      ? word.prefix(1).uppercased() + word.dropFirst() : word.lowercased()
  }

  /// `word` with a small initial where the term has one of the same shape as its capital.
  private static func settled(_ word: String, as right: String, among count: Int) -> String {
    guard count > 2, right.first?.isLowercase == true,
      word.dropFirst().contains(where: \.isLowercase),
      let first = word.first, first.isUppercase,
      alike.contains(Character(String(first).strippingMarks().lowercased()))
    else { return word }
    return word.lowercased()
  }

  private static func key(_ word: String) -> String {
    word.lowercased().foldingTonePlacement()
  }
}
