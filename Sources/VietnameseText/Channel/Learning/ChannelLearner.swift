/// Learns how a source misreads from pages whose text is known.
///
/// Add pages in any number, then ask for the file. The same pages give the same bytes, whatever
/// their order.
public struct ChannelLearner: Sendable {
  private var pairs: [WordPair: Int] = [:]
  private var keepsOrder = false
  private var ordered: [WordPair] = []
  private var tally = Tally()

  private struct Tally: Sendable {
    var (words, right, lostSpaces, addedSpaces, noise) = (0, 0, 0, 0, 0)
  }

  /// Creates a learner that knows nothing.
  public init() {}

  /// The number of written words that were laid beside what was seen of them.
  public var wordCount: Int { tally.words }

  /// Learns from one page: what is written on it and what the source read, both as text with any
  /// line breaks.
  public mutating func add(written: String, read: String) {
    let (written, seen) = (Chunk.all(in: written), Chunk.all(in: read))
    let steps = ChunkAlignment.steps(written: written, seen: seen)
    var (row, column) = (0, 0)
    for step in steps {
      defer { (row, column) = (row + step.written, column + step.seen) }
      switch step {
      case .pair: add(written[row], seen[column], isSplit: false)
      case .split: add(written[row], .joined(seen[column], seen[column + 1]), isSplit: true)
      case .joined:
        tally.words += 2
        tally.lostSpaces += 1
      case .noise: tally.noise += 1
      case .lost: break
      }
    }
  }

  /// The words of one page, each with what was read of it; lost words are left out.
  public static func pairs(written: String, read: String) -> [(word: String, seen: String)] {
    var learner = ChannelLearner()
    learner.keepsOrder = true
    learner.add(written: written, read: read)
    return learner.ordered.map {
      (String(decoding: $0.truth, as: UTF16.self), String(decoding: $0.seen, as: UTF16.self))
    }
  }

  /// The channel file; `provenance` says in words where the pages come from.
  public func file(provenance: String) -> [UInt8] {
    let sorted = pairs.sorted { WordPair.isBefore($0.key, $1.key) }
    let words = max(1, Float(tally.words))
    let rates = ChannelRates(
      wordsRight: Float(tally.right) / words, lostSpaces: Float(tally.lostSpaces) / words,
      addedSpaces: Float(tally.addedSpaces) / words,
      noiseChunks: min(1, Float(tally.noise) / words))
    var segments = SegmentLearning(pairs: sorted.map { (pair: $0.key, count: $0.value) })
    let model = segments.model(rates: rates)
    return WordLearning(pairs: segments.pairs, model: model).draft(model, segments)
      .bytes(provenance: provenance)
  }

  /// Takes two chunks apart into words and what was seen of each.
  private mutating func add(_ written: Chunk, _ seen: Chunk, isSplit: Bool) {
    let (truth, letters) = (written.letters, seen.letters)
    let longest = max(truth.count, letters.count)
    // Two chunks without a common letter were laid together only because both were left over.
    guard longest < 60, longest <= 2 || written.distance(to: seen) < longest else { return }
    let ranges = LetterAlignment.ranges(
      written: truth.count, seen: letters.count,
      cost: { LetterAlignment.likeness(truth[$0], letters[$1]) },
      lost: { _ in LetterAlignment.gap }, added: LetterAlignment.gap,
      isSame: { truth[$0] == letters[$1] })
    var at = 0
    while at < truth.count {
      guard LetterAlignment.isWordLetter(truth[at]) else {
        at += 1
        continue
      }
      let end = truth[at...].firstIndex { !LetterAlignment.isWordLetter($0) } ?? truth.count
      let span = Self.trimmed(
        letters, ranges[at].lowerBound..<ranges[end - 1].upperBound, ranges[at..<end])
      let pair = WordPair(truth: Array(truth[at..<end]), seen: Array(letters[span]))
      pairs[pair, default: 0] += 1
      if keepsOrder { ordered.append(pair) }
      tally.words += 1
      if pair.truth == pair.seen { tally.right += 1 }
      if isSplit { tally.addedSpaces += 1 }
      at = end
    }
  }

  /// The range without signs that were added at its ends: they are no part of the word.
  private static func trimmed(
    _ letters: [UInt16], _ range: Range<Int>, _ parts: ArraySlice<Range<Int>>
  ) -> Range<Int> {
    var range = range
    while let last = parts.last, last.count > 1, range.upperBound > last.lowerBound + 1,
      !LetterAlignment.isWordLetter(letters[range.upperBound - 1])
    {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    while let first = parts.first, first.count > 1, range.lowerBound < first.upperBound - 1,
      !LetterAlignment.isWordLetter(letters[range.lowerBound])
    {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    return range
  }
}
