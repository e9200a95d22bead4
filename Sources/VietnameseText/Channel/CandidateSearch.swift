/// Finds the words that may be written where something was seen.
public struct CandidateSearch: Sendable {
  /// What is seen longer than this has no candidates.
  public static let longestSeen = 40
  /// The most states that one search follows; nearly all need a tenth of it.
  static let longestSearch = 2000

  /// The channel that misreads.
  public let channel: ChannelModel
  /// The lexicon.
  public let trie: WordTrie
  /// The number in the channel's alphabet of each edge's letter.
  private let edgeCodes: [UInt8]
  /// The word in the channel's table for each word of the lexicon; -1 where there is none.
  private let tableWords: [Int32]
  /// The word of the lexicon for each word in the channel's table; -1 where there is none.
  private let lexiconWords: [Int32]

  /// The written letters of each segment, the first in the lowest two bytes.
  private let segmentLetters: [UInt64]

  /// Prepares the search of one lexicon for one channel.
  public init(channel: ChannelModel, trie: WordTrie) {
    (self.channel, self.trie) = (channel, trie)
    let alphabet = channel.alphabet
    edgeCodes = trie.edgeLetters.map { alphabet.code(of: $0) }
    var tableWords = [Int32](repeating: -1, count: trie.wordCount)
    lexiconWords = channel.words.words.enumerated().map { index, letters in
      var node = 0
      for code in letters {
        guard let letter = alphabet.letter(code), let child = trie.child(of: node, by: letter)
        else { return -1 }
        node = child
      }
      let word = trie.wordNumbers[node]
      if word >= 0 { tableWords[Int(word)] = Int32(index) }
      return word
    }
    self.tableWords = tableWords
    segmentLetters = channel.segments.entries.map { entry in
      SegmentTable.codes(entry.truth).reversed().reduce(0) {
        $0 << 16 | UInt64(alphabet.letter($1) ?? 0)
      }
    }
  }

  /// The words of which `seen` may be a reading, the likeliest first: at most `limit` of them, none
  /// dearer than the first by more than `window` nats, rarity included.
  ///
  /// `seen` should be in NFC and without white space. Two words are looked for only where one word
  /// alone is dearer than a lost space.
  public func candidates(for seen: String, limit: Int, window: Float = 7) -> [Candidate] {
    let codes = channel.alphabet.codes(of: seen)
    guard !codes.isEmpty, codes.count <= Self.longestSeen, limit > 0, trie.leastCosts[0].isFinite
    else { return [] }
    var found = singleWords(for: codes, limit: limit, window: window)
    let best = found.map(\.cost).min() ?? .infinity
    if best > channel.lostSpaceCost { found += pairs(for: codes, limit: best + window) }
    found.sort { (total($0), $0.word, $0.second ?? -1) < (total($1), $1.word, $1.second ?? -1) }
    if let best = found.first {
      let most = total(best) + window
      found.removeAll { total($0) > most }
    }
    return Array(found.prefix(limit))
  }

  /// The cost of a candidate with those of its words by themselves.
  private func total(_ candidate: Candidate) -> Float {
    candidate.cost + trie.wordCosts[candidate.word]
      + (candidate.second.map { trie.wordCosts[$0] } ?? 0)
  }

  /// The cost that `seen` was read where `word` is written, be they in the lexicon or not.
  public func cost(of seen: String, given word: String) -> Float {
    channel.cost(of: seen, given: word)
  }

  private func singleWords(
    for codes: [UInt8], limit: Int, window: Float, isThorough: Bool = true
  ) -> [Candidate] {
    let table = channel.words.pairs(of: codes)
    var costs: [Int: Float] = [:]
    for pair in table where lexiconWords[pair.word] >= 0 {
      costs[Int(lexiconWords[pair.word])] = pair.cost
    }
    // Nearly always the best word costs little more than the letters by themselves could. Words of
    // the table may turn out dearer than they seem, so that some more are looked at.
    let margins = isThorough ? [window + 3, ChannelModel.impossible] : [window + 3]
    for found in segmented(codes, limit: limit * 3 / 2, window: window, margins: margins) {
      // The table has the last word on the readings that it knows.
      guard costs[found.word] == nil else { continue }
      let word = tableWords[found.word]
      costs[found.word] = found.cost + (word >= 0 ? channel.words.restCosts[Int(word)] : 0)
    }
    // A dictionary has another order in every run, and the search for pairs depends on it.
    return costs.map { Candidate(word: $0.key, cost: $0.value) }
      .sorted { ($0.cost, $0.word) < ($1.cost, $1.word) }
  }

  /// Two words, neither of a single letter, whose space was lost; at a cost of no more than `limit`.
  private func pairs(for codes: [UInt8], limit: Float) -> [Candidate] {
    guard codes.count >= 4 else { return [] }
    var found: [Candidate] = []
    var ceiling = limit
    for place in 2...(codes.count - 2) {
      let firsts = singleWords(for: Array(codes[..<place]), limit: 4, window: 3, isThorough: false)
      let best = (firsts.map(\.cost).min() ?? .infinity) + channel.lostSpaceCost
      guard best < ceiling else { continue }
      for second in singleWords(for: Array(codes[place...]), limit: 4, window: 3, isThorough: false)
      {
        for first in firsts {
          let cost = first.cost + channel.lostSpaceCost + second.cost
          guard cost < ceiling else { continue }
          found.append(Candidate(word: first.word, second: second.word, cost: cost))
          ceiling = min(ceiling, cost + 7)
        }
      }
    }
    return found
  }

  /// The words that segments lead to, the cheapest first, at the first of `margins` that has some.
  private func segmented(
    _ codes: [UInt8], limit: Int, window: Float, margins: [Float]
  ) -> [(word: Int, cost: Float)] {
    let lattice = SegmentLattice(codes, channel: channel)
    for margin in margins {
      let found = segmented(codes, lattice, limit, window, margin: margin)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The words that segments lead to at a cost no more than `margin` above the lattice's bound.
  private func segmented(
    _ codes: [UInt8], _ lattice: SegmentLattice, _ limit: Int, _ window: Float, margin: Float
  ) -> [(word: Int, cost: Float)] {
    // Spans: reading arrays through the structures counts references at every step.
    let (childStarts, wordNumbers) = (trie.childStarts.span, trie.wordNumbers.span)
    let (edgeLetters, edgeCodes) = (trie.edgeLetters.span, edgeCodes.span)
    let (pairs, lost) = (channel.letters.pairs.span, channel.letters.lost.span)
    let (entries, spellings) = (channel.segments.entries.span, segmentLetters.span)
    let alphabetCount = channel.alphabet.count
    let added = channel.letters.added
    let (nearest, farthest) = (trie.nearest.span, trie.farthest.span)
    let (wordCosts, leastCosts) = (trie.wordCosts.span, trie.leastCosts.span)
    var queue = CandidateQueue(limit: lattice.bound(from: 0) + leastCosts[0] + margin)
    var found: [(word: Int, cost: Float)] = []
    queue.push(node: 0, place: 0, cost: 0, total: lattice.bound(from: 0) + leastCosts[0])
    var pops = 0
    while found.count < limit, pops < Self.longestSearch, let state = queue.pop() {
      pops += 1
      let (node, place) = (Int(state.node), Int(state.place))
      if place == codes.count, wordNumbers[node] >= 0 {
        found.append((Int(wordNumbers[node]), state.cost))
        queue.lower(limit: state.cost + wordCosts[Int(wordNumbers[node])] + window)
      }
      let children = Int(childStarts[node])..<Int(childStarts[node + 1])
      let bound = lattice.bound(from: place)
      for edge in children {
        let cost = state.cost + lost[Int(edgeCodes[edge])]
        guard cost + bound + leastCosts[edge + 1] < queue.limit else { continue }
        let rest =
          leastCosts[edge + 1]
          + lattice.bound(
            from: place, nearest: nearest[edge + 1], farthest: farthest[edge + 1])
        queue.push(node: edge + 1, place: place, cost: cost, total: cost + rest)
      }
      if place < codes.count {
        let nextBound = lattice.bound(from: place + 1)
        let row = Int(codes[place]) * alphabetCount
        for edge in children {
          let cost = state.cost + pairs[row + Int(edgeCodes[edge])]
          guard cost + nextBound + leastCosts[edge + 1] < queue.limit else { continue }
          let rest =
            leastCosts[edge + 1]
            + lattice.bound(
              from: place + 1, nearest: nearest[edge + 1], farthest: farthest[edge + 1])
          queue.push(node: edge + 1, place: place + 1, cost: cost, total: cost + rest)
        }
        let cost = state.cost + added
        let rest =
          leastCosts[node]
          + lattice.bound(
            from: place + 1, nearest: nearest[node], farthest: farthest[node])
        queue.push(node: node, place: place + 1, cost: cost, total: cost + rest)
      }
      guard !children.isEmpty else { continue }
      for length in 0...min(ChannelFile.segmentLength, codes.count - place) {
        let bound = lattice.bound(from: place + length)
        for index in lattice.segments(at: place, length: length) {
          let cost = state.cost + entries[index].cost
          // The segments of one reading come in the order of their costs.
          guard cost + bound < queue.limit else { break }
          var (target, rest) = (node, spellings[index])
          while rest != 0 {
            let letter = UInt16(truncatingIfNeeded: rest)
            var low = Int(childStarts[target])
            let end = Int(childStarts[target + 1])
            var high = end
            while low < high {
              let middle = (low + high) / 2
              if edgeLetters[middle] < letter { low = middle + 1 } else { high = middle }
            }
            guard low < end, edgeLetters[low] == letter else { break }
            target = low + 1
            rest >>= 16
          }
          guard rest == 0 else { continue }
          let least =
            leastCosts[target]
            + lattice.bound(
              from: place + length, nearest: nearest[target], farthest: farthest[target])
          queue.push(node: target, place: place + length, cost: cost, total: cost + least)
        }
      }
    }
    return found
  }
}
