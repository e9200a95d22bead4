internal import Documents
internal import Gazetteer

/// The name of a person that the readings of one line say together.
///
/// Strokes of a signature and the ring of a seal spoil one word in one reading and another in the
/// next; word by word the readings are laid over each other.
struct NameVote {
  /// The name; its alternatives are what the readings say.
  let name: Passage
  /// How much it looks like what people are called, and how surely it was read.
  let score: Double
  /// Whether a word was put right by what people are called.
  let isRepaired: Bool

  /// How probable the one name that fits must be to be put for a reading that is none.
  private static let sure = 0.9

  /// Reads the name in `part`; nil where there is none.
  init?(_ part: Passage, lexicon: LetterLexicon) {
    let readings = ([part.words] + part.alternatives).map(Self.cleaned).filter { !$0.isEmpty }
    guard !readings.isEmpty else { return nil }
    var names = readings.compactMap(Self.name)
    if readings.count > 1, let joint = Self.name(Self.laid(readings, lexicon: lexicon)) {
      names.append(joint)
    }
    let width = readings.compactMap { PixelBox.union(of: $0.map(\.box))?.width }.max() ?? 0
    let scored = names.map { words in
      (words, Self.score(words, among: names, width: width, lexicon: lexicon))
    }
    guard let best = scored.max(by: { $0.1 < $1.1 }) else { return nil }
    var words = best.0
    isRepaired = Self.repair(&words, lexicon: lexicon)
    name = Passage(
      page: part.page, words: words,
      alternatives: readings.map { Self.name($0) ?? $0 })
    score = best.1
  }

  /// `words` without strokes that were read as signs or as small letters of none.
  private static func cleaned(_ words: [TextWord]) -> [TextWord] {
    words.compactMap { word in
      var word = word
      word.text = String(word.text.drop { !$0.isLetter })
      guard let last = word.text.lastIndex(where: { $0.isLetter || $0 == "." }) else { return nil }
      word.text = String(word.text[...last])
      if word.text.hasSuffix("."), !SignerReader.isDegree(word.text) { word.text.removeLast() }
      return word
    }
  }

  /// The longest run of `words` that may be a person's name.
  private static func name(_ words: [TextWord]) -> [TextWord]? {
    var best: Range<Int>?
    var start = 0
    for index in 0...words.count {
      if index < words.count, SignerReader.isOfName(words[index].text) { continue }
      if index - start > best?.count ?? 1 { best = start..<index }
      start = index + 1
    }
    guard let best, (2...7).contains(best.count) else { return nil }
    return Array(words[best])
  }

  /// Word by word what most readings say, or what is known in a name.
  private static func laid(
    _ readings: [[TextWord]], lexicon: LetterLexicon
  ) -> [TextWord] {
    var slots: [(box: PixelBox, words: [TextWord])] = []
    for word in readings.joined() {
      let slot = slots.firstIndex { slot in
        2 * slot.box.intersection(word.box).width > max(slot.box.width, word.box.width)
      }
      if let slot { slots[slot].words.append(word) } else { slots.append((word.box, [word])) }
    }
    slots.sort { $0.box.x < $1.box.x }
    var result: [TextWord] = []
    for slot in slots {
      let isFirst = result.isEmpty
      func worth(_ word: TextWord) -> Double {
        let text = word.text.lowercased()
        let votes = slot.words.filter { $0.text == word.text }.reduce(0) { $0 + $1.confidence }
        let isKnown = isFirst ? lexicon.surnames.contains(text) : lexicon.isOfNames(text)
        return votes + (isKnown ? 1 : 0) + (SignerReader.isOfName(word.text) ? 0.5 : -1)
      }
      guard let best = slot.words.max(by: { worth($0) < worth($1) }) else { continue }
      // A word that lies over its neighbour is another reading of both.
      if let last = result.last, 3 * last.box.intersection(best.box).width > best.box.width {
        if worth(best) > worth(last) { result[result.count - 1] = best }
        continue
      }
      result.append(best)
    }
    return result
  }

  private static func score(
    _ words: [TextWord], among names: [[TextWord]], width: Int, lexicon: LetterLexicon
  ) -> Double {
    let plain = words.map(\.text).filter { !SignerReader.isDegree($0) }
    let text = words.map(\.text)
    var score = words.map(\.confidence).min() ?? 0
    score += lexicon.surnames.contains(plain.first?.lowercased() ?? "") ? 0.6 : 0
    score += lexicon.names.isKnown(plain.joined(separator: " ")) ? 0.3 : 0
    score += words.count < 3 ? 0 : 0.1
    // What several readings say is surer, and what says more of the line.
    score += names.count { $0.map(\.text) == text } > 1 ? 0.2 : 0
    let own = PixelBox.union(of: words.map(\.box))?.width ?? 0
    return score - 0.8 * Double(max(0, width - own)) / Double(max(1, width))
  }

  /// Puts right the one word that nobody is called, where one name alone fits; returns whether it
  /// did.
  private static func repair(_ words: inout [TextWord], lexicon: LetterLexicon) -> Bool {
    let places = words.indices.filter { !SignerReader.isDegree(words[$0].text) }
    let text = places.map { words[$0].text }.joined(separator: " ")
    guard places.count > 1, !lexicon.names.isKnown(text),
      let best = lexicon.names.repaired(text, limit: 1).first, best.probability > sure
    else { return false }
    let parts = best.text.split(separator: " ").map(String.init)
    guard parts.count == places.count, best.text != text else { return false }
    for (place, part) in zip(places, parts) { words[place].text = part }
    return true
  }
}
