internal import Foundation
internal import Gazetteer
internal import VietnameseText

/// Tells names whose letters were lost on the way, and what they may have been.
struct MemoDamage: Sendable {
  private let syllables: [NameSyllable]
  private let letters: Set<[UInt8]>
  /// What is left of words of memos when letters with marks are dropped.
  private let remains: Set<String>

  private static let mostRestored = 4
  private static let leastRemains = 2

  init(dictionaries: String, names: NameModel) throws {
    syllables = names.syllables
    letters = Set(syllables.map(\.letters))
    let table = try DictionaryTable(
      path: dictionaries + "/memo/phrases.tsv", columns: ["phrase", "role"])
    var words: Set<String> = []
    var remains: Set<String> = []
    for row in 0..<table.count {
      for word in table[row, 0].split(separator: " ") {
        let word = String(word)
        words.insert(word.strippingMarks())
        let left = word.unicodeScalars.filter(\.isASCII)
        if left.count < word.unicodeScalars.count, !left.isEmpty {
          remains.insert(String(String.UnicodeScalarView(left)))
        }
      }
    }
    self.remains = remains.subtracting(words)
  }

  /// Whether a word of `name` is neither known nor a syllable.
  func isDamaged(_ name: String) -> Bool {
    name.split(separator: " ").contains { word in
      let plain = word.lowercased().strippingMarks().filter(\.isLetter)
      return !letters.contains(Array(plain.utf8)) && !Syllable.isPossible(plain)
    }
  }

  /// Whether words of the memo look as if their letters with marks had been dropped.
  func hasLostLetters(_ text: MemoText) -> Bool {
    var found = 0
    var start = 0
    for index in 1...max(1, text.count) {
      let isEnd = index >= text.count || text.gaps[index] != .none
      guard isEnd else { continue }
      if start < text.count, remains.contains(text.digits(start..<min(index, text.count))) {
        found += 1
      }
      start = index
    }
    return found >= Self.leastRemains
  }

  /// The names that words with unreadable signs may have been, in capitals.
  func restored(_ text: MemoText, _ words: [Range<Int>]) -> [NameCandidate] {
    var names = [NameCandidate(text: "", probability: 1)]
    for (index, range) in words.enumerated() {
      let options = options(text, range, place: index == 0 ? 0 : index + 1 == words.count ? 2 : 1)
      names = names.flatMap { name in
        options.map { option in
          NameCandidate(
            text: name.text.isEmpty ? option.text : name.text + " " + option.text,
            probability: name.probability * option.probability)
        }
      }
      names = Array(names.sorted { $0.probability > $1.probability }.prefix(Self.mostRestored))
    }
    return names
  }

  private func options(_ text: MemoText, _ range: Range<Int>, place: Int) -> [NameCandidate] {
    guard text.signs[range].contains(MemoText.unreadable) else {
      return [NameCandidate(text: text.word(range).uppercased(), probability: 1)]
    }
    let fitting = syllables.filter { syllable in
      MemoText.codes(of: syllable.text).map { MemoWords.fits(text, range, $0) } ?? false
    }
    let total = fitting.reduce(0) { $0 + $1.shares[place] }
    guard total > 0 else { return [] }
    return fitting.filter { $0.shares[place] > 0 }
      .map {
        NameCandidate(text: $0.text.uppercased(), probability: $0.shares[place] / total)
      }
  }
}
