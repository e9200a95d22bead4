/// Word and character error rate of one reading of a text.
public struct ReadingScore: Hashable, Codable, Sendable {
  /// Errors among what stands between spaces.
  public var words = EditCounts()
  /// Errors among the characters, the spaces between words included.
  public var characters = EditCounts()

  /// Counts nothing yet.
  public init() {}

  /// Scores `reading` against `truth`.
  public init(
    of reading: ComparedText, against truth: ComparedText, span: EditCounts.Span = .whole
  ) {
    words = EditCounts(of: reading.words, against: truth.words, span: span)
    characters = EditCounts(of: reading.letters, against: truth.letters, span: span)
  }

  /// Adds the score of another pair.
  public static func += (left: inout ReadingScore, right: ReadingScore) {
    left.words += right.words
    left.characters += right.characters
  }
}
