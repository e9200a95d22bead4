/// What the language model says of the options of one step after one state, and which states they lead
/// to.
struct OptionScores {
  /// P(option | state) of each option.
  private(set) var probabilities: [Float] = []
  /// The place of the bigram that each option ends; −1 when the model lacks it.
  private(set) var bigrams: [Int32] = []
  /// The place of the trigram that each option ends; −1 when the model lacks it.
  private(set) var trigrams: [Int32] = []

  private var unigrams: [Float] = []
  private var sources = 0
  private var states: [ModelState] = []
  private var places: [Int32] = []
  private var counts: [Int] = []

  /// Makes room for the options in `range`, each after as many states as there are `sources`.
  mutating func reset(
    _ model: LanguageModel, _ options: [LatticeOption], _ range: Range<Int>, sources: Int
  ) {
    self.sources = sources
    while unigrams.count < range.count {
      unigrams.append(0)
      probabilities.append(0)
      bigrams.append(-1)
      trigrams.append(-1)
      counts.append(0)
    }
    while states.count < range.count * sources {
      states.append(.start)
      places.append(0)
    }
    for index in range {
      unigrams[index - range.lowerBound] = model.probability(of: options[index].id)
      counts[index - range.lowerBound] = 0
    }
  }

  // MARK: Scores

  /// Finds the probabilities of the options in `range` after `state`.
  mutating func look(
    up options: [LatticeOption], _ range: Range<Int>, after state: ModelState,
    in model: LanguageModel
  ) {
    let rest = model.backoff(of: state.word)
    for offset in 0..<range.count {
      probabilities[offset] = unigrams[offset] * rest
      bigrams[offset] = -1
      trigrams[offset] = -1
    }
    walk(model.bigrams, model.followers(of: state.word), options, range) { scores, offset, place in
      scores.probabilities[offset] = model.bigrams.probability(place)
      scores.bigrams[offset] = Int32(truncatingIfNeeded: place)
    }
    guard state.bigram >= 0 else { return }
    let bigram = Int(state.bigram)
    let rest2 = model.bigrams.backoff(bigram)
    for offset in 0..<range.count { probabilities[offset] *= rest2 }
    walk(model.trigrams, model.bigrams.followers(of: bigram), options, range) {
      scores, offset, place in
      scores.probabilities[offset] = model.trigrams.probability(place)
      scores.trigrams[offset] = Int32(truncatingIfNeeded: place)
    }
    guard state.trigram >= 0 else { return }
    let trigram = Int(state.trigram)
    let rest3 = model.trigrams.backoff(trigram)
    for offset in 0..<range.count { probabilities[offset] *= rest3 }
    walk(model.quadgrams, model.trigrams.followers(of: trigram), options, range) {
      scores, offset, place in
      scores.probabilities[offset] = model.quadgrams.probability(place)
    }
  }

  /// Calls `body` for every option whose word is among `followers`, with the place of the n-gram.
  ///
  /// Both are in ascending order, and the readings of a stripped word are neighbours: after the first
  /// search the next n-gram is mostly the one looked for.
  @inline(__always)
  private mutating func walk(
    _ level: ModelLevel, _ followers: Range<Int>, _ options: [LatticeOption], _ range: Range<Int>,
    _ body: (inout OptionScores, Int, Int) -> Void
  ) {
    guard !followers.isEmpty else { return }
    var place = level.lowerBound(options[range.lowerBound].id, in: followers)
    for index in range {
      guard place < followers.upperBound else { return }
      let id = options[index].id
      if level.word(place) < id {
        place += 1
        if place < followers.upperBound, level.word(place) < id {
          place = level.lowerBound(id, in: place..<followers.upperBound)
        }
        guard place < followers.upperBound else { return }
      }
      if level.word(place) == id { body(&self, index - range.lowerBound, place) }
    }
  }

  // MARK: States

  /// The place of the node with this state that option `offset` led to.
  func find(_ state: ModelState, offset: Int) -> Int32? {
    for index in 0..<counts[offset] where states[offset * sources + index] == state {
      return places[offset * sources + index]
    }
    return nil
  }

  /// Notes the node with this state that option `offset` led to.
  mutating func insert(_ state: ModelState, place: Int32, offset: Int) {
    states[offset * sources + counts[offset]] = state
    places[offset * sources + counts[offset]] = place
    counts[offset] += 1
  }
}
