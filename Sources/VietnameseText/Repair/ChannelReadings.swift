import Foundation

/// The words that a word can be which an engine read, or a person typed.
struct ChannelReadings {
  let lexicon: ChannelLexicon
  let search: CandidateSearch
  /// P(a word is damaged) here, relative to that of the channel's own pages; 1 for pages like those.
  var damage: Float = 1
  /// Whether the engine takes words for numbers: "ở" for 6, "là" for 14.
  var mistakesNumbers = false

  /// The most entries that are looked at for one token.
  private static let limit = 24
  /// How much dearer than the best an entry may be, in nats.
  private static let window: Float = 12
  /// The cost of each letter of a word that the lexicon lacks, in nats.
  private static let strangeLetter: Float = 3.6
  /// The cost of a digit or sign in such a word.
  private static let strangeSign: Float = 4

  /// The readings of the word `seen`; one of them leaves it as it is.
  func readings(of seen: [UInt8]) -> [TokenReading] {
    let text = String(decoding: seen, as: UTF8.self)
    if damage < 1 && !Self.isTyped(text) || !mistakesNumbers && hasNote(text) {
      return standing(seen, text)
    }
    var readings: [TokenReading] = []
    for candidate in search.candidates(for: text, limit: Self.limit, window: Self.window) {
      let first = lexicon.texts[candidate.word]
      let isSame = candidate.second == nil && first == seen
      let weight = exp(-candidate.cost) * (isSame ? 1 : damage)
      for sense in lexicon.senses(of: candidate.word) {
        guard let second = candidate.second else {
          readings.append(
            TokenReading(id: sense.id, weight: weight * sense.weight, text: first))
          continue
        }
        let joined = first + [0x20] + lexicon.texts[second]
        for other in lexicon.senses(of: second) {
          readings.append(
            TokenReading(
              id: sense.id, secondID: other.id, weight: weight * sense.weight * other.weight,
              text: joined))
        }
      }
    }
    readings.append(
      TokenReading(id: WordID.unknown, weight: exp(-strangeness(of: text)), text: seen))
    return readings
  }

  /// Whether a slip can be told in a word that a person typed.
  ///
  /// It is written with letters of Vietnamese alone, and is a syllable or has a mark. A foreign word
  /// is right as it stands.
  private static func isTyped(_ text: String) -> Bool {
    var (letters, isMarked) = (0, false)
    for scalar in text.unicodeScalars {
      guard let letter = Letter(scalar), letter.base >= 0x61 else { return false }
      letters += 1
      if letter.tone != .level || letter.quality != .plain { isMarked = true }
    }
    return letters > 1 && (isMarked || Syllable(text) != nil)
  }

  /// Whether a known word has the number of a note, or an exponent, behind it: "nhân1", "cm3".
  private func hasNote(_ text: String) -> Bool {
    let word = text.prefix { !$0.isASCII || !$0.isNumber }
    let note = text.dropFirst(word.count)
    return !word.isEmpty && !note.isEmpty && note.allSatisfy { $0.isASCII && $0.isNumber }
      && lexicon.trie.number(of: String(word)) != nil
  }

  /// The reading that leaves a word as it is.
  private func standing(_ seen: [UInt8], _ text: String) -> [TokenReading] {
    guard let entry = lexicon.trie.number(of: text) else {
      return [TokenReading(id: WordID.unknown, weight: 1, text: seen)]
    }
    return lexicon.senses(of: entry).map {
      TokenReading(id: $0.id, weight: $0.weight, text: seen)
    }
  }

  /// The cost that a word which the lexicon lacks is written like this, in nats.
  private func strangeness(of text: String) -> Float {
    text.unicodeScalars.reduce(0) { cost, scalar in
      cost + (scalar.properties.isAlphabetic ? Self.strangeLetter : Self.strangeSign)
    }
  }

  /// P(a digit | a number stands there).
  private static let digit: Float = 0.1

  /// The readings of the number `seen`: itself and, where it is short, words that look like it.
  func readings(ofNumber seen: [UInt8]) -> [TokenReading] {
    guard mistakesNumbers, seen.count <= 2 else { return [] }
    let text = String(decoding: seen, as: UTF8.self)
    var readings = words(like: text, limit: 6, window: 4, dearest: 6)
    let weight = seen.reduce(Float(1)) { weight, _ in weight * Self.digit }
    readings.append(TokenReading(id: WordID.number, weight: weight, text: seen))
    return readings
  }

  /// The readings of two tokens that were one word.
  func readings(ofJoined first: [UInt8], _ second: [UInt8]) -> [TokenReading] {
    let text = String(decoding: first + second, as: UTF8.self)
    let rate = search.channel.rates.addedSpaces * damage
    guard rate > 0, first.count + second.count <= 10 else { return [] }
    return words(like: text, limit: 4, window: 3).map { reading in
      var reading = reading
      reading.weight *= rate
      return reading
    }
  }

  /// The single words that `text` can be, none at a cost of more than `dearest` nats.
  private func words(
    like text: String, limit: Int, window: Float, dearest: Float = .infinity
  ) -> [TokenReading] {
    search.candidates(for: text, limit: limit, window: window).flatMap { candidate in
      guard candidate.second == nil, candidate.cost < dearest else { return [TokenReading]() }
      return lexicon.senses(of: candidate.word).map { sense in
        TokenReading(
          id: sense.id, weight: exp(-candidate.cost) * sense.weight,
          text: lexicon.texts[candidate.word])
      }
    }
  }
}
