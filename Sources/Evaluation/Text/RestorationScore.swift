internal import VietnameseText

/// How many syllables of a text came back as they were, line by line.
///
/// A syllable is a run of letters; tone placement is folded, letter case counts.
public struct RestorationScore: Hashable, Codable, Sendable {
  /// The syllables of the truth.
  public var syllables = 0
  /// Those that the output has at their place.
  public var right = 0

  /// Counts nothing yet.
  public init() {}

  /// Scores one line of `output` against the same line of the truth.
  public mutating func add(output: String, truth: String) {
    let expected = Self.syllables(of: truth)
    let found = Self.syllables(of: output)
    syllables += expected.count
    if expected.count == found.count {
      right += zip(expected, found).count { $0 == $1 }
    } else {
      right += WordAlignment(of: found, against: expected).rightCount
    }
  }

  /// The share of the syllables that are right, 0 … 1.
  public var share: Double { syllables == 0 ? 1 : Double(right) / Double(syllables) }

  private static func syllables(of line: String) -> [Substring] {
    LetterRuns(in: line.normalized().foldingTonePlacement()).texts
  }
}
