/// What was decided for a token, or for two that were one word.
struct TokenDecision {
  /// The tokens, by their places in the paragraph.
  var tokens: Range<Int>
  /// The text they shall have; nil where they stay.
  var text: [UInt8]?
  /// How likely that is, 0 … 1.
  var probability: Float
}
