internal import Documents
internal import VietnameseText

/// How the rest of a letter writes the names in its head.
///
/// Marks of capitals are small, and come off: `ĐĂK NÔNG` in the head is what place and body call `Đắk
/// Nông`.
struct OfficeEcho {
  /// A word of the letter in small letters, or with a capital.
  private struct Word {
    /// The word in capitals, without signs at its ends.
    let text: String
    /// Its letters without marks and signs.
    let key: String
    /// Whether it begins with a capital.
    let isName: Bool
    let confidence: Double
  }

  private let words: [Word]
  /// Where in `words` a key stands.
  private let index: [String: [Int]]

  /// What was read with less vouches for nothing.
  private static let sure = 0.9

  /// The words that `pages` say in anything but capitals.
  init(_ pages: [LetterPage]) {
    let words = pages.flatMap(\.lines).flatMap(\.words).map { word in
      let plain = PhraseSearch.trimmed(word.text)
      let isSmall = plain.count > 1 && plain.contains(where: \.isLowercase)
      return Word(
        text: plain.uppercased(), key: isSmall ? Self.key(plain) : "",
        isName: plain.first?.isUppercase == true, confidence: word.confidence)
    }
    self.words = words
    index = Dictionary(grouping: words.indices.filter { !words[$0].key.isEmpty }) {
      words[$0].key
    }
  }

  /// `office` with the marks and apostrophes of its words as the letter has them elsewhere, where two or
  /// more of its words stand there as a name and all places say the same.
  ///
  /// Of words that are `illegible` letters may differ as well.
  func settled(_ office: [String], illegible: Set<Int> = []) -> [String] {
    var result = office
    let keys = office.map { Self.key(PhraseSearch.trimmed($0)) }
    var start = 0
    while start < keys.count - 1 {
      let names = (index[keys[start]] ?? []).filter { words[$0].isName }
      let lengths = names.map { length(of: keys[start...], at: $0, illegible) }
      guard let longest = lengths.max(), longest > 1 else {
        start += 1
        continue
      }
      let places = zip(names, lengths).filter { $0.1 == longest }.map(\.0)
      for offset in 0..<longest {
        let place = start + offset
        result[place] = marked(
          office[place], like: places.map { words[$0 + offset] },
          isLegible: !illegible.contains(place))
      }
      start += longest
    }
    return result
  }

  /// How many of `keys` stand one behind the other from `place` on, those that are `illegible` but for a
  /// letter or two.
  private func length(
    of keys: ArraySlice<String>, at place: Int, _ illegible: Set<Int>
  ) -> Int {
    zip(keys.indices, words[place...]).prefix { index, word in
      let key = keys[index]
      guard !key.isEmpty, !word.key.isEmpty else { return false }
      return key == word.key
        || illegible.contains(index) && key.count > 2
          && Array(key.utf8).editDistance(to: Array(word.key.utf8)) <= key.count / 3
    }.count
  }

  /// `word` with the marks of `others`, which say the same letters, if they have as many or it is illegible.
  private func marked(_ word: String, like others: [Word], isLegible: Bool) -> String {
    let read = PhraseSearch.trimmed(word)
    let vouching = others.filter { $0.confidence >= Self.sure }
    guard let other = vouching.first, vouching.allSatisfy({ $0.text == other.text }),
      // Where the tone stands is a matter of taste.
      other.text.foldingTonePlacement() != read.uppercased().foldingTonePlacement(),
      !isLegible || Self.marks(of: other.text) >= Self.marks(of: read)
    else { return word }
    return word.replacing(read, with: other.text)
  }

  private static func marks(of word: String) -> Int {
    word.unicodeScalars.compactMap(VietnameseText.Letter.init).reduce(0) {
      $0 + ($1.tone == .level ? 0 : 1) + ($1.quality == .plain ? 0 : 1)
    }
  }

  private static func key(_ word: String) -> String {
    word.strippingMarks().lowercased().filter(\.isLetter)
  }
}
