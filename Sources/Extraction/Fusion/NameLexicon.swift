import Documents
import Gazetteer
import VietnameseText

/// The surnames of Vietnam, and what they say about a misread name.
struct NameLexicon: Sendable {
  /// Surnames in small letters, with the weight of each.
  private let surnames: [String: Double]
  /// The surnames that share their letters beneath the marks.
  private let families: [String: [String]]

  /// Loads the surnames in the folder `dictionaries`.
  init(dictionaries: String) throws {
    let table = try DictionaryTable(
      path: dictionaries + "/lists/surnames.tsv", columns: Self.columns)
    var surnames: [String: Double] = [:]
    for row in 0..<table.count {
      let weight = (1..<Self.columns.count).compactMap { Double(table[row, $0]) }.max() ?? 0
      surnames[table[row, 0].lowercased()] = weight
    }
    self.surnames = surnames
    let syllables = try DictionaryTable(
      path: dictionaries + "/lists/name-syllables.tsv", columns: ["syllable", "place"])
    var middle: [String: Set<String>] = [:]
    var given: [String: Set<String>] = [:]
    for row in 0..<syllables.count {
      let syllable = syllables[row, 0]
      let letters = syllable.strippingMarks()
      if syllables[row, 1] != "given" { middle[letters, default: []].insert(syllable) }
      if syllables[row, 1] != "middle" { given[letters, default: []].insert(syllable) }
    }
    self.middle = middle
    self.given = given
    families = Dictionary(grouping: surnames.keys.sorted(), by: { $0.strippingMarks() })
  }

  /// Syllables of given names by their letters beneath the marks, for the middle and for the end.
  private let middle: [String: Set<String>]
  private let given: [String: Set<String>]

  private static let columns = ["name", "north", "central", "south"]

  /// The name with misread words put right, where each can be one surname or name only.
  func repaired(_ name: String) -> FieldRepair.Repaired {
    var words = name.split(separator: " ").map(String.init)
    words = words.enumerated().flatMap { index, word in
      Syllable(word) == nil ? parts(of: word, isFirst: index == 0) ?? [word] : [word]
    }
    guard words.count > 1 else { return FieldRepair.Repaired(value: name) }
    var result = words
    var repairs: [Repair] = []
    var isKnown = true
    for (index, word) in words.enumerated() {
      let key = word.lowercased()
      // Names of minorities have letters and signs of their own.
      guard key.allSatisfy(\.isLetter) else {
        isKnown = false
        continue
      }
      let meant: String?
      if index == 0 {
        if surnames[key] != nil { continue }
        meant = nearest(to: key)
      } else {
        let names = index == words.count - 1 ? given : middle
        let alike = names[key.strippingMarks()] ?? []
        if alike.contains(key) { continue }
        // A rare name that is a syllable stays; the words "Thị" and "Văn" are in every other name.
        let isForced = Syllable(key) == nil || index == 1 && ["thị", "văn"].contains(alike.first)
        meant = isForced && alike.count == 1 ? alike.first : nil
      }
      guard let meant else {
        isKnown = false
        continue
      }
      result[index] =
        word == word.uppercased()
        ? meant.uppercased() : meant.prefix(1).uppercased() + meant.dropFirst()
      repairs.append(Repair(from: word, to: result[index], why: "gazetteer", probability: 0.9))
    }
    if repairs.isEmpty, result.joined(separator: " ") != name {
      repairs.append(
        Repair(
          from: name, to: result.joined(separator: " "), why: "gazetteer", probability: 0.9))
    }
    return FieldRepair.Repaired(
      value: result.joined(separator: " "), repairs: repairs,
      lexicon: !isKnown ? .absent : repairs.isEmpty ? .exact : .corrected)
  }

  /// The names that a word is made of whose spaces were lost; nil when it is not wholly made of them,
  /// or can be parted in more than one way.
  private func parts(of word: String, isFirst: Bool) -> [String]? {
    var found: [[String]] = []
    func search(_ rest: Substring, _ parts: [String]) {
      guard !rest.isEmpty else {
        found.append(parts)
        return
      }
      guard parts.count < 4 else { return }
      for length in 2...max(2, min(7, rest.count)) where length <= rest.count {
        let part = String(rest.prefix(length))
        let key = part.lowercased()
        let isName =
          isFirst && parts.isEmpty
          ? surnames[key] != nil
          : middle[key.strippingMarks()]?.contains(key) == true
            || given[key.strippingMarks()]?.contains(key) == true
        if isName { search(rest.dropFirst(length), parts + [part]) }
      }
    }
    search(word[...], [])
    let parted = found.filter { $0.count > 1 }
    return parted.count == 1 ? parted[0] : nil
  }

  /// The one surname that the word can be a misreading of: alone with its letters, far more usual
  /// than its likes, or alone near a word that is no syllable.
  private func nearest(to word: String) -> String? {
    let alike = (families[word.strippingMarks()] ?? []).sorted { weight($0) > weight($1) }
    if let best = alike.first {
      return alike.count == 1 || weight(best) > 10 * weight(alike[1]) ? best : nil
    }
    guard Syllable(word) == nil, word.count > 2 else { return nil }
    let letters = FoldedLetters(word)
    let ranked = surnames.keys.map { surname in
      (surname, ReadingDistance.between(letters, FoldedLetters(surname), limit: 2))
    }.filter { $0.1 <= 0.35 * Double(word.count) }.sorted { ($0.1, $1.0) < ($1.1, $0.0) }
    guard let best = ranked.first else { return nil }
    if ranked.count > 1, ranked[1].1 - best.1 < 0.5 { return nil }
    return best.0
  }

  private func weight(_ surname: String) -> Double { surnames[surname] ?? 0 }
}
