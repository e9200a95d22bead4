/// Decodes the paragraphs of a stretch of a document together, first each alone, then the doubtful ones
/// with what the stretch says elsewhere.
struct BlockDecoder {
  /// A paragraph: the tokens of a part of a text.
  struct Paragraph {
    var text: [UInt8]
    var tokens: [Token]
    /// What a second engine read.
    var second: SecondReading?
    /// How sure the engine was of its words.
    var doubts: ReadingDoubts?
  }

  /// Paragraphs with a choice less certain than this are decoded again.
  private static let doubt: Float = 0.97
  /// How much less likely than the best a path may be where doubts are decoded.
  private static let threshold = 1e-4
  /// Steps after which a lattice is cut at the next sign that ends a sentence, and at the latest.
  private static let cut = (soft: 60, hard: 400)

  private var decoder: LatticeDecoder
  private var list: ReadingList
  private var cache: DocumentCache
  private var initials = InitialIndex()
  private var items = ItemLetters()
  private let joinsTokens: Bool
  private let firstThreshold: Double
  private let fused: FusedReadings?

  /// Creates a decoder for a document of `textSize` bytes; `fused` says how two readings of one text
  /// go together.
  init(
    model: LanguageModel, readings: TokenReadings, textSize: Int, fused: FusedReadings? = nil
  ) {
    self.fused = fused
    cache = DocumentCache(textSize: textSize)
    decoder = LatticeDecoder(model: model)
    list = ReadingList(readings)
    joinsTokens = readings.joinsTokens
    firstThreshold = readings.firstThreshold
  }

  /// The decisions for the tokens of each paragraph.
  mutating func decide(_ paragraphs: [Paragraph]) -> [[TokenDecision]] {
    if list.surfaceCount > 0 { cache.fade(by: 0.5) }
    let before = list.surfaceCount
    list.makeRoom()
    if list.surfaceCount < before { cache.removeAll() }
    var stretches: [(paragraph: Int, stretch: Stretch)] = []
    for (index, paragraph) in paragraphs.enumerated() {
      for stretch in cut(paragraph) { stretches.append((index, stretch)) }
    }
    for index in stretches.indices { settle(&stretches[index].stretch) }
    for index in stretches.indices where stretches[index].stretch.isDoubtful(below: Self.doubt) {
      reconsider(&stretches[index].stretch)
    }
    var decisions = [[TokenDecision]](repeating: [], count: paragraphs.count)
    for (paragraph, stretch) in stretches {
      decisions[paragraph].append(contentsOf: self.decisions(stretch))
    }
    return decisions
  }

  private static func seen(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
    let base = WordForm.base(of: text[range])
    return UInt64(ByteInterner.hash(base, 0..<base.count)) | 1 << 40
  }

  // MARK: Lattices

  /// The lattice of a part of a paragraph.
  private struct Stretch {
    var lattice = Lattice()
    /// The token of each step.
    var tokens: [Int] = []
    /// A number for each step by the letters seen there, beneath marks; 0 for what is no word.
    var seen: [UInt64] = []
    var posteriors: [Float] = []
    /// The best path, as options.
    var path: [Int] = []

    /// The step's neighbours, each with the step itself, as one number; nil without a neighbour.
    func pairs(at step: Int) -> (before: UInt64?, after: UInt64?) {
      func pair(_ first: Int, _ second: Int, _ side: UInt64) -> UInt64? {
        guard first >= 0, second < seen.count, seen[first] != 0, seen[second] != 0 else {
          return nil
        }
        return (seen[first] &* 31 &+ seen[second]) &* 2 &+ side
      }
      return (pair(step - 1, step, 0), pair(step, step + 1, 1))
    }

    func isDoubtful(below limit: Float) -> Bool {
      path.contains { posteriors[$0] < limit && posteriors[$0] >= 0 }
    }
  }

  private mutating func cut(_ paragraph: Paragraph) -> [Stretch] {
    var stretches: [Stretch] = []
    var stretch = Stretch()
    for (index, token) in paragraph.tokens.enumerated() {
      if token.isWord {
        let joined = weighed(joinedOptions(paragraph, index), paragraph, token)
        var options = weighed(options(paragraph, token), paragraph, token)
        if isItem(paragraph, index) {
          options = items.options(
            options, seen: Array(paragraph.text[token.range]), text: { list.text(of: $0) })
        }
        stretch.lattice.append(
          sorted: joined.isEmpty ? options : (options + joined).sorted { $0.id < $1.id })
      } else if token.kind == .number,
        let options = list.options(ofNumber: paragraph.text, token.range)
      {
        stretch.lattice.append(sorted: options)
      } else if let id = WordID.of(token.kind) {
        stretch.lattice.append(only: LatticeOption(id: id, weight: 1, surface: -1))
      } else {
        continue
      }
      stretch.tokens.append(index)
      stretch.seen.append(token.isWord ? Self.seen(paragraph.text, token.range) : 0)
      let length = stretch.lattice.count
      if length >= Self.cut.hard || length >= Self.cut.soft && token.kind == .stop {
        stretches.append(stretch)
        stretch = Stretch()
      }
    }
    if stretch.lattice.count > 0 { stretches.append(stretch) }
    return stretches
  }

  private mutating func options(_ paragraph: Paragraph, _ token: Token) -> [LatticeOption] {
    if let fused, let other = paragraph.second?.word(at: token.range.lowerBound) {
      return list.options(of: paragraph.text, token.range, beside: other, fused)
    }
    return list.options(of: paragraph.text, token.range)
  }

  /// `options` of a token, those that do not leave it as it is by how doubtful its reading was.
  private mutating func weighed(
    _ options: [LatticeOption], _ paragraph: Paragraph, _ token: Token
  ) -> [LatticeOption] {
    guard !options.isEmpty, let factor = paragraph.doubts?.factor(at: token.range.lowerBound)
    else { return options }
    let seen = list.surface(Array(paragraph.text[token.range]))
    return options.map { option in
      var option = option
      if option.surface != seen { option.weight *= factor }
      return option
    }
  }

  /// Whether the token at `index` is the letter of a list's item.
  private func isItem(_ paragraph: Paragraph, _ index: Int) -> Bool {
    let tokens = paragraph.tokens
    guard index == 0 || tokens[index - 1].kind == .lineEnd, index + 1 < tokens.count,
      tokens[index].range.count <= 2, !tokens[index + 1].followsSpace
    else { return false }
    let sign = paragraph.text[tokens[index + 1].range.lowerBound]
    return sign == 0x29 || sign == 0x2E
  }

  /// The readings of the token at `index` and the next one as one word.
  private mutating func joinedOptions(_ paragraph: Paragraph, _ index: Int) -> [LatticeOption] {
    guard joinsTokens, index + 1 < paragraph.tokens.count else { return [] }
    let (first, second) = (paragraph.tokens[index], paragraph.tokens[index + 1])
    guard second.isWord, second.followsSpace,
      second.range.lowerBound == first.range.upperBound + 1,
      list.isDoubtful(paragraph.text, first.range) || list.isDoubtful(paragraph.text, second.range)
    else { return [] }
    return list.options(ofJoined: paragraph.text, first.range, second.range)
  }

  // MARK: Passes

  /// Decodes a stretch alone, and counts its words.
  private mutating func settle(_ stretch: inout Stretch) {
    decoder.threshold = firstThreshold
    let result = decoder.decode(stretch.lattice)
    stretch.posteriors = result.posteriors
    stretch.path = result.path
    for step in 0..<stretch.lattice.count {
      let pairs = stretch.pairs(at: step)
      for index in stretch.lattice.options(at: step) where result.posteriors[index] > 0.01 {
        let surface = stretch.lattice.options[index].surface
        guard surface >= 0 else { continue }
        let (small, posterior) = (list.small[Int(surface)], result.posteriors[index])
        cache.add(small, posterior)
        if let before = pairs.before { cache.add(small, posterior, pair: before) }
        if let after = pairs.after { cache.add(small, posterior, pair: after) }
      }
    }
    for option in result.path where stretch.lattice.options[option].surface >= 0 {
      initials.add(list.text(of: list.small[Int(stretch.lattice.options[option].surface)]))
    }
    initials.part()
  }

  /// Decodes a stretch with what the document says elsewhere.
  private mutating func reconsider(_ stretch: inout Stretch) {
    var weighed = stretch.lattice
    for step in 0..<weighed.count {
      let range = weighed.options(at: step)
      guard range.count > 1 else { continue }
      if weighed.options[range].allSatisfy({ $0.id == WordID.unknown }) {
        for index in range {
          let count = initials.count(of: list.text(of: weighed.options[index].surface))
          weighed.weigh(index, by: 1 + 4 * Float(count))
        }
        continue
      }
      let pairs = stretch.pairs(at: step)
      var total: Float = 0
      var share: Float = 0
      for index in range {
        let option = weighed.options[index]
        share += decoder.model.probability(of: option.id)
        total += elsewhere(option, stretch.posteriors[index], pairs)
      }
      guard share > 0, total > 0.5 else { continue }
      for index in range {
        let option = weighed.options[index]
        weighed.weigh(
          index,
          by: cache.factor(
            own: elsewhere(option, stretch.posteriors[index], pairs), total: total,
            share: decoder.model.probability(of: option.id) / share))
      }
    }
    decoder.threshold = min(firstThreshold, Self.threshold)
    let result = decoder.decode(weighed)
    stretch.posteriors = result.posteriors
    stretch.path = result.path
  }

  /// How much of an option's word the document holds without the place in question.
  private func elsewhere(
    _ option: LatticeOption, _ posterior: Float, _ pairs: (before: UInt64?, after: UInt64?)
  ) -> Float {
    guard option.surface >= 0 else { return 0 }
    let small = list.small[Int(option.surface)]
    var mass = max(0, cache.mass(of: small) - posterior)
    if let pair = pairs.before {
      mass += max(0, cache.mass(of: small, pair: pair) - cache.neighbourly * posterior)
    }
    if let pair = pairs.after {
      mass += max(0, cache.mass(of: small, pair: pair) - cache.neighbourly * posterior)
    }
    return mass
  }

  // MARK: Decisions

  private func decisions(_ stretch: Stretch) -> [TokenDecision] {
    var decisions: [TokenDecision] = []
    var step = 0
    for chosen in stretch.path {
      let span = Int(stretch.lattice.options[chosen].span)
      defer { step += span }
      guard stretch.lattice.options[chosen].surface >= 0 else { continue }
      let (surface, probability) = best(stretch, step: step, span: UInt8(span))
      decisions.append(
        TokenDecision(
          tokens: stretch.tokens[step]..<stretch.tokens[step + span - 1] + 1,
          text: Array(list.text(of: surface)), probability: min(1, probability)))
    }
    return decisions
  }

  /// The surface of the most probability among the options of `span` tokens at a step.
  private func best(
    _ stretch: Stretch, step: Int, span: UInt8
  ) -> (surface: Int32, probability: Float) {
    var best: (surface: Int32, probability: Float) = (-1, -1)
    let range = stretch.lattice.options(at: step)
    for index in range where stretch.lattice.options[index].span == span {
      let surface = stretch.lattice.options[index].surface
      var sum: Float = 0
      for other in range where stretch.lattice.options[other].surface == surface {
        sum += stretch.posteriors[other]
      }
      if sum > best.probability { best = (surface, sum) }
    }
    return best
  }
}
