import Glibc

public import MappedFiles

/// How one source misreads: the probability of what it shows, given what is written.
///
/// Words are taken apart into segments of one to four letters, each with the cost that it was seen
/// as something else; for frequent words the whole word is known too, mixed in by its evidence.
public struct ChannelModel: Sendable {
  /// The cost that stands for never: no sum of likely costs comes near it.
  static let impossible: Float = 24

  /// Where the channel comes from: the sources and the hashes of its inputs.
  public let provenance: String
  /// How often the source reads words right, breaks and joins them.
  public let rates: ChannelRates
  /// The cost that a space between two words was not seen.
  public var lostSpaceCost: Float { -logf(max(rates.lostSpaces, Self.rarest)) }
  private static let rarest: Float = 1e-4
  let letters: LetterCosts
  let segments: SegmentTable
  let words: WordTable

  var alphabet: ChannelAlphabet { letters.alphabet }

  /// A channel of parts, without a file.
  init(rates: ChannelRates, letters: LetterCosts, segments: SegmentTable, words: WordTable) {
    provenance = ""
    (self.rates, self.letters, self.segments, self.words) = (rates, letters, segments, words)
  }

  /// Reads a channel file, whole.
  public init(contentsOf file: MappedFile) throws {
    try self.init(bytes: file.bytes(in: 0..<file.count))
  }

  /// Reads the bytes of a channel file.
  public init(bytes: [UInt8]) throws(ChannelError) {
    var reader = ChannelReader(bytes)
    guard bytes.count >= ChannelFile.magic.count,
      try reader.take(ChannelFile.magic.count).elementsEqual(ChannelFile.magic)
    else { throw .notAChannel }
    let version = try reader.uint32()
    guard version == ChannelFile.version else { throw .otherVersion(version) }
    provenance = String(decoding: try reader.take(try reader.count(of: 1)), as: UTF8.self)
    let letterCount = try reader.count(of: 4)
    let metCount = try reader.count(of: 4)
    let segmentCount = try reader.count(of: 10)
    let wordCount = try reader.count(of: 3)
    let readingCount = try reader.count(of: 3)
    let pairCount = try reader.count(of: 4)
    rates = ChannelRates(
      wordsRight: try reader.share(), lostSpaces: try reader.share(),
      addedSpaces: try reader.share(), noiseChunks: try reader.share())
    let added = try reader.cost()
    var shares: [Float] = []
    for _ in 0..<(LetterKind.allCases.count * LetterRelation.allCases.count) {
      shares.append(try reader.share())
    }
    let parts = try Self.letters(
      from: &reader, counts: (letterCount, metCount, segmentCount))
    words = try Self.words(
      from: &reader, counts: (wordCount, readingCount, pairCount), letterCount: letterCount)
    guard reader.isAtEnd else { throw .wrongSize }
    letters = LetterCosts(
      alphabet: parts.alphabet, rest: parts.rest, shares: shares, added: added, met: parts.met)
    segments = SegmentTable(entries: parts.segments)
  }

  /// What a file says of letters and segments.
  private struct LetterParts {
    var alphabet: ChannelAlphabet
    var rest: [Float]
    var met: [(truth: UInt8, seen: UInt8?, cost: Float)]
    var segments: [SegmentTable.Entry]
  }

  private static func letters(
    from reader: inout ChannelReader, counts: (letters: Int, met: Int, segments: Int)
  ) throws(ChannelError) -> LetterParts {
    var (scalars, rest): ([UInt16], [Float]) = ([], [1])
    for _ in 0..<counts.letters {
      scalars.append(try reader.uint16())
      rest.append(expf(-(try reader.cost())))
    }
    let alphabet = ChannelAlphabet(letters: scalars)
    guard alphabet.count == counts.letters + 1 else { throw .damaged(part: "letters") }
    func isKnown(_ code: UInt8) -> Bool { Int(code) <= counts.letters }
    var met: [(truth: UInt8, seen: UInt8?, cost: Float)] = []
    for _ in 0..<counts.met {
      let (truth, seen) = (try reader.uint8(), try reader.uint8())
      guard truth != 0, isKnown(truth), isKnown(seen) else { throw .damaged(part: "letter pairs") }
      met.append((truth, seen == ChannelFile.nothingSeen ? nil : seen, try reader.cost()))
    }
    var entries: [SegmentTable.Entry] = []
    for _ in 0..<counts.segments {
      let (truth, seen) = (try reader.uint32(), try reader.uint32())
      for key in [truth, seen] {
        for place in 0..<SegmentTable.length(key) {
          let code = UInt8(truncatingIfNeeded: key >> UInt32(8 * place))
          guard code != 0, isKnown(code) else { throw .damaged(part: "segments") }
        }
      }
      guard truth != 0 else { throw .damaged(part: "segments") }
      entries.append(SegmentTable.Entry(truth: truth, seen: seen, cost: try reader.cost()))
    }
    return LetterParts(alphabet: alphabet, rest: rest, met: met, segments: entries)
  }

  private static func words(
    from reader: inout ChannelReader, counts: (words: Int, readings: Int, pairs: Int),
    letterCount: Int
  ) throws(ChannelError) -> WordTable {
    func spelling(_ length: Int) throws(ChannelError) -> ArraySlice<UInt8> {
      let letters = try reader.take(length)
      guard letters.allSatisfy({ $0 != 0 && $0 <= letterCount }) else {
        throw .damaged(part: "words")
      }
      return letters
    }
    var words: [(letters: [UInt8], restCost: Float)] = []
    for _ in 0..<counts.words {
      let cost = try reader.cost()
      let letters = Array(try spelling(Int(try reader.uint8())))
      if let last = words.last, !last.letters.lexicographicallyPrecedes(letters) {
        throw .damaged(part: "order of words")
      }
      words.append((letters, cost))
    }
    var readings: [(letters: ArraySlice<UInt8>, pairs: [(word: Int, cost: Float)])] = []
    var left = counts.pairs
    for _ in 0..<counts.readings {
      let letters = try spelling(Int(try reader.uint8()))
      if let last = readings.last, !last.letters.lexicographicallyPrecedes(letters) {
        throw .damaged(part: "order of readings")
      }
      var pairs: [(word: Int, cost: Float)] = []
      for _ in 0..<(try reader.uint8()) {
        let word = Int(try reader.uint16())
        guard word < counts.words else { throw .damaged(part: "word pairs") }
        pairs.append((word, try reader.cost()))
      }
      left -= pairs.count
      readings.append((letters, pairs))
    }
    guard left == 0 else { throw .damaged(part: "number of word pairs") }
    return WordTable(words: words, readings: readings)
  }
}
