internal import Documents
internal import VietnameseText

/// Chooses among the readings of a line of a distribution.
struct ListReading {
  /// The symbols of the letter's number, which the last item names again.
  let symbols: [String]
  /// Reads the last item.
  let filing: FilingLine

  /// What a symbol that is known speaks for a reading, as confidence.
  private static let known = 0.2
  /// How much surer another reading must be than the first.
  private static let lead = 0.05

  /// `passage` with the words of the reading that says most.
  func best(of passage: Passage) -> Passage {
    guard !passage.alternatives.isEmpty else { return passage }
    let own = worth(passage.words) + Self.lead
    let others = passage.alternatives.filter { words in
      // A reading that lost half of the line is none of it.
      2 * words.reduce(0) { $0 + $1.text.count } > passage.words.reduce(0) { $0 + $1.text.count }
    }.map { (words: $0, worth: worth($0)) }
    guard let best = others.max(by: { $0.worth < $1.worth }), best.worth > own else {
      return passage
    }
    var chosen = passage
    chosen.words = best.words
    chosen.alternatives = [passage.words] + passage.alternatives.filter { $0 != best.words }
    return chosen
  }

  private func worth(_ words: [TextWord]) -> Double {
    let counted = words.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
    guard !counted.isEmpty else { return 0 }
    var sum = 0.0
    var least = 1.0
    // In small type the archive's symbol comes out in known ways.
    let filed = filing.words(counted.map(\.text)).map(PhraseSearch.trimmed)
    let isFiled = filed.count > 1 && filed[1] == "VT"
    let isKnown =
      isFiled && filed.count > 2 && filed.dropFirst(2).allSatisfy(filing.symbols.contains)
    for (index, word) in counted.enumerated() {
      let plain = PhraseSearch.trimmed(word.text)
      let isSaid =
        isFiled && index == 1 || isKnown && index > 0 || symbols.contains(plain)
        || word.text.lowercased().contains("b/c")
      let confidence = isSaid ? max(0.9, word.confidence) : word.confidence
      sum += confidence * Double(word.text.count)
      least = min(least, confidence)
    }
    let letters = counted.reduce(0) { $0 + $1.text.count }
    let mean = sum / Double(letters)
    let isNumbers = isFiled && filed.dropFirst(2).contains(where: symbols.contains)
    return mean + least / 2 + (isFiled ? Self.known : 0) + (isNumbers ? Self.known : 0)
  }
}
