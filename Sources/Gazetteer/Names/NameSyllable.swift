/// A syllable of names and how often it stands in each place of a full name.
package struct NameSyllable: Hashable, Sendable {
  /// The syllable, in small letters.
  package let text: String
  /// Its letters beneath the marks.
  package let letters: [UInt8]
  /// The share of surnames, middle names and given names that it is, 0 … 1.
  package let shares: [Double]
}

extension NameModel {
  /// Every syllable of the model; the shares are the means of both sexes.
  package var syllables: [NameSyllable] {
    frequencies.entries.map { entry in
      NameSyllable(
        text: entry.syllable, letters: entry.stripped,
        shares: NameFrequencies.Place.allCases.map { place in
          (entry.share(place, .male) + entry.share(place, .female)) / 2
        })
    }
  }

  /// The probability that a full name has `count` words.
  package static func probability(ofLength count: Int) -> Double {
    NameFrequencies.probability(ofLength: count)
  }
}
