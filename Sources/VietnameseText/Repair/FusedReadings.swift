import Foundation

/// The words that a word can be which two engines read.
///
/// Each engine is a channel of its own; their errors have the same blots and broken strokes for a
/// cause, so that the second counts for less than it would alone.
struct FusedReadings {
  let first: ChannelReadings
  let second: ChannelReadings
  /// The exponent of the second channel's probability.
  var trust: Float = 0.6

  /// The readings of a word that the first engine read as `seen` and the second as `other`.
  func readings(of seen: [UInt8], beside other: [UInt8]) -> [TokenReading] {
    var readings = first.readings(of: seen)
    let text = String(decoding: seen, as: UTF8.self)
    let otherText = String(decoding: other, as: UTF8.self)
    var known = Set(readings.map(\.text))
    for candidate in second.search.candidates(for: otherText, limit: 12, window: 8) {
      guard candidate.second == nil else { continue }
      let word = second.lexicon.texts[candidate.word]
      guard known.insert(word).inserted else { continue }
      let cost = first.search.cost(of: text, given: String(decoding: word, as: UTF8.self))
      for sense in second.lexicon.senses(of: candidate.word) {
        readings.append(TokenReading(id: sense.id, weight: exp(-cost) * sense.weight, text: word))
      }
    }
    var costs: [[UInt8]: Float] = [:]
    for index in readings.indices {
      let word = readings[index].text
      let cost =
        costs[word]
        ?? second.search.cost(of: otherText, given: String(decoding: word, as: UTF8.self))
      costs[word] = cost
      readings[index].weight *= exp(-trust * cost)
    }
    return readings
  }
}
