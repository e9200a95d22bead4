internal import Documents
internal import Foundation
internal import Gazetteer
internal import VietnameseText

/// Puts right what is no name of a person, by what people are called.
extension NameVote {
  /// `words` with the surname that its first word all but says, where that is none; nil where no
  /// surname is nearest.
  static func withSurname(
    _ words: [TextWord], lexicon: LetterLexicon
  ) -> [TextWord]? {
    guard words.count > 2, let first = words.first?.text, words[0].confidence > 0.4,
      !SignerReader.isDegree(first), !lexicon.surnames.contains(first.lowercased())
    else { return nil }
    let folded = FoldedLetters(first)
    let near = lexicon.surnames.map { name in
      let capital = name.prefix(1).uppercased() + name.dropFirst()
      return (name: capital, distance: ReadingDistance.between(folded, FoldedLetters(capital)))
    }.filter { $0.distance <= wideTolerance }.sorted { $0.distance < $1.distance }
    guard let nearest = near.first,
      nearest.distance <= tolerance
        ? near.count < 2 || near[1].distance > nearest.distance
        : near.count == 1 && first.count > 2
    else { return nil }
    var result = words
    result[0].text = nearest.name
    return result
  }

  /// `words`, of which the first is no surname, behind the one surname that what one of `readings` has right
  /// before it may be; nil where there is none.
  static func withHiddenSurname(
    _ words: [TextWord], from readings: [[TextWord]], lexicon: LetterLexicon
  ) -> [TextWord]? {
    let degrees = words.prefix { SignerReader.isDegree($0.text) }.count
    guard degrees < words.count, !lexicon.surnames.contains(words[degrees].text.lowercased()) else {
      return nil
    }
    let first = words[degrees]
    let left = degrees > 0 ? words[degrees - 1].box.maxX : first.box.x - 3 * first.box.height
    let found = readings.joined().filter { word in
      word.text.count > 1 && word.confidence > hopeless && Int(word.box.midX) > left
        && word.box.maxX <= first.box.x
    }.compactMap { word -> TextWord? in
      let capital = word.text.prefix(1).uppercased() + word.text.dropFirst()
      guard let name = surname(nearest: capital, lexicon: lexicon) else { return nil }
      return TextWord(text: name, box: word.box, confidence: word.confidence)
    }
    guard let surname = found.max(by: { $0.confidence < $1.confidence }),
      found.allSatisfy({ $0.text == surname.text })
    else { return nil }
    return Array(words[..<degrees]) + [surname] + words[degrees...]
  }

  /// The surname that `word` is or all but says; nil where several are as near.
  static func surname(nearest word: String, lexicon: LetterLexicon) -> String? {
    if lexicon.surnames.contains(word.lowercased()) { return word }
    let folded = FoldedLetters(word)
    let near = lexicon.surnames.map { name in
      let capital = name.prefix(1).uppercased() + name.dropFirst()
      return (name: capital, distance: ReadingDistance.between(folded, FoldedLetters(capital)))
    }.filter { $0.distance <= tolerance }.sorted { $0.distance < $1.distance }
    guard let nearest = near.first, near.count < 2 || near[1].distance > nearest.distance else {
      return nil
    }
    return nearest.name
  }

  /// `words` with those put right that nobody is called, where one name alone fits, and whether there
  /// were any.
  static func repaired(
    _ words: [TextWord], by readings: [[TextWord]], lexicon: LetterLexicon
  ) -> (words: [TextWord], isRepaired: Bool) {
    let places = words.indices.filter { !SignerReader.isDegree(words[$0].text) }
    let text = places.map { words[$0].text }.joined(separator: " ")
    guard places.count > 1, !lexicon.names.isKnown(text) else { return (words, false) }
    let meant = lexicon.names.words(of: text, limit: 1)
    guard meant.count == places.count else { return (words, false) }
    var result = words
    for (index, (place, own)) in zip(places, meant).enumerated() {
      // A syllable that was read surely is a name, rare as it may be, but no letter alone.
      let isSure =
        words[place].confidence >= legible && words[place].text.count > 1
        && Syllable.isPossible(words[place].text.lowercased())
      guard words[place].confidence > hopeless, !isSure else { continue }
      // All readings of the word say together what one alone does not.
      let seen = variants(of: text, at: index, words[place], in: readings)
      let all = lexicon.names.words(of: text, read: [seen], limit: 1)
      let word = all.count == places.count ? all[index] : own
      let key = word.printed.lowercased()
      let isCalled =
        place == places.first ? lexicon.surnames.contains(key) : lexicon.isOfNames(key)
      guard !isCalled, !isAgreed(words[place], by: readings), let best = word.meant.first,
        best.probability > sure
      else { continue }
      result[place].text = best.text
    }
    return (result, result.map(\.text) != words.map(\.text))
  }

  /// The name `text` with its word at `index`, `word`, as each of `readings` has it.
  static func variants(
    of text: String, at index: Int, _ word: TextWord, in readings: [[TextWord]]
  ) -> [String] {
    let seen = readings.joined().filter {
      2 * $0.box.intersection(word.box).width > max($0.box.width, word.box.width)
        && $0.confidence > hopeless && $0.text.contains(where: \.isLetter)
    }
    let words = text.split(separator: " ").map(String.init)
    return [text]
      + Set(seen.map(\.text)).subtracting([word.text]).sorted().map { other in
        (words[..<index] + [other] + words[(index + 1)...]).joined(separator: " ")
      }
  }

  /// `words` with the marks on which `readings` differ as people are most probably called.
  static func settled(
    _ words: [TextWord], by readings: [[TextWord]], lexicon: LetterLexicon
  ) -> [TextWord] {
    let places = words.indices.filter { !SignerReader.isDegree(words[$0].text) }
    var result = words
    for (index, place) in places.enumerated() {
      let letters = words[place].text.strippingMarks().lowercased()
      let seen = readings.joined().filter { word in
        2 * word.box.intersection(words[place].box).width > word.box.width
          && word.text.strippingMarks().lowercased() == letters
      }
      guard Set(seen.map(\.text)).count > 1 else { continue }
      func name(_ word: String) -> String {
        places.map { $0 == place ? word : result[$0].text }.joined(separator: " ")
      }
      let called = lexicon.names.words(of: name(words[place].text), limit: 8)
      let others = called.count == places.count ? called[index].meant.map(\.text) : []
      let choices = Set(seen.map(\.text)).union(
        others.filter { $0.strippingMarks().lowercased() == letters })
      func worth(_ word: String) -> Double {
        seen.reduce(lexicon.names.logProbability(of: name(word))) { sum, reading in
          let confidence = min(0.97, max(0.4, reading.confidence))
          return sum + (reading.text == word ? log(confidence) : log(1 - confidence) - 1)
        }
      }
      // A family's name is one of those that there are: that which a reading says, or which is alone.
      let families = index == 0 ? choices.filter { lexicon.surnames.contains($0.lowercased()) } : []
      let isFamily = seen.contains { lexicon.surnames.contains($0.text.lowercased()) }
      let meant = isFamily || families.count == 1 ? Set(families) : choices
      let best = (meant.isEmpty ? choices : meant).sorted().max { worth($0) < worth($1) }
      result[place].text = best ?? words[place].text
    }
    return result
  }
}
