/// A word that may be written where something was seen, or two words whose space was lost.
public struct Candidate: Hashable, Sendable {
  /// The number of the word in the lexicon.
  public var word: Int
  /// The number of the word behind it, where what was seen is two words; nil otherwise.
  public var second: Int?
  /// The cost of what was seen given the candidate: the negative natural logarithm of its probability.
  public var cost: Float

  /// Creates a candidate.
  public init(word: Int, second: Int? = nil, cost: Float) {
    (self.word, self.second, self.cost) = (word, second, cost)
  }
}
