/// The words that a stripped word can be: those of the same letters beneath the marks.
struct StrippedReadings {
  let model: LanguageModel

  /// P(a word that is written with a small letter stands with a capital) and the reverse, beside the
  /// spelling that the model knows.
  private static let strayCapital: Float = 0.05
  private static let lostCapital: Float = 0.01
  /// P(as it stands) of a word that the model lacks, beside words that it has.
  private static let strange: Float = 1e-4

  /// The readings of the word `seen`, with what each would print.
  func readings(of seen: [UInt8]) -> [TokenReading] {
    let plain = WordForm.withToneOnFirstVowel(seen)
    var readings: [TokenReading] = []
    let wordCase = WordCase(seen)
    let base = WordForm.base(of: seen)
    if let group = model.group(of: base) {
      for id in group {
        let word = model.bytes(of: id)
        guard let (text, weight) = print(word, as: wordCase, seen: seen) else { continue }
        readings.append(TokenReading(id: id, weight: weight, text: text))
      }
    }
    if readings.isEmpty, wordCase == .capitals, let acronyms = acronyms(of: seen) {
      return acronyms
    }
    if !readings.contains(where: { $0.text == plain }) {
      readings.append(
        TokenReading(
          id: WordID.unknown, weight: readings.isEmpty ? 1 : Self.strange, text: seen))
    }
    return readings
  }

  /// What `word` of the model looks like in the letter case of what was seen; nil when it cannot stand
  /// there.
  private func print(
    _ word: [UInt8], as wordCase: WordCase, seen: [UInt8]
  ) -> (text: [UInt8], weight: Float)? {
    let own = WordCase(word)
    switch (wordCase, own) {
    case (.small, .small), (.title, .title): return (word, 1)
    case (.small, .title): return (WordCase.small(word), Self.lostCapital)
    case (.title, .small): return (WordCase.title.applied(to: word), Self.strayCapital)
    case (.capitals, .small): return (WordCase.capitals.applied(to: word), 1)
    case (.capitals, .title):
      return (WordCase.capitals.applied(to: WordCase.small(word)), 0.3)
    case (.capitals, .capitals): return (word, 1)
    default:
      let stripped = Array(String(decoding: word, as: UTF8.self).strippingMarks().utf8)
      return stripped == seen ? (word, 1) : nil
    }
  }

  /// The share of Đ among the letters D and Đ of acronyms; 62 % of 670 in rare acronyms of Vietnamese
  /// law.
  private static let shareOfStroke: Float = 0.62
  /// The most letters D of an acronym whose readings are told apart.
  private static let mostStrokes = 4

  /// The acronyms that `seen` can be; nil when its letters are what they are.
  private func acronyms(of seen: [UInt8]) -> [TokenReading]? {
    let places = seen.indices.filter { seen[$0] == 0x44 }
    guard !places.isEmpty, places.count <= Self.mostStrokes else { return nil }
    return (0..<(1 << places.count)).map { choice in
      var text: [UInt8] = []
      var weight: Float = 1
      for (place, byte) in seen.enumerated() {
        guard let number = places.firstIndex(of: place) else {
          text.append(byte)
          continue
        }
        let hasStroke = choice >> number & 1 == 1
        weight *= hasStroke ? Self.shareOfStroke : 1 - Self.shareOfStroke
        if hasStroke { UTF8Scalar.append(0x110, to: &text) } else { text.append(byte) }
      }
      return TokenReading(id: WordID.unknown, weight: weight, text: text)
    }
  }
}
