internal import Glibc

/// Finds the encoding of each word of a paragraph.
struct ParagraphRecognizer: Sendable {
  /// A paragraph that is not as it stands.
  struct Reading {
    var text: [UInt8]
    var encoding: LegacyEncoding
    var isMixed: Bool
    /// 0 … 1.
    var confidence: Double
    /// Whether the paragraph shows its encoding by itself.
    var isCertain: Bool
  }

  private let letters: LegacyLetters
  private let model: LanguageModel

  init(letters: LegacyLetters, model: LanguageModel) {
    self.letters = letters
    self.model = model
  }

  /// What a change of the encoding within a paragraph costs, as −ln p.
  private static let changeCost: Float = 8
  /// By how much a paragraph must be likelier in an old encoding, as ln of the ratio.
  private static let certainGain: Float = 12
  /// So many words must change before a paragraph shows its encoding by itself.
  private static let tellingWords = 3
  /// Words are no independent witnesses: their evidence is divided by this.
  private static let temperature: Double = 4

  /// The paragraph in Unicode; nil when it stays as it is.
  ///
  /// `usual` are the encodings of the rest of the text.
  func reading(of paragraph: ArraySlice<UInt8>, usual: Set<LegacyEncoding>) -> Reading? {
    let text = String(decoding: paragraph, as: UTF8.self)
    let normal = text.normalized()
    let scalars = normal.unicodeScalars.map(\.value)
    var found: Reading?
    let candidates = EncodingTraces(scalars).candidates
    if !candidates.isEmpty { found = recognized(scalars, candidates, usual: usual) }
    if found == nil, !text.isNormalized() {
      // Only what lost its composition is worth a word; the rest is the same text.
      found = Reading(
        text: Array(normal.utf8), encoding: .decomposed, isMixed: false, confidence: 1,
        isCertain: true)
    }
    return found
  }

  private func recognized(
    _ scalars: [UInt32], _ candidates: [LegacyEncoding], usual: Set<LegacyEncoding>
  ) -> Reading? {
    let words = WordEvidence(model: model)
    let decoder = ChunkDecoder(letters: letters, words: words)
    var chunks = Self.chunks(scalars)
    for index in chunks.indices { chunks[index].weigh(candidates, with: decoder) }
    var candidates = candidates
    if candidates.contains(.tcvn3), !isWhole(chunks, .tcvn3, words) {
      candidates.append(.tcvn3Recased)
      for index in chunks.indices { chunks[index].weigh([.tcvn3Recased], with: decoder) }
    }
    let asItStands = chunks.reduce(0) { $0 + $1.cost }
    let gains = candidates.map { encoding in
      asItStands - chunks.reduce(0) { $0 + $1.cost(in: encoding) }
    }
    let ranked = candidates.indices.filter { gains[$0] > 0 }.sorted { gains[$0] > gains[$1] }
    guard !ranked.isEmpty else { return nil }
    let states = [nil] + ranked.prefix(3).map { Optional(candidates[$0]) }
    let path = path(of: chunks, states)
    guard let encoding = main(chunks, path) else { return nil }
    let gain = asItStands - zip(chunks, path).reduce(0) { $0 + $1.0.cost(in: $1.1) }
    let isTelling = isTelling(chunks, path, words)
    let isUsual = usual.contains(encoding)
    guard isTelling && gain >= Self.certainGain || isUsual && isFitting(chunks, path, words) else {
      return nil
    }
    // Of the two kinds of TCVN3 one is the other's likeness, and no rival.
    let rivals = candidates.indices.filter { index in
      candidates[index] != encoding
        && !(Self.isTCVN3(candidates[index]) && Self.isTCVN3(encoding))
    }
    let others = rivals.map { gains[$0] } + [0]
    let confidence = others.reduce(1.0) { $0 + exp(Double($1 - gain) / Self.temperature) }
    var output = ContextChoice(model: model).chosen(chunks, path)
    if path.contains(where: { $0.map(Self.loosesCase) ?? false }) {
      CapitalRepair.apply(to: &output)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 2)
    for (chunk, space) in zip(output, chunks.map(\.space)) {
      for scalar in chunk + space { UTF8Scalar.append(scalar, to: &bytes) }
    }
    let changed = zip(chunks, path).filter { $0.0.scalars.contains { $0 >= 0x80 } }
    return Reading(
      text: Array(String(decoding: bytes, as: UTF8.self).normalized().utf8), encoding: encoding,
      isMixed: changed.contains { $0.1 != encoding }, confidence: 1 / confidence,
      isCertain: isTelling && gain >= Self.certainGain)
  }

  /// Fonts of these had small letters only, or share codes between the two cases.
  private static func loosesCase(_ encoding: LegacyEncoding) -> Bool {
    encoding == .tcvn3 || encoding == .vps || encoding == .tcvn3Recased
  }

  private static func isTCVN3(_ encoding: LegacyEncoding) -> Bool {
    encoding == .tcvn3 || encoding == .tcvn3Recased
  }

  /// Whether all but a few words that change in `encoding` become Vietnamese.
  private func isWhole(
    _ chunks: [EncodedChunk], _ encoding: LegacyEncoding, _ words: WordEvidence
  ) -> Bool {
    let path = [LegacyEncoding?](repeating: encoding, count: chunks.count)
    let tally = tally(chunks, path, words)
    return 100 * tally.good >= 97 * tally.changed
  }

  private static func chunks(_ scalars: [UInt32]) -> [EncodedChunk] {
    func isSpace(_ scalar: UInt32) -> Bool {
      scalar == 0x20 || (0x09...0x0D).contains(scalar)
    }
    var chunks: [EncodedChunk] = []
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(where: isSpace) ?? scalars.count
      let next = scalars[end...].firstIndex { !isSpace($0) } ?? scalars.count
      chunks.append(
        EncodedChunk(scalars: Array(scalars[start..<end]), space: Array(scalars[end..<next])))
      start = next
    }
    return chunks
  }

  // MARK: The path

  /// The likeliest encoding of each chunk, when it seldom changes; nil stands for Unicode.
  private func path(of chunks: [EncodedChunk], _ states: [LegacyEncoding?]) -> [LegacyEncoding?] {
    var costs = [Float](repeating: 0, count: states.count)
    var origins: [[Int]] = []
    for chunk in chunks {
      let cheapest = costs.indices.min { costs[$0] < costs[$1] } ?? 0
      var origin = Array(states.indices)
      for state in states.indices {
        if costs[cheapest] + Self.changeCost < costs[state] {
          costs[state] = costs[cheapest] + Self.changeCost
          origin[state] = cheapest
        }
      }
      for (state, encoding) in states.enumerated() { costs[state] += chunk.cost(in: encoding) }
      origins.append(origin)
    }
    var state = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    var path: [LegacyEncoding?] = []
    for origin in origins.reversed() {
      path.append(states[state])
      state = origin[state]
    }
    return path.reversed()
  }

  /// The encoding that changes most chunks.
  private func main(_ chunks: [EncodedChunk], _ path: [LegacyEncoding?]) -> LegacyEncoding? {
    var counts: [LegacyEncoding: Int] = [:]
    for (chunk, encoding) in zip(chunks, path) {
      if let encoding, chunk.isChanged(in: encoding) { counts[encoding, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  /// The words of the chunks that change, and what else they stand among.
  private func tally(_ chunks: [EncodedChunk], _ path: [LegacyEncoding?], _ words: WordEvidence)
    -> (changed: Int, good: Int, others: Int, possible: Int)
  {
    var tally = (changed: 0, good: 0, others: 0, possible: 0)
    for (chunk, encoding) in zip(chunks, path) {
      guard let encoding else { continue }
      let validity = words.validity(chunk.reading(in: encoding))
      if chunk.isChanged(in: encoding) {
        tally.changed += validity.words
        tally.good += validity.possible
      } else {
        tally.others += validity.words
        tally.possible += validity.possible
      }
    }
    return tally
  }

  /// Whether what changes becomes Vietnamese, and stands in Vietnamese.
  private func isTelling(_ chunks: [EncodedChunk], _ path: [LegacyEncoding?], _ words: WordEvidence)
    -> Bool
  {
    let tally = tally(chunks, path, words)
    guard tally.changed >= Self.tellingWords, 10 * tally.good >= 8 * tally.changed else {
      return false
    }
    // Vietnamese has marks on most of its words; a French or German line seldom becomes Vietnamese.
    let isDense = 4 * tally.changed >= tally.changed + tally.possible
    return isDense && 2 * (tally.good + tally.possible) >= tally.changed + tally.others
  }

  /// Whether everything that changes becomes Vietnamese.
  private func isFitting(_ chunks: [EncodedChunk], _ path: [LegacyEncoding?], _ words: WordEvidence)
    -> Bool
  {
    let tally = tally(chunks, path, words)
    return tally.changed > 0 && tally.good == tally.changed
  }
}
