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

  /// The part whose words have an index in `range`.
  func part(_ range: some RangeExpression<Int>) -> Passage {
    Passage(page: page, words: Array(words[range]), alternatives: alternatives)
  }
}
