internal import Documents
internal import VietnameseText

/// Finds phrases among words that may be misread.
enum PhraseSearch {
  /// How far a reading may lie from a phrase of `count` letters.
  static func tolerance(_ count: Int) -> Double {
    switch count {
    case ...3: 0.3
    case 4...6: 0.8
    case 7...10: 1.5
    default: 0.18 * Double(count)
    }
  }

  /// The words of `passage` that say `phrase`, the best such place; nil where none does.
  static func range(of phrase: LetterLexicon.Phrase, in passage: Passage) -> Range<Int>? {
    let count = passage.words.count
    let limit = tolerance(phrase.folded.count)
    var best: (range: Range<Int>, distance: Double)?
    for start in 0..<count {
      // Words run together or fall apart.
      for length in max(1, phrase.wordCount - 3)...(phrase.wordCount + 2)
      where start + length <= count {
        let range = start..<(start + length)
        // Rules and dots beside it are no part of a phrase.
        guard let first = passage.words[start].text.first, first.isLetter || first.isNumber else {
          continue
        }
        let distance = distance(of: passage.part(range).text, from: phrase)
        if distance <= limit, distance < (best?.distance ?? .infinity) {
          best = (range, distance)
        }
      }
    }
    return best?.range
  }

  /// How many of the first words of `passage` say `phrase`; nil where they do not.
  static func opening(_ phrase: LetterLexicon.Phrase, of passage: Passage) -> Int? {
    var best: (length: Int, distance: Double)?
    let limit = tolerance(phrase.folded.count)
    for length in max(1, phrase.wordCount - 1)...(phrase.wordCount + 1)
    where length <= passage.words.count {
      let distance = distance(of: passage.part(0..<length).text, from: phrase)
      if distance <= limit, distance < (best?.distance ?? .infinity) { best = (length, distance) }
    }
    return best?.length
  }

  /// Whether `text` says `phrase` and nothing else.
  static func says(_ text: String, _ phrase: LetterLexicon.Phrase) -> Bool {
    distance(of: text, from: phrase) <= tolerance(phrase.folded.count)
  }

  /// How far `text` lies from `phrase`, signs at its ends apart.
  static func distance(of text: String, from phrase: LetterLexicon.Phrase) -> Double {
    let letters = FoldedLetters(trimmed(text))
    let limit = tolerance(phrase.folded.count)
    return ReadingDistance.between(letters, phrase.folded, limit: limit)
  }

  /// `text` without signs and spaces at its ends.
  static func trimmed(_ text: String) -> String {
    let inner = text.drop { !$0.isLetter && !$0.isNumber }
    guard let last = inner.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return "" }
    return String(inner[...last])
  }
}
