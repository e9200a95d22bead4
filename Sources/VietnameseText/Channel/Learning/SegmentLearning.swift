import Glibc

/// Counts what was seen for which letters, and keeps what a sum of single letters does not say.
struct SegmentLearning {
  /// A word and what was seen of it, as numbered letters, with how often that was so.
  struct CodedPair {
    var truth: [UInt8]
    var seen: [UInt8]
    var count: Int
  }

  private struct Span: Hashable {
    var truth: UInt32
    var seen: UInt32
  }

  /// The most segments of several letters.
  private static let capacity = 4000
  /// How much is taken off each count for what was not met.
  private static let discount: Float = 0.5
  private static let rounds = 3
  /// The part of the probability of what was not met that goes by the letter's relatives.
  private static let relativesShare: Float = 0.5
  private static let leastProbability: Float = 2e-6
  /// What is expected of a letter before anything was read, relation by relation.
  private static let expectation: [Float] = [8, 1, 0.5, 0.2, 0.3, 0.2]

  let pairs: [CodedPair]
  let alphabet: ChannelAlphabet
  private(set) var rest: [Float] = []
  private(set) var shares: [Float] = []
  private(set) var met: [(truth: UInt8, seen: UInt8?, cost: Float)] = []
  private(set) var added: Float = 10
  /// Single letters that were seen as several.
  private var segments: [SegmentTable.Entry] = []

  /// Counts of what was seen for each segment, and of each segment, in the last round.
  private var spans: [Span: Int] = [:]
  private var totals: [UInt32: Int] = [:]

  init(pairs: [(pair: WordPair, count: Int)]) {
    let alphabet = Self.alphabet(of: pairs)
    self.alphabet = alphabet
    func codes(_ letters: [UInt16]) -> [UInt8] { letters.map { alphabet.code(of: $0) } }
    self.pairs = pairs.compactMap { entry in
      let pair = CodedPair(
        truth: codes(entry.pair.truth), seen: codes(entry.pair.seen), count: entry.count)
      return pair.truth.contains(0) || pair.seen.contains(0) ? nil : pair
    }
  }

  /// Learns in rounds: each aligns by the costs of the one before.
  mutating func model(rates: ChannelRates) -> ChannelModel {
    var letters: LetterCosts?
    for _ in 0..<Self.rounds {
      count(alignedBy: letters)
      letters = singleCosts()
    }
    let empty = WordTable(words: [], readings: [])
    let costs = letters ?? singleCosts()
    var entries = segments
    for length in 2...ChannelFile.segmentLength {
      let model = ChannelModel(
        rates: rates, letters: costs, segments: SegmentTable(entries: entries), words: empty)
      entries += segments(of: length, beyond: model)
    }
    return ChannelModel(
      rates: rates, letters: costs, segments: SegmentTable(entries: entries), words: empty)
  }

  /// All letters of Vietnamese, then what else occurs, the most frequent first.
  private static func alphabet(of pairs: [(pair: WordPair, count: Int)]) -> ChannelAlphabet {
    var counts: [UInt16: Int] = [:]
    for (pair, count) in pairs {
      for letter in pair.truth { counts[letter, default: 0] += count }
      for letter in pair.seen { counts[letter, default: 0] += count }
    }
    let known = (UInt16(0x21)..<0x1F00).filter { LetterTable.shared.base(UInt32($0)) != 0 }
    let isNative: (UInt16) -> Bool = { letter in
      LetterTable.shared.letter(UInt32(letter))?.quality != .foreign
    }
    let others = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return ChannelAlphabet(letters: known.filter(isNative) + others)
  }

  private mutating func count(alignedBy costs: LetterCosts?) {
    (spans, totals) = ([:], [:])
    for pair in pairs {
      let ranges = self.ranges(of: pair, by: costs)
      for start in pair.truth.indices {
        for length in 1...ChannelFile.segmentLength where start + length <= pair.truth.count {
          guard let truth = SegmentTable.key(pair.truth[start..<(start + length)]) else { continue }
          totals[truth, default: 0] += pair.count
          let seen = ranges[start].lowerBound..<ranges[start + length - 1].upperBound
          guard let key = SegmentTable.key(pair.seen[seen]) else { continue }
          spans[Span(truth: truth, seen: key), default: 0] += pair.count
        }
      }
    }
  }

  private func ranges(of pair: CodedPair, by costs: LetterCosts?) -> [Range<Int>] {
    let (truth, seen) = (pair.truth, pair.seen)
    let isSame: (Int, Int) -> Bool = { truth[$0] == seen[$1] }
    if let costs {
      return LetterAlignment.ranges(
        written: truth.count, seen: seen.count,
        cost: { costs.cost(of: seen[$1], given: truth[$0]) }, lost: { costs.lost[Int(truth[$0])] },
        added: 6, isSame: isSame)
    }
    let letters = alphabet.letters
    return LetterAlignment.ranges(
      written: truth.count, seen: seen.count,
      cost: {
        LetterAlignment.likeness(letters[Int(truth[$0]) - 1], letters[Int(seen[$1]) - 1])
      },
      lost: { _ in LetterAlignment.gap }, added: LetterAlignment.gap, isSame: isSame)
  }

  /// Costs of single letters seen as one letter or none, from the counts.
  private mutating func singleCosts() -> LetterCosts {
    let relations = LetterRelation.allCases.count
    var pooled = LetterKind.allCases.flatMap { _ in Self.expectation }
    var novel = [Float](repeating: 1, count: pooled.count)
    var (added, all): (Float, Float) = (1, 1)
    let singles = spans.filter { SegmentTable.length($0.key.truth) == 1 }
      .sorted { ($0.key.truth, $0.key.seen) < ($1.key.truth, $1.key.seen) }
    for (span, count) in singles {
      let truth = alphabet.letter(UInt8(span.truth))
      let length = SegmentTable.length(span.seen)
      all += Float(count)
      if length > 1 { added += Float(count) }
      guard length <= 1 else { continue }
      let relation =
        length == 0
        ? .lost
        : LetterRelation.between(truth, alphabet.letter(UInt8(truncatingIfNeeded: span.seen)))
      let at = LetterKind(truth).rawValue * relations + relation.rawValue
      pooled[at] += Float(count)
      if count <= 2, relation != .same { novel[at] += 1 }
    }
    self.added = min(12, -logf(added / all / Float(alphabet.count)))
    shares = Self.normalized(novel, row: relations)
    let expected = Self.normalized(pooled, row: relations)
    rest = [1]
    met = []
    segments = []
    let byTruth = Dictionary(grouping: singles) { UInt8($0.key.truth) }
    let relatives = Relatives(
      alphabet: alphabet,
      counts: singles.map { (UInt8($0.key.truth), $0.key.seen, Float($0.value)) })
    for code in 1..<alphabet.count {
      let counts = byTruth[UInt8(code)] ?? []
      learn(
        UInt8(code), counts.map { ($0.key.seen, Float($0.value)) }, expected,
        relatives.shares(of: UInt8(code)))
    }
    return LetterCosts(
      alphabet: alphabet, rest: rest, shares: shares, added: self.added, met: met)
  }

  /// Sets the costs of one written letter: what was met, a little of what is expected of its kind,
  /// what its relatives are seen as, and the rest.
  private mutating func learn(
    _ code: UInt8, _ counts: [(seen: UInt32, count: Float)], _ expected: [Float],
    _ relatives: [UInt32: Float]
  ) {
    let letter = alphabet.letter(code)
    let row = LetterKind(letter).rawValue * LetterRelation.allCases.count
    let strength: Float = 3
    let total = counts.reduce(strength) { $0 + $1.count }
    var values: [UInt32: Float] = [:]
    values[UInt32(code)] = strength * expected[row + LetterRelation.same.rawValue]
    if let base = LetterTable.shared.letter(UInt32(letter ?? 0)) {
      let bare = alphabet.code(of: UInt16(base.isUppercase ? base.base - 0x20 : base.base))
      if bare != code, bare != 0 {
        values[UInt32(bare)] = strength * expected[row + LetterRelation.bare.rawValue]
      }
    }
    for (seen, count) in counts where count > 1 || total < 40 {
      values[seen, default: 0] += count - Self.discount
    }
    // What was taken off the counts goes to the relatives' readings and to all others.
    let left = values.sorted { $0.key < $1.key }.reduce(total) { $0 - $1.value }
    var kept = total - left
    for (seen, share) in relatives.sorted(by: { $0.key < $1.key }) {
      let value = left * Self.relativesShare * share
      guard value / total > Self.leastProbability else { continue }
      values[seen, default: 0] += value
      kept += value
    }
    for (seen, value) in values.sorted(by: { $0.key < $1.key }) {
      let cost = -logf(value / total)
      if SegmentTable.length(seen) > 1 {
        segments.append(SegmentTable.Entry(truth: UInt32(code), seen: seen, cost: cost))
      } else {
        met.append((code, seen == 0 ? nil : UInt8(seen), cost))
      }
    }
    rest.append(max(1 - kept / total, 0.3 / total))
  }

  /// Segments of `length` letters that are much likelier than their parts together.
  private func segments(of length: Int, beyond model: ChannelModel) -> [SegmentTable.Entry] {
    var found: [(gain: Float, entry: SegmentTable.Entry)] = []
    for (span, count) in spans where count > 1 && SegmentTable.length(span.truth) == length {
      guard let total = totals[span.truth] else { continue }
      let cost = -logf((Float(count) - 0.7) / Float(total))
      let parts = model.segmentedCost(
        of: SegmentTable.codes(span.seen), given: SegmentTable.codes(span.truth))
      guard parts - cost > 0.15 else { continue }
      found.append(
        (
          Float(count) * (parts - cost),
          SegmentTable.Entry(truth: span.truth, seen: span.seen, cost: cost)
        ))
    }
    found.sort {
      $0.gain != $1.gain
        ? $0.gain > $1.gain
        : ($0.entry.truth, $0.entry.seen) < ($1.entry.truth, $1.entry.seen)
    }
    return found.prefix(Self.capacity / 3).map(\.entry)
  }

  private static func normalized(_ counts: [Float], row: Int) -> [Float] {
    var result = counts
    for start in stride(from: 0, to: counts.count, by: row) {
      let sum = counts[start..<(start + row)].reduce(0, +)
      for index in start..<(start + row) { result[index] /= sum }
    }
    return result
  }
}
