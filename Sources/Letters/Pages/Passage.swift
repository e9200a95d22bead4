internal import Documents

/// Words that stand side by side on one row of a page.
struct Passage: Hashable, Sendable {
  var page: Int
  var words: [TextWord]
  /// Other readings of the line that the words are of.
  var alternatives: [[TextWord]] = []

  /// What the words cover.
  var box: PixelBox {
    PixelBox.union(of: words.map(\.box)) ?? PixelBox(x: 0, y: 0, width: 0, height: 0)
  }

  /// The words parted by single spaces.
  var text: String { words.map(\.text).joined(separator: " ") }

  /// The lowest confidence of the engine among the words, 0 … 1.
  var confidence: Double { words.map(\.confidence).min() ?? 0 }

  /// Whether any letter or digit is there.
  var hasContent: Bool {
    words.contains { $0.text.contains { $0.isLetter || $0.isNumber } }
  }

  /// How many letters there are, and how many of them are capitals.
  var letters: (all: Int, capitals: Int) {
    var (all, capitals) = (0, 0)
    for word in words {
      for character in word.text where character.isLetter {
        all += 1
        capitals += character.isUppercase ? 1 : 0
      }
    }
    return (all, capitals)
  }

  /// Whether the words are set in capitals.
  var isCapitals: Bool {
    let (all, capitals) = letters
    return all >= 2 && Double(capitals) >= 0.8 * Double(all)
  }

  /// The part whose words have an index in `range`, with what other readings say between its
  /// neighbours.
  func part(_ range: some RangeExpression<Int>) -> Passage {
    let range = range.relative(to: words)
    guard range != words.indices, !alternatives.isEmpty else {
      return Passage(page: page, words: Array(words[range]), alternatives: alternatives)
    }
    let left = range.lowerBound > 0 ? words[range.lowerBound - 1].box.maxX : .min
    let right = range.upperBound < words.count ? words[range.upperBound].box.x : .max
    return Passage(
      page: page, words: Array(words[range]),
      alternatives: alternatives.map { words in
        words.filter { Int($0.box.midX) >= left && Int($0.box.midX) < right }
      })
  }

  /// Adds what stands beside it on the same row; a reading that one of both lacks is that of its
  /// words.
  mutating func add(_ other: Passage) {
    let count = max(alternatives.count, other.alternatives.count)
    alternatives = (0..<count).map { index in
      let own = index < alternatives.count ? alternatives[index] : words
      return Self.merged(
        own, index < other.alternatives.count ? other.alternatives[index] : other.words)
    }
    words = Self.merged(words, other.words)
  }

  /// `first` and `second` from left to right, the words of each as they were read: a box may take in
  /// strokes beside its word.
  private static func merged(_ first: [TextWord], _ second: [TextWord]) -> [TextWord] {
    var result: [TextWord] = []
    var (first, second) = (first[...], second[...])
    while let own = first.first, let other = second.first {
      result.append(own.box.x <= other.box.x ? first.removeFirst() : second.removeFirst())
    }
    return result + first + second
  }
}
