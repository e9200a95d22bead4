/// Whole words and what was seen for them.
struct WordTable: Sendable {
  /// The true words, as numbered letters, in ascending order.
  let words: [[UInt8]]
  /// The cost that what is seen for a word is none of its readings in the table.
  let restCosts: [Float]
  private let readings: [UInt8]
  private let readingStarts: [Int]
  private let pairStarts: [Int]
  /// The word and the cost of each pair, reading by reading.
  private let pairs: [(word: Int, cost: Float)]

  /// A table whose `words` and `readings` are in ascending order of their letters.
  init(
    words: [(letters: [UInt8], restCost: Float)],
    readings: [(letters: ArraySlice<UInt8>, pairs: [(word: Int, cost: Float)])]
  ) {
    self.words = words.map(\.letters)
    restCosts = words.map(\.restCost)
    var letters: [UInt8] = []
    var (readingStarts, pairStarts): ([Int], [Int]) = ([0], [0])
    var pairs: [(word: Int, cost: Float)] = []
    for reading in readings {
      letters += reading.letters
      pairs += reading.pairs
      readingStarts.append(letters.count)
      pairStarts.append(pairs.count)
    }
    (self.readings, self.readingStarts) = (letters, readingStarts)
    (self.pairs, self.pairStarts) = (pairs, pairStarts)
  }

  var readingCount: Int { readingStarts.count - 1 }

  /// The words that were read as `letters`.
  func pairs(of letters: [UInt8]) -> ArraySlice<(word: Int, cost: Float)> {
    var (low, high) = (0, readingCount)
    while low < high {
      let middle = (low + high) / 2
      if reading(middle).lexicographicallyPrecedes(letters) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < readingCount, reading(low).elementsEqual(letters) else { return [] }
    return pairs[pairStarts[low]..<pairStarts[low + 1]]
  }

  /// The number of the word with these letters; nil when the table does not have it.
  func number(of letters: [UInt8]) -> Int? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lexicographicallyPrecedes(letters) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < words.count && words[low] == letters ? low : nil
  }

  private func reading(_ index: Int) -> ArraySlice<UInt8> {
    readings[readingStarts[index]..<readingStarts[index + 1]]
  }
}
