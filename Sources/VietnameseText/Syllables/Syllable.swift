/// A syllable of Vietnamese: onset, rime and tone.
public struct Syllable: Hashable, Sendable {
  /// The consonants before the vowel, in small letters; empty when there are none.
  public let onset: String
  /// The vowel and what follows, in small letters without tone.
  public let rime: String
  /// The tone.
  public let tone: Tone

  /// Takes `word` apart; nil when it cannot be a syllable of Vietnamese.
  ///
  /// The word should be in NFC; where the tone mark stands does not matter.
  public init?(_ word: some StringProtocol) {
    guard let (parts, tone) = SyllableTable.shared.parts(of: word.unicodeScalars) else {
      return nil
    }
    self.onset = parts.onset
    self.rime = parts.rime
    self.tone = tone
  }

  /// Whether `word`, which should be in NFC, can be a syllable of Vietnamese.
  public static func isPossible(_ word: some StringProtocol) -> Bool {
    SyllableTable.shared.parts(of: word.unicodeScalars) != nil
  }
}

extension String {
  /// The share of the words of letters that are syllables of Vietnamese, 0 … 1; nil without words.
  ///
  /// A text layer whose letters are scrambled, or a reading of noise, has a low share.
  public var shareOfSyllables: Double? {
    let words = normalized().split { !($0.isLetter || $0.isNumber) }
      .filter { $0.contains(where: \.isLetter) }
    guard !words.isEmpty else { return nil }
    return Double(words.count { Syllable.isPossible($0) }) / Double(words.count)
  }
}
