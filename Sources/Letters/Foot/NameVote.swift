internal import Documents
internal import Foundation
internal import Gazetteer
internal import VietnameseText

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
  static let sure = 0.9

  /// Reads the name in `part`; nil where there is none.
  init?(_ part: Passage, lexicon: LetterLexicon) {
    let readings = ([part.words] + part.alternatives).map {
      PartedWords.joined(Self.oneByOne(Self.cleaned($0)), isNames: true)
    }
    .filter { !$0.isEmpty }
    guard !readings.isEmpty else { return nil }
    var names = readings.compactMap(Self.name)
    names += names.compactMap { name in
      Self.isAgreed(name.first, by: readings) ? nil : Self.withSurname(name, lexicon: lexicon)
    }
    names += names.compactMap { Self.withHiddenSurname($0, from: readings, lexicon: lexicon) }
    if readings.count > 1,
      let joint = Self.name(
        PartedWords.joined(Self.laid(readings, lexicon: lexicon), isNames: true))
    {
      names.append(joint)
    }
    let width = readings.compactMap { PixelBox.union(of: $0.map(\.box))?.width }.max() ?? 0
    let scored = names.map { words in
      let (repaired, isRepaired) = Self.repaired(words, by: readings, lexicon: lexicon)
      let score = Self.score(repaired, among: names, width: width, lexicon: lexicon)
      let loss = Self.isCut(words, from: readings) ? Self.cutting : 0
      return (words: repaired, isRepaired: isRepaired, score: score - (isRepaired ? 0.1 : 0) - loss)
    }
    guard let best = scored.max(by: { $0.score < $1.score }),
      // A word that nothing was read of is better left to a person, and the name with it.
      best.words.allSatisfy({ Self.isLegible($0, lexicon: lexicon) })
    else { return nil }
    let settled = Self.settled(best.words, by: readings, lexicon: lexicon)
    isRepaired = best.isRepaired || settled.map(\.text) != best.words.map(\.text)
    name = Passage(
      page: part.page, words: settled,
      alternatives: readings.map { Self.name($0) ?? $0 })
    score = best.score
  }

  /// What was read with less says nothing.
  static let hopeless = 0.1
  /// From this confidence on a name is what was read, rare as it may be.
  static let legible = 0.88
  /// What was read with less is a name only if people are called so.
  private static let doubtful = 0.5

  private static func isLegible(_ word: TextWord, lexicon: LetterLexicon) -> Bool {
    guard word.confidence > hopeless else { return false }
    let text = word.text.lowercased()
    return word.confidence >= doubtful || SignerReader.isDegree(word.text)
      || lexicon.surnames.contains(text) || lexicon.isOfNames(text)
  }

  /// What it costs a name that a word before it was left out.
  private static let cutting = 0.5
  /// How far a surname under a seal may be misread.
  static let tolerance = 0.6
  /// The same where no other is near: a letter may be lost.
  static let wideTolerance = 1.0

  /// Whether a word that begins as names do stands right before `words` in one of `readings`, or anything
  /// between two of them.
  private static func isCut(_ words: [TextWord], from readings: [[TextWord]]) -> Bool {
    guard let first = words.first else { return false }
    let isParted = zip(words, words.dropFirst()).contains { left, right in
      readings.joined().contains { word in
        word.confidence > 0.4 && word.text.contains(where: \.isLetter)
          && word.box.x >= left.box.maxX && word.box.maxX <= right.box.x
      }
    }
    return isParted
      || readings.joined().contains { word in
        let gap = first.box.x - word.box.maxX
        return abs(gap) < first.box.height * 4 / 5 && word.box.midX < Double(first.box.x)
          && word.text.count > 1 && word.confidence > 0.4 && SignerReader.isOfName(word.text)
      }
  }

  /// So many readings that are all sure of a word are right about it, rare as a name may be: Vừ, Hạ Hầu.
  private static let enough = 3
  /// What they are sure of it with.
  private static let certain = 0.9

  /// Whether all of several readings surely say `word`.
  static func isAgreed(_ word: TextWord?, by readings: [[TextWord]]) -> Bool {
    guard let word else { return false }
    let same = readings.joined().filter {
      2 * $0.box.intersection(word.box).width > min($0.box.width, word.box.width)
    }
    return same.count >= enough
      && same.allSatisfy { $0.text == word.text && $0.confidence >= certain }
  }

  /// `words` without strokes that were read as signs or as small letters of none.
  private static func cleaned(_ words: [TextWord]) -> [TextWord] {
    words.compactMap { word in
      var word = word
      // ThS. comes out as Th$.
      word.text = word.text.replacing("$", with: "S")
      word.text = String(word.text.drop { !$0.isLetter })
      guard let last = word.text.lastIndex(where: { $0.isLetter || $0 == "." }) else { return nil }
      word.text = String(word.text[...last])
      if word.text.hasSuffix("."), !SignerReader.isDegree(word.text) { word.text.removeLast() }
      return word
    }
  }

  /// `words` of one reading without those that lie over others which say the same more surely, or of
  /// which they are the end.
  private static func oneByOne(_ words: [TextWord]) -> [TextWord] {
    words.filter { word in
      !words.contains { other in
        other != word && other.confidence > word.confidence
          && (other.text == word.text
            || other.text.count > word.text.count && other.text.hasSuffix(word.text))
          && 5 * other.box.intersection(word.box).width
            > 3 * min(other.box.width, word.box.width)
      }
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
    guard var best, (2...7).contains(best.count) else { return nil }
    // A stroke beside a name is no letter of it, but Y is a name by itself.
    if best.count > 2, words[best.lowerBound].text.count == 1, words[best.lowerBound].text != "Y" {
      best = best.dropFirst()
    }
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
      // A sliver beside a word that says the same is of that word.
      if let last = result.last, last.text == best.text, 3 * best.box.width < last.box.width {
        continue
      }
      // A word that lies over its neighbour is another reading of both.
      if let last = result.last, 3 * last.box.intersection(best.box).width > best.box.width {
        if worth(best) > worth(last) { result[result.count - 1] = best }
        continue
      }
      result.append(best)
    }
    return result
  }

  /// The width between `words` in which others may stand that were not read.
  private static func hidden(between words: [TextWord]) -> Int {
    let heights = words.map(\.box.height).sorted()
    guard let height = heights.first else { return 0 }
    return zip(words, words.dropFirst()).reduce(0) { sum, pair in
      let gap = pair.1.box.x - pair.0.box.maxX
      return sum + (2 * gap > 3 * height ? gap : 0)
    }
  }

  private static func score(
    _ words: [TextWord], among names: [[TextWord]], width: Int, lexicon: LetterLexicon
  ) -> Double {
    let plain = words.map(\.text).filter { !SignerReader.isDegree($0) }
    let text = words.map(\.text)
    let confidences = words.map(\.confidence)
    let mean = confidences.reduce(0, +) / Double(max(1, words.count))
    var score = ((confidences.min() ?? 0) + mean) / 2
    score += lexicon.surnames.contains(plain.first?.lowercased() ?? "") ? 0.6 : 0
    score += lexicon.names.isKnown(plain.joined(separator: " ")) ? 0.3 : 0
    // Few people have names of two words; of many a name the first was not read.
    score += plain.count < 3 ? -0.3 : 0.1
    // What several readings say is surer, and what says more of the line.
    score += names.count { $0.map(\.text) == text } > 1 ? 0.2 : 0
    let own = (PixelBox.union(of: words.map(\.box))?.width ?? 0) - hidden(between: words)
    return score - 0.8 * Double(max(0, width - own)) / Double(max(1, width))
  }
}
