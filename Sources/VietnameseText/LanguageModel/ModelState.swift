/// What a language model knows of the words before: its longest n-grams that end there.
struct ModelState: Hashable, Sendable {
  /// The last word.
  var word: UInt16
  /// The place of the bigram of the last two words; −1 when the model lacks it.
  var bigram: Int32
  /// The place of the trigram of the last three words; −1 when the model lacks it.
  var trigram: Int32

  /// The beginning of a paragraph.
  static let start = ModelState(word: WordID.boundary, bigram: -1, trigram: -1)
}

extension LanguageModel {
  /// P(`id` | `state`), and the state after it.
  func next(_ id: UInt16, after state: ModelState) -> (probability: Float, state: ModelState) {
    var probability = probability(of: id)
    var next = ModelState(word: id, bigram: -1, trigram: -1)
    let followers = followers(of: state.word)
    if let place = bigrams.find(id, in: followers) {
      probability = bigrams.probability(place)
      next.bigram = Int32(truncatingIfNeeded: place)
    } else {
      probability *= backoff(of: state.word)
    }
    guard state.bigram >= 0 else { return (probability, next) }
    if let place = trigrams.find(id, in: bigrams.followers(of: Int(state.bigram))) {
      probability = trigrams.probability(place)
      next.trigram = Int32(truncatingIfNeeded: place)
    } else {
      probability *= bigrams.backoff(Int(state.bigram))
    }
    guard state.trigram >= 0 else { return (probability, next) }
    if let place = quadgrams.find(id, in: trigrams.followers(of: Int(state.trigram))) {
      probability = quadgrams.probability(place)
    } else {
      probability *= trigrams.backoff(Int(state.trigram))
    }
    return (probability, next)
  }
}
