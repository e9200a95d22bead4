import Glibc

/// Learns what is seen of whole words that are frequent enough.
struct WordLearning {
  private static let capacity = 30_000
  private static let leastCount = 4
  private static let discount: Float = 0.6
  /// The most pairs of one reading, and the longest word.
  private static let byteLimit = 255

  private var words: [(letters: [UInt8], restCost: Float)] = []
  private var readings: [(letters: [UInt8], pairs: [(word: Int, cost: Float)])] = []

  /// Keeps the readings that tell more than the segments of `model`, the most telling first.
  init(pairs: [SegmentLearning.CodedPair], model: ChannelModel) {
    let groups = Dictionary(grouping: pairs, by: \.truth)
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var ranked: [(gain: Float, word: Int, pair: SegmentLearning.CodedPair, cost: Float)] = []
    for (index, group) in groups.enumerated() {
      let total = group.value.reduce(0) { $0 + $1.count }
      guard total >= Self.leastCount, group.key.count < 20 else { continue }
      for pair in group.value where pair.count > 1 && !pair.seen.isEmpty && pair.seen.count < 30 {
        let cost = -logf((Float(pair.count) - Self.discount) / Float(total))
        let segmented = model.segmentedCost(of: pair.seen, given: pair.truth)
        // A reading that segments foresee is worth its place when its word is frequent.
        let gain = Float(pair.count) * (abs(segmented - cost) + 0.05)
        ranked.append((gain, index, pair, cost))
      }
    }
    ranked.sort {
      $0.gain != $1.gain
        ? $0.gain > $1.gain
        : ($0.word, $0.pair.seen.count) < ($1.word, $1.pair.seen.count)
          || (($0.word, $0.pair.seen.count) == ($1.word, $1.pair.seen.count)
            && $0.pair.seen.lexicographicallyPrecedes($1.pair.seen))
    }
    collect(ranked.prefix(Self.capacity).map { ($0.word, $0.pair, $0.cost) }, groups.map(\.value))
  }

  private mutating func collect(
    _ kept: [(word: Int, pair: SegmentLearning.CodedPair, cost: Float)],
    _ groups: [[SegmentLearning.CodedPair]]
  ) {
    var numbers: [Int: Int] = [:]
    var shares: [Int: Float] = [:]
    for entry in kept { shares[entry.word, default: 0] += expf(-entry.cost) }
    for word in shares.keys.sorted() {
      let total = Float(groups[word].reduce(0) { $0 + $1.count })
      let rest = max(1 - (shares[word] ?? 0), 0.3 / total)
      numbers[word] = words.count
      words.append((groups[word][0].truth, -logf(min(1, rest))))
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
