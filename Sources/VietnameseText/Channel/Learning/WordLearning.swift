import Glibc

/// Learns what is seen of whole words that are frequent enough.
struct WordLearning {
  private static let capacity = 30_000
  private static let leastCount = 4
  /// How many readings of a word what its segments say is worth.
  private static let trust: Float = 1.5
  /// The most pairs of one reading, and the longest word.
  private static let byteLimit = 255

  /// A reading of a word, what it tells, and what it costs by itself and by its segments.
  private struct Kept {
    var gain: Float
    var word: Int
    var pair: SegmentLearning.CodedPair
    var cost: Float
    var segmented: Float
  }

  private var words: [(letters: [UInt8], restCost: Float)] = []
  private var readings: [(letters: [UInt8], pairs: [(word: Int, cost: Float)])] = []

  /// Keeps the readings that tell more than the segments of `model`, the most telling first.
  init(pairs: [SegmentLearning.CodedPair], model: ChannelModel) {
    let groups = Dictionary(grouping: pairs, by: \.truth)
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var ranked: [Kept] = []
    for (index, group) in groups.enumerated() {
      let total = group.value.reduce(0) { $0 + $1.count }
      guard total >= Self.leastCount, group.key.count < 20 else { continue }
      for pair in group.value where pair.count > 1 && !pair.seen.isEmpty && pair.seen.count < 30 {
        let segmented = model.segmentedCost(of: pair.seen, given: pair.truth)
        let evidence = Float(pair.count) + Self.trust * expf(-segmented)
        let cost = max(0, -logf(evidence / (Float(total) + Self.trust)))
        // A reading that segments foresee is worth its place when its word is frequent.
        let gain = Float(pair.count) * (abs(segmented - cost) + 0.05)
        ranked.append(
          Kept(gain: gain, word: index, pair: pair, cost: cost, segmented: segmented))
      }
    }
    ranked.sort {
      $0.gain != $1.gain
        ? $0.gain > $1.gain
        : ($0.word, $0.pair.seen.count) < ($1.word, $1.pair.seen.count)
          || (($0.word, $0.pair.seen.count) == ($1.word, $1.pair.seen.count)
            && $0.pair.seen.lexicographicallyPrecedes($1.pair.seen))
    }
    collect(Array(ranked.prefix(Self.capacity)), groups.map(\.value))
  }

  private mutating func collect(
    _ kept: [Kept],
    _ groups: [[SegmentLearning.CodedPair]]
  ) {
    var numbers: [Int: Int] = [:]
    var counted: [Int: Int] = [:]
    var foreseen: [Int: Float] = [:]
    for entry in kept {
      counted[entry.word, default: 0] += entry.pair.count
      foreseen[entry.word, default: 0] += expf(-entry.segmented)
    }
    for word in counted.keys.sorted() {
      let total = groups[word].reduce(0) { $0 + $1.count }
      // Segments spend most of their probability on the readings in the table; what is none of
      // them gets all that was counted for others.
      let unforeseen = max(1 - (foreseen[word] ?? 0), 0.05)
      let others = Float(total - (counted[word] ?? 0)) / unforeseen + Self.trust
      numbers[word] = words.count
      words.append(
        (groups[word][0].truth, max(0, -logf(others / (Float(total) + Self.trust)))))
    }
    let bySeen = Dictionary(grouping: kept, by: \.pair.seen)
    for (seen, entries) in bySeen.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let pairs = entries.sorted { ($0.cost, $0.word) < ($1.cost, $1.word) }.prefix(Self.byteLimit)
      readings.append((seen, pairs.map { (numbers[$0.word] ?? 0, $0.cost) }))
    }
  }

  /// The finished parts of a channel file.
  func draft(_ model: ChannelModel, _ segments: SegmentLearning) -> ChannelDraft {
    ChannelDraft(
      rates: model.rates, letters: segments.alphabet.letters, rest: segments.rest,
      shares: segments.shares, met: segments.met, added: segments.added,
      segments: model.segments.entries, words: words, readings: readings)
  }
}
