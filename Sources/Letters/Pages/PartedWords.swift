internal import Documents
internal import VietnameseText

/// Joins words that fell apart under strokes of a seal or a pen: `Hoàn` `g`, `phò` `ng`.
enum PartedWords {
  /// What ends a syllable, and is none.
  private static let endings: Set<String> = [
    "c", "ch", "g", "h", "m", "n", "ng", "nh", "p", "t",
  ]

  /// `words` with the ends of syllables joined to what stands right before them; in names what follows
  /// a capital alone, or an initial without a vowel, as well: `D` `uy`, `Ng` `uyễn`.
  static func joined(_ words: [TextWord], isNames: Bool = false) -> [TextWord] {
    words.reduce(into: []) { result, word in
      guard let last = result.last, last.text.last?.isLetter == true,
        endings.contains(word.text.filter(\.isLetter)) || isNames && isInitial(last.text),
        word.text.first?.isLowercase == true,
        !isNames || last.text.first?.isUppercase == true,
        3 * (word.box.x - last.box.maxX) < last.box.height
      else {
        result.append(word)
        return
      }
      result[result.count - 1] = TextWord(
        text: last.text + word.text,
        box: PixelBox.union(of: [last.box, word.box]) ?? last.box,
        confidence: min(last.confidence, word.confidence))
    }
  }

  private static let vowels = Set<Character>("aeiouy")

  /// Whether `text` is no more than what a syllable begins with.
  private static func isInitial(_ text: String) -> Bool {
    text.count == 1 || !text.strippingMarks().lowercased().contains(where: vowels.contains)
  }
}
