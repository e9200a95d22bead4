internal import Foundation
internal import VietnameseText

/// How often syllables stand in the places of a full name: surname, middle, given.
///
/// A syllable behind another is estimated from the pairs that were counted, and from its place alone
/// where they say little. What no list knows keeps a small probability, for rare names are real.
struct NameFrequencies: Sendable {
  /// A place in a full name.
  enum Place: Int, CaseIterable, Sendable {
    case surname, middle, given
  }

  /// The sexes, which share surnames but not much else.
  enum Sex: Int, CaseIterable, Sendable {
    case male, female
  }

  /// A syllable of names.
  struct Entry: Sendable {
    /// The syllable, in small letters.
    let syllable: String
    /// Its letters beneath the marks.
    let stripped: [UInt8]
    /// Whether it is written with an apostrophe, as H'Hen.
    let hasApostrophe: Bool
    /// Its probability in each place, for men and for women; 0 where it is not known.
    fileprivate(set) var shares = [Double](repeating: 0, count: 6)

    func share(_ place: Place, _ sex: Sex) -> Double { shares[place.rawValue * 2 + sex.rawValue] }
  }

  private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  /// The letters beneath the marks of surnames, and of the syllables behind them.
  private var surnameLetters: Set<String> = []
  private var laterLetters: Set<String> = []
  private var pairs: [Pair: Double] = [:]
  private var followers: [Follower: Double] = [:]

  private struct Pair: Hashable {
    var previous: Int
    var entry: Int
    var place: Place
  }

  private struct Follower: Hashable {
    var previous: Int
    var place: Place
  }

  /// How much the place alone counts against the pairs, in names.
  private static let backOff = 150.0
  /// Hardly a name says a syllable twice.
  private static let repetition = 0.02
  /// The probability of all that no list knows, by place: the share of syllables found once (Good and
  /// Turing).
  private static let unknown = [0.01, 0.015, 0.06]
  private static let possibleSyllables = 6000.0
  /// The share of each part of a minority's name, in every place.
  private static let minorityShare = 0.0002
  private static let firstOfPairShare = 0.0002

  /// Loads the frequencies from the folder `directory` of the dictionaries.
  init(directory: String) throws(DictionaryError) {
    let surnames = try DictionaryTable(
      path: directory + "/lists/surnames.tsv", columns: ["name", "north", "central", "south"])
    // The regions by their share of people.
    let regions = [0.38, 0.27, 0.35]
    for row in 0..<surnames.count {
      var share = 0.0
      for (column, region) in regions.enumerated() {
        share += region * (Double(surnames[row, column + 1]) ?? 0) / 100
      }
      let words = surnames[row, 0].lowercased().split(separator: " ")
      // Of a surname of two words the second stands in the middle.
      guard words.count == 1, let word = words.first else {
        if let first = words.first {
          raise(String(first), .surname, to: Self.firstOfPairShare)
          for word in words.dropFirst() { raise(String(word), .middle, to: Self.firstOfPairShare) }
        }
        continue
      }
      raise(String(word), .surname, to: max(share, 0.0001))
    }
    let table = try DictionaryTable(
      path: directory + "/names/name-frequencies.tsv",
      columns: ["place", "syllable", "male", "female"])
    for row in 0..<table.count {
      guard let male = Double(table[row, 2]), let female = Double(table[row, 3]),
        table[row, 0] == "middle" || table[row, 0] == "given"
      else {
        throw .malformed(
          path: table.path, line: table.line(of: row), problem: "no such place or count")
      }
      let place: Place = table[row, 0] == "middle" ? .middle : .given
      raise(table[row, 1].lowercased(), place, .male, to: max(male, 1) / 100_000)
      raise(table[row, 1].lowercased(), place, .female, to: max(female, 1) / 100_000)
    }
    let minority = try DictionaryTable(
      path: directory + "/names/minority-names.tsv",
      columns: ["name", "sex", "ethnicity", "provinces"])
    for row in 0..<minority.count {
      let words = minority[row, 0].lowercased().split(separator: " ").map(String.init)
      for (index, word) in words.enumerated() {
        if Syllable.isPossible(word) {
          // What could also be an ordinary syllable is at home where it stands, if rarely.
          let place: Place = index == 0 ? .surname : index + 1 == words.count ? .given : .middle
          raise(word, place, to: Self.minorityShare / 2)
        } else {
          for place in Place.allCases { raise(word, place, to: Self.minorityShare) }
        }
      }
    }
    try loadPairs(directory: directory)
  }

  private mutating func loadPairs(directory: String) throws(DictionaryError) {
    let table = try DictionaryTable(
      path: directory + "/names/name-pairs.tsv",
      columns: ["previous", "syllable", "place", "count"])
    for row in 0..<table.count {
      guard let count = Double(table[row, 3]) else {
        throw .malformed(path: table.path, line: table.line(of: row), problem: "no count")
      }
      guard let previous = indices[table[row, 0].lowercased()],
        let entry = indices[table[row, 1].lowercased()]
      else { continue }
      let place: Place = table[row, 2] == "middle" ? .middle : .given
      pairs[Pair(previous: previous, entry: entry, place: place), default: 0] += count
      followers[Follower(previous: previous, place: place), default: 0] += count
    }
  }

  private mutating func raise(_ syllable: String, _ place: Place, _ sex: Sex, to share: Double) {
    let index = indices[syllable] ?? entries.count
    if index == entries.count {
      let letters = syllable.strippingMarks().filter { $0 != "'" }
      entries.append(
        Entry(
          syllable: syllable, stripped: Array(letters.utf8),
          hasApostrophe: syllable.contains("'")))
      indices[syllable] = index
    }
    let letters = String(decoding: entries[index].stripped, as: UTF8.self)
    if place == .surname { surnameLetters.insert(letters) } else { laterLetters.insert(letters) }
    let slot = place.rawValue * 2 + sex.rawValue
    entries[index].shares[slot] = max(entries[index].shares[slot], share)
  }

  private mutating func raise(_ syllable: String, _ place: Place, to share: Double) {
    for sex in Sex.allCases { raise(syllable, place, sex, to: share) }
  }

  /// The entry of `syllable`, which is in small letters.
  func index(of syllable: String) -> Int? { indices[syllable] }

  /// Whether a syllable of names has these letters beneath its marks.
  func holds(letters: String) -> Bool {
    surnameLetters.contains(letters) || laterLetters.contains(letters)
  }

  /// Whether a surname, or a syllable behind one, has these letters beneath its marks.
  func holds(letters: String, asSurname isSurname: Bool) -> Bool {
    (isSurname ? surnameLetters : laterLetters).contains(letters)
  }

  /// Whether `syllable`, in small letters, is known in `place`.
  func isKnown(_ syllable: String, in place: Place) -> Bool {
    guard let index = indices[syllable] else { return false }
    return Sex.allCases.contains { entries[index].share(place, $0) > 0 }
  }

  /// The probability of an entry in a place behind another entry.
  func probability(of entry: Int, in place: Place, behind previous: Int?, sex: Sex) -> Double {
    let alone = entries[entry].share(place, sex)
    let floor = Self.unknown[place.rawValue] / Self.possibleSyllables
    guard place != .surname, let previous else { return max(alone, floor) }
    let count = pairs[Pair(previous: previous, entry: entry, place: place)] ?? 0
    let total = followers[Follower(previous: previous, place: place)] ?? 0
    // A pair with a woman's name says nothing about men.
    let seen = alone > 0 ? count * alone / max(alone, otherShare(entry, place, sex)) : 0
    let share = (seen + Self.backOff * alone) / (total + Self.backOff)
    return max(entry == previous ? share * Self.repetition : share, floor)
  }

  private func otherShare(_ entry: Int, _ place: Place, _ sex: Sex) -> Double {
    entries[entry].share(place, sex == .male ? .female : .male)
  }

  /// The probability of a word that no list holds.
  func probability(ofUnknown word: String, in place: Place) -> Double {
    let share = Self.unknown[place.rawValue]
    if Syllable.isPossible(word) { return share / Self.possibleSyllables }
    // Names from abroad and of minorities: letters one by one.
    let letters = word.unicodeScalars.allSatisfy { NameAlphabet.permits($0) }
    return (letters ? 0.02 : 0.000_01) * share * pow(0.05, Double(min(word.count, 12)))
  }

  /// The probability that a full name has so many words.
  static func probability(ofLength count: Int) -> Double {
    switch count {
    case 1: 0.002
    case 2: 0.06
    case 3: 0.66
    case 4: 0.26
    case 5: 0.015
    default: 0.003
    }
  }
}
