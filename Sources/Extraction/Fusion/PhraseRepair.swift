import Documents
import Gazetteer
import VietnameseText

/// Puts phrases right that a field often holds: "tố dân phố" is "tổ dân phố".
struct PhraseRepair {
  private struct Phrase {
    let words: [String]
    /// The words' letters without marks.
    let letters: [[UInt8]]
    /// How many letters of it may be misread.
    let slack: Int
    /// The place of an abbreviation, which is no word with another letter in it.
    let abbreviation: Int?

    init(_ text: String) {
      words = text.split(separator: " ").map(String.init)
      letters = words.map(PhraseRepair.letters)
      abbreviation = words.firstIndex {
        $0.count >= PhraseRepair.leastAbbreviation && $0 == $0.uppercased()
      }
      let count = letters.reduce(0) { $0 + $1.count }
      slack = words.count >= PhraseRepair.leastWords ? count / PhraseRepair.lettersPerMisread : 0
    }
  }

  /// In phrases of fewer words only marks are put right: a misread letter may make another phrase.
  private static let leastWords = 3
  /// The letters of a phrase for each that may be misread.
  private static let lettersPerMisread = 11

  /// An abbreviation of so many letters is known with one of them misread.
  private static let leastAbbreviation = 4

  private let phrases: [Phrase]

  /// Creates a repair from phrases of two words or more.
  init(_ phrases: [String]) {
    self.phrases = phrases.map(Phrase.init).filter { $0.words.count > 1 }
      .sorted { $0.words.count > $1.words.count }
  }

  /// The repairs of each list in the folder `dictionaries`.
  static func all(dictionaries: String) throws(DictionaryError) -> [String: PhraseRepair] {
    let table = try DictionaryTable(
      path: dictionaries + "/lists/value-phrases.tsv", columns: ["list", "phrase"])
    return Dictionary(grouping: 0..<table.count) { table[$0, 0] }
      .mapValues { rows in PhraseRepair(rows.map { table[$0, 1] }) }
  }

  /// The text with each known phrase as it must be.
  func repaired(_ text: String) -> (value: String, repairs: [Repair]) {
    var words = text.split(separator: " ").map(String.init)
    let letters = words.map(Self.letters)
    var repairs: [Repair] = []
    let areCapitals = text == text.uppercased()
    var index = 0
    while index < words.count {
      guard let match = match(at: index, of: letters) else {
        index += 1
        continue
      }
      for (offset, right) in match.words.enumerated() {
        let word = words[index + offset]
        let corrected = Self.put(
          right, into: word, isFirst: offset == 0, isLast: offset == match.words.count - 1,
          inCapitals: areCapitals)
        guard corrected != word else { continue }
        repairs.append(Repair(from: word, to: corrected, why: "gazetteer", probability: 0.95))
        words[index + offset] = corrected
      }
      index += match.words.count
    }
    return (words.joined(separator: " "), repairs)
  }

  /// The phrase that stands at the word `index`: one with the very letters before one misread, of
  /// more words before one of fewer.
  private func match(at index: Int, of letters: [[UInt8]]) -> Phrase? {
    var misread: Phrase?
    for phrase in phrases where index + phrase.words.count <= letters.count {
      var distance = 0
      var slack = phrase.slack
      for (offset, right) in phrase.letters.enumerated() where distance <= slack {
        let seen = letters[index + offset]
        guard seen != right else { continue }
        let own = seen.editDistance(to: right)
        // A letter that is missing may stand by itself behind it.
        if offset == phrase.abbreviation, own == 1, seen.count >= right.count { slack += 1 }
        distance += own
      }
      if distance == 0 {
        // It may be the beginning of one that was misread.
        return misread.flatMap { $0.letters.starts(with: phrase.letters) ? $0 : nil } ?? phrase
      }
      if distance <= slack, misread == nil { misread = phrase }
    }
    return misread
  }

  private static func letters(_ word: String) -> [UInt8] {
    Array(PrintComparison.key(word).strippingMarks().utf8)
  }

  /// The right word in the letter case of `word`, and between its signs; those within the phrase
  /// are specks.
  private static func put(
    _ right: String, into word: String, isFirst: Bool, isLast: Bool, inCapitals areCapitals: Bool
  ) -> String {
    let core = word.trimming { !$0.isLetter && !$0.isNumber }
    let isOdd = !areCapitals && core.count > 1 && core == core.uppercased()
    let right = right.trimming { !$0.isLetter && !$0.isNumber }
    let isRight =
      !isOdd
      && core.lowercased().foldingTonePlacement() == right.lowercased().foldingTonePlacement()
    let head = isFirst ? String(word.prefix { !$0.isLetter && !$0.isNumber }) : ""
    let tail =
      isLast ? String(word.reversed().prefix { !$0.isLetter && !$0.isNumber }.reversed()) : ""
    if isRight { return head + core + tail }
    let cased: String
    if core.count > 1, core == core.uppercased(), !isOdd {
      cased = right.uppercased()
    } else if core.first?.isUppercase == true {
      cased = right.prefix(1).uppercased() + right.dropFirst()
    } else {
      cased = right
    }
    return head + cased + tail
  }
}
