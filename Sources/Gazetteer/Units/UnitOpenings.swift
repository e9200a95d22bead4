/// What stands before the name of a unit: its unit word or an abbreviation, in small letters.
package enum UnitOpenings {
  /// The usual abbreviations, without their stop: "p", "tp".
  package static let abbreviations = Set(words.compactMap(\.abbreviations.first))

  /// The first syllables of unit words: "xã", "thị".
  package static let firstSyllables = Set(words.compactMap { syllables(of: $0).first })

  /// The syllables of unit words: "xã", "thị", "trấn".
  package static let syllables = Set(words.flatMap(syllables))

  /// Names of units hold these words; "thủ đô" stands for the name itself.
  private static let words = UnitWord.allCases.filter { $0 != .capital }

  private static func syllables(of word: UnitWord) -> [String] {
    word.rawValue.split(separator: " ").map(String.init)
  }
}
