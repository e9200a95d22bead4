/// Puts words in capitals whose accented letters had none in their font: `CộNG HòA` becomes
/// `CỘNG HÒA`.
enum CapitalRepair {
  /// A word with what its letters say.
  private struct Word {
    var chunk: Int
    var range: Range<Int>
    var capitals = 0
    var small = 0
    /// Small letters with marks, which a font without capitals has for both.
    var doubtful = 0

    var isCapitals: Bool { capitals > 1 && small + doubtful == 0 }
    var becomesCapitals: Bool { small == 0 && capitals > 1 && doubtful > 0 }
    var isDoubtful: Bool { small == 0 && capitals < 2 && doubtful > 0 }
  }

  /// Changes the words of `chunks`.
  static func apply(to chunks: inout [[UInt32]]) {
    var words = Self.words(of: chunks)
    for index in words.indices where words[index].becomesCapitals {
      raise(&words[index], in: &chunks)
    }
    // A run of words such as Xã says nothing by itself: it goes with its neighbours.
    let hasSmall = words.contains { $0.small > 0 }
    var index = 0
    while index < words.count {
      guard words[index].isDoubtful else {
        index += 1
        continue
      }
      let end = words[index...].firstIndex { !$0.isDoubtful } ?? words.count
      let neighbours = [index > 0 ? words[index - 1] : nil, end < words.count ? words[end] : nil]
        .compactMap { $0 }
      let isAmongCapitals = !neighbours.isEmpty && neighbours.allSatisfy(\.isCapitals)
      // A single neighbour is enough where nothing in the paragraph is small.
      if isAmongCapitals, neighbours.count == 2 || !hasSmall {
        for place in index..<end { raise(&words[place], in: &chunks) }
      }
      index = end
    }
  }

  private static func raise(_ word: inout Word, in chunks: inout [[UInt32]]) {
    for place in word.range {
      chunks[word.chunk][place] = CaseTable.shared.upper(chunks[word.chunk][place])
    }
    word.capitals = max(2, word.range.count)
    word.doubtful = 0
  }

  private static func words(of chunks: [[UInt32]]) -> [Word] {
    var words: [Word] = []
    for (index, chunk) in chunks.enumerated() {
      for range in WordEvidence.words(of: chunk) {
        var word = Word(chunk: index, range: range)
        for scalar in chunk[range] {
          switch CaseTable.shared.isUpper(scalar) {
          case true?: word.capitals += 1
          case false?: if scalar < 0x80 { word.small += 1 } else { word.doubtful += 1 }
          case nil: break
          }
        }
        words.append(word)
      }
    }
    return words
  }
}
