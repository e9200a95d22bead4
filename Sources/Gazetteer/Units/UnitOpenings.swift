/// What stands before the name of a unit: its unit word or an abbreviation, in small letters.
package enum UnitOpenings {
  /// The usual abbreviations, without their stop: "p", "tp".
  package static let abbreviations = Set(words.compactMap(\.abbreviations.first))

  /// The first syllables of unit words: "xã", "thị".
  package static let firstSyllables = Set(words.compactMap { syllables(of: $0).first })

  /// The syllables of unit words: "xã", "thị", "trấn".
  package static let syllables = Set(words.flatMap(syllables))

  /// Unit words behind which a number may stand for the name: "phường", "quận".
  static let numbered = Set(UnitWord.allCases.filter(\.isNumbered).map(\.rawValue))

  /// The first syllables of the words for units above wards, and their abbreviations of two letters.
  static let aboveWards = Set(
    words.filter { !$0.levels.contains(.ward) }.flatMap { word in
      syllables(of: word).prefix(1) + word.abbreviations.filter { $0.count > 1 }
    })

  /// Names of units hold these words; "thủ đô" stands for the name itself.
  private static let words = UnitWord.allCases.filter { $0 != .capital }

  private static func syllables(of word: UnitWord) -> [String] {
    word.rawValue.split(separator: " ").map(String.init)
  }
}
