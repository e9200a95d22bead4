/// How often a source reads words right, and how often it breaks or joins them; all between 0 and 1.
public struct ChannelRates: Hashable, Sendable {
  /// The share of true words that were read letter for letter.
  public var wordsRight: Float
  /// The share of spaces between true words that were not seen.
  public var lostSpaces: Float
  /// The share of true words with a space inside when seen.
  public var addedSpaces: Float
  /// The number of seen chunks that stand for nothing, for each true word.
  public var noiseChunks: Float

  /// Creates rates from shares.
  public init(wordsRight: Float, lostSpaces: Float, addedSpaces: Float, noiseChunks: Float) {
    (self.wordsRight, self.lostSpaces) = (wordsRight, lostSpaces)
    (self.addedSpaces, self.noiseChunks) = (addedSpaces, noiseChunks)
  }
}
