internal import Glibc

/// How unlikely words are, by the vocabulary of a language model and the rules of spelling.
struct WordEvidence {
  let model: LanguageModel

  /// The cost of a syllable that could be Vietnamese and that the model lacks, as −ln p.
  private static let unheardOf: Float = 15
  /// The cost of a single letter, such as a list has.
  private static let letter: Float = 7
  /// The cost of what can be no word of Vietnamese.
  private static let strange: Float = 19
  /// What each letter of no alphabet of ours, or sign among letters, costs beside.
  private static let stray: Float = 1.5

  /// The cost of the words of `chunk`, which stands between two spaces, as −ln p.
  func cost(_ chunk: [UInt32]) -> Float {
    Self.words(of: chunk).reduce(0) { $0 + cost(ofWord: chunk[$1]) }
  }

  /// How many words `chunk` has, and how many of them can be Vietnamese.
  func validity(_ chunk: [UInt32]) -> (words: Int, possible: Int) {
    let words = Self.words(of: chunk)
    return (words.count, words.count { isPossible(chunk[$0]) })
  }

  /// Whether the word can be Vietnamese: a syllable, a word of the model, an acronym.
  func isPossible(_ word: ArraySlice<UInt32>) -> Bool { cost(ofWord: word) <= Self.unheardOf }

  private func cost(ofWord word: ArraySlice<UInt32>) -> Float {
    let table = LetterTable.shared
    let strays = word.count { $0 >= 0x80 && table.base($0) == 0 }
    guard strays == 0 else { return Self.strange + Self.stray * Float(strays) }
    var small: [UInt8] = []
    var asWritten: [UInt8] = []
    for scalar in word {
      UTF8Scalar.append(CaseTable.shared.lower(scalar), to: &small)
      UTF8Scalar.append(scalar, to: &asWritten)
    }
    let ids = [
      model.id(of: WordForm.of(small)), model.id(of: WordForm.of(asWritten)),
      model.id(of: WordForm.of(WordCase.title.applied(to: small))),
    ]
    let probability = ids.compactMap { $0.map(model.probability(of:)) }.max()
    let text = String(decoding: small, as: UTF8.self)
    if Syllable.isPossible(text) {
      return min(Self.unheardOf, probability.map { -logf($0) } ?? Self.unheardOf)
    }
    if let probability { return min(Self.unheardOf, max(11, -logf(probability))) }
    if word.count == 1 { return Self.letter }
    return Self.isAcronym(word) ? Self.unheardOf : Self.strange
  }

  /// Capitals without a vowel: QĐ, BLĐTBXH.
  static func isAcronym(_ word: ArraySlice<UInt32>) -> Bool {
    word.allSatisfy { scalar in
      guard let scalar = Unicode.Scalar(scalar), let letter = Letter(scalar) else { return false }
      return letter.isUppercase && !letter.isVowel
    }
  }

  // MARK: Words of a chunk

  /// The runs of letters and of signs that stand for letters.
  static func words(of chunk: [UInt32]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for place in chunk.indices {
      if isPartOfWord(chunk, place) {
        start = start ?? place
      } else if let first = start {
        words.append(first..<place)
        start = nil
      }
    }
    if let first = start { words.append(first..<chunk.count) }
    return words
  }

  private static func isPartOfWord(_ chunk: [UInt32], _ place: Int) -> Bool {
    switch kind(chunk[place]) {
    case .letter, .stray: return true
    case .other: return false
    case .punctuation:
      // Quotes and dashes stand around words, not within them.
      return place > 0 && place + 1 < chunk.count && kind(chunk[place - 1]) == .letter
        && kind(chunk[place + 1]) == .letter
    }
  }

  private enum Kind { case letter, stray, punctuation, other }

  private static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x20...0x7E: .other
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2022, 0xAB, 0xBB, 0xB0, 0xA7, 0x201A, 0x201E:
      .punctuation
    case 0x2013, 0x2014, 0xA0, 0xA9, 0xAE, 0xB1, 0xB2, 0xB3, 0xBC...0xBE, 0xD7, 0x2122, 0x20AC:
      .other
    case 0..<0xC0, 0xF7, 0x192, 0x2C6, 0x2DC, 0x2020, 0x2021, 0x2030, 0x2039, 0x203A: .stray
    case 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE0F, 0xFF00...0xFF0F, 0xFFFD: .other
    default: .letter
    }
  }
}
