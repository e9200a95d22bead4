internal import Documents
internal import Recognition
internal import Rendering
internal import VietnameseText

/// A page whose text layer is being judged: its lines and blocks, and what is known of them so far.
struct JudgedPage {
  private let knowledge: LayerKnowledge
  private let text: PageText
  let model: LanguageModel
  var lines: [LayerLine]
  var blocks: [LayerBlock]
  private let encoding: LegacyEncoding?
  let survey: TextSurvey
  private var ink: InkAgreement?
  private var map: InkMap?
  var verdicts: [LayerVerdict?]
  var agreement: Double?

  /// What the text of the page looks like as a whole.
  let kind: LayerKind

  var limits: LayerKnowledge.Limits { knowledge.limits }

  init(
    _ text: PageText, knowledge: LayerKnowledge, model: LanguageModel,
    recognizer: EncodingRecognizer
  ) {
    self.text = text
    self.knowledge = knowledge
    self.model = model
    (lines, encoding) = ConvertedLines.converted(
      LayerLine.lines(of: text), fonts: text.fonts, recognizer)
    blocks = LayerBlock.blocks(of: lines, model: model, knowledge.limits)
    survey = blocks.reduce(into: TextSurvey()) { $0.add($1.survey) }
    kind = LayerKind(survey, knowledge.limits)
    verdicts = [LayerVerdict?](repeating: nil, count: blocks.count)
  }

  /// Whether there is a letter or digit.
  var hasText: Bool { survey.letters + survey.digits + survey.foreignLetters + survey.unmapped > 0 }

  /// Whether the text by itself leaves no doubt.
  var looksSure: Bool {
    kind == .fluent && text.imageShare < limits.scannedShare
      && blocks.allSatisfy { $0.kind == .fluent || $0.kind == .short }
      && survey.digits <= 2 * survey.letters
  }

  // MARK: Where it lies

  /// Holds the boxes against the ink of the page.
  mutating func compare(with map: InkMap) {
    ink = InkAgreement(lines, on: map)
    self.map = map
  }

  /// Whether there is so little text that it may be a watermark or a signature.
  private var mayBeOverlay: Bool { survey.letters + survey.digits <= limits.mostOverlayLetters }

  /// Why the place of the layer speaks against it; nil when it does not.
  var reasonOfPlace: LayerReason? {
    guard let ink else { return nil }
    if mayBeOverlay, ink.covered < limits.leastCovered {
      if knowledge.signatures.count(where: says) >= 2 { return .signatureOnly }
      if knowledge.watermarks.contains(where: says) { return .watermarkOnly }
      if kind != .fluent { return .littleOfPage }
    }
    return ink.onInk < limits.leastOnInk || ink.centred < limits.leastCentred ? .offPrint : nil
  }

  /// Whether the layer holds `phrase`, if only in pieces: slanting text falls apart into lines.
  private func says(_ phrase: String) -> Bool {
    let words = lines.flatMap(\.words)
    let orders = [words, words.sorted { $0.box.x < $1.box.x }]
    let wanted = phrase.filter { $0 != " " }
    return orders.contains { order in
      order.map(\.text).joined().lowercased().contains(wanted)
    }
  }

  /// Whether the layer surely lies on the print.
  var liesSurely: Bool {
    guard let ink else { return false }
    return ink.onInk >= limits.sureOnInk && ink.clearGaps >= limits.sureGaps
      && ink.centred >= limits.sureCentred
  }

  // MARK: What the image says

  /// The most lines read of one kind of text at first.
  private static let mostLines = 3
  /// The most lines read of one kind where the first ones leave a doubt.
  private static let mostLinesAgain = 9
  /// So few letters are no lie by themselves.
  private static let speck = 16
  /// The most blocks that are read one by one when lines of one kind are at odds.
  private static let mostBlocks = 8
  /// The most lines of a block that is no fluent text and stands beside lies.
  private static let mostBlockLines = 4

  /// Reads a few lines of each kind of text, and of each block where they are at odds.
  mutating func ask(_ witness: LineWitness, on map: InkMap) throws(RecognitionError) {
    var kinds: [LayerKind: [Int]] = [:]
    for (index, block) in blocks.enumerated() { kinds[block.kind, default: []].append(index) }
    let ordered = kinds.sorted { $0.value[0] < $1.value[0] }
    var agreements: [(value: Double, letters: Int)] = []
    for (kind, members) in ordered {
      var opinions =
        kind.isHopeless
        ? [] : try firstOpinions(of: samples(of: members, count: Self.mostLines), witness, map)
      var verdict =
        kind.isHopeless
        ? LayerVerdict(isTrusted: false, reason: kind.reasonAgainst)
        : LayerVerdict(kind: kind, opinions, limits)
      if !kind.isHopeless, !verdict.isTrusted, isNear(verdict) {
        // A rule between cells is read as a stroke; of more lines fewer have one.
        let others = samples(of: members, count: Self.mostLinesAgain)
        if others.count > opinions.count {
          opinions = try self.opinions(of: others, witness, map)
          verdict = LayerVerdict(kind: kind, opinions, limits)
        }
      }
      for member in members { verdicts[member] = verdict }
      if let agreement = verdict.agreement {
        agreements.append((agreement, opinions.reduce(0) { $0 + $1.letters }))
      }
    }
    let letters = agreements.reduce(0) { $0 + $1.letters }
    if letters > 0 {
      agreement = agreements.reduce(0) { $0 + $1.value * Double($1.letters) } / Double(letters)
    }
    overlookSpecks(ordered)
    try askEach(ordered, witness, on: map)
  }

  /// Whether lines that were read disagree no more than a poor reading does, or said nothing.
  private func isNear(_ verdict: LayerVerdict) -> Bool {
    verdict.agreement.map { $0 >= limits.leastAgreement } ?? true
  }

  /// Lets a few letters pass that were read otherwise where all the rest of the page is confirmed: a
  /// lie is of more than a word.
  private mutating func overlookSpecks(_ kinds: [(key: LayerKind, value: [Int])]) {
    func size(_ members: [Int]) -> Int {
      members.reduce(0) { $0 + blocks[$1].survey.letters + blocks[$1].survey.digits }
    }
    let doubted = kinds.filter { !(verdicts[$0.value[0]]?.isTrusted ?? false) }
    let rest = kinds.filter { verdicts[$0.value[0]]?.isTrusted ?? false }
    let letters = size(doubted.flatMap(\.value))
    guard letters <= Self.speck, 30 * letters < size(rest.flatMap(\.value)),
      !doubted.contains(where: \.key.isHopeless),
      rest.allSatisfy({ verdicts[$0.value[0]]?.agreement ?? 0 >= limits.clearAgreement })
    else { return }
    for member in doubted.flatMap(\.value) {
      verdicts[member] = LayerVerdict(isTrusted: true, reason: .confirmed)
    }
  }

  /// Reads each block where lines of one kind are at odds, or where a few words would be trusted on
  /// a page that lies elsewhere.
  private mutating func askEach(
    _ kinds: [(key: LayerKind, value: [Int])], _ witness: LineWitness, on map: InkMap
  ) throws(RecognitionError) {
    let hasLies = verdicts.contains { $0.map { !$0.isTrusted } ?? false }
    let isMinor = hasLies && hasMostlyLies
    for (kind, members) in kinds {
      guard let verdict = verdicts[members[0]],
        verdict.isDivided
          || hasLies && verdict.isTrusted
            && (kind != .fluent || isMinor || (verdict.agreement ?? 0) < limits.clearAgreement)
      else { continue }
      for (count, member) in members.enumerated() {
        let isFluent = kind == .fluent
        let lines = blocks[member].lines.count
        // What is no fluent text, or little of a page of lies, is trusted when each of its lines was
        // read: a lie leaves capitals as they are, and not the small letters among them.
        guard count < Self.mostBlocks, isFluent && !isMinor || lines <= Self.mostBlockLines else {
          verdicts[member] = LayerVerdict(isTrusted: false, reason: .undecided)
          continue
        }
        let opinions = try self.opinions(
          of: samples(of: [member], count: isFluent && !isMinor ? 2 : lines), witness, map)
        var verdict = LayerVerdict(kind: kind, opinions, limits)
        if hasLies || !isFluent, !verdict.isAgreed || opinions.isEmpty {
          verdict = LayerVerdict(isTrusted: false, reason: .undecided)
        }
        verdicts[member] = verdict
      }
    }
  }

  /// Whether more of the page lies than is trusted.
  private var hasMostlyLies: Bool {
    var (good, all) = (0, 0)
    for (block, verdict) in zip(blocks, verdicts) {
      let size = block.survey.letters + block.survey.digits
      all += size
      good += verdict?.isTrusted == true ? size : 0
    }
    return 2 * good < all
  }

  private func opinions(
    of sample: [Int], _ witness: LineWitness, _ map: InkMap
  ) throws(RecognitionError) -> [LineWitness.Opinion] {
    var opinions: [LineWitness.Opinion] = []
    for line in sample {
      if let opinion = try witness.opinion(of: row(of: line), on: map) { opinions.append(opinion) }
    }
    return opinions
  }

  /// The same, but no more lines than it takes until the first ones leave no doubt.
  private func firstOpinions(
    of sample: [Int], _ witness: LineWitness, _ map: InkMap
  ) throws(RecognitionError) -> [LineWitness.Opinion] {
    var opinions: [LineWitness.Opinion] = []
    // The outer ones first: what is wrong is seldom wrong in the middle alone.
    let order = sample.indices.sorted {
      abs(2 * $0 - sample.count + 1) > abs(2 * $1 - sample.count + 1)
    }
    for index in order {
      if let opinion = try witness.opinion(of: row(of: sample[index]), on: map) {
        opinions.append(opinion)
      }
      if opinions.count >= 2, opinions.allSatisfy(leavesNoDoubt) { break }
    }
    return opinions
  }

  /// Whether a line says by itself that the layer is right.
  private func leavesNoDoubt(_ opinion: LineWitness.Opinion) -> Bool {
    opinion.letters >= 12 && opinion.agreement >= limits.clearAgreement
      && opinion.confidence >= limits.legibleConfidence
      && (opinion.digitAgreement ?? 1) >= limits.clearAgreement
  }

  /// A line with what stands beside it in its block: cells of a table are read row by row.
  private func row(of line: Int) -> LayerLine {
    var (first, last) = (line, line)
    while first > 0, isBeside(first - 1, first) { first -= 1 }
    while last + 1 < lines.count, isBeside(last, last + 1) { last += 1 }
    return LayerLine(words: lines[first...last].flatMap(\.words))
  }

  private func isBeside(_ line: Int, _ next: Int) -> Bool {
    let (box, other) = (lines[line].box, lines[next].box)
    return other.x >= box.maxX && abs(Int(box.midY - other.midY)) * 3 < box.height
      && other.x - box.maxX < 8 * box.height
  }

  /// Lines of some blocks that are worth reading, far from each other.
  func samples(of members: [Int], count: Int) -> [Int] {
    let all = members.flatMap { blocks[$0].lines }
    let letters = all.map { lines[$0].letters }
    let long = all.indices.filter { (12...110).contains(letters[$0]) }
    let fitting = long.count >= count ? long : all.indices.filter { letters[$0] >= 3 }
    guard fitting.count > count else { return fitting.map { all[$0] } }
    // The middle of each of equal parts.
    return (0..<count).map { part in all[fitting[(2 * part + 1) * fitting.count / (2 * count)]] }
  }

  // MARK: The decision

  /// The layer with what was decided of each block, or of all at once.
  func settled(_ common: LayerVerdict?) -> PageLayer {
    let verdicts: [LayerVerdict?] = blocks.indices.map { common ?? self.verdicts[$0] }
    let sizes = blocks.map { $0.survey.letters + $0.survey.digits }
    let all = sizes.reduce(0, +)
    let trusted = blocks.indices.filter { verdicts[$0]?.isTrusted ?? false }
    let good = trusted.reduce(0) { $0 + sizes[$1] }
    // The reason of most of what is trusted, or of what is not.
    func reason(_ isTrusted: Bool) -> LayerReason {
      var counts: [LayerReason: Int] = [:]
      for (index, verdict) in verdicts.enumerated() {
        guard let verdict, verdict.isTrusted == isTrusted else { continue }
        counts[verdict.reason, default: 0] += sizes[index]
      }
      // What is known of some says more than what is not known of others.
      counts[.undecided] = nil
      return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
        ?? .undecided
    }
    if 20 * good < all { return layer(.untrusted, reason(false)) }
    let isWhole = 100 * good >= 98 * all
    let missing = isWhole && isCovered ? [] : missing(besides: trusted)
    if missing.isEmpty { return layer(.trusted, encoding == nil ? reason(true) : .converted) }
    var layer = layer(.partly, .mixed)
    layer.lines = trusted.flatMap { blocks[$0].lines }.map { lines[$0].textLine }
    layer.regions = missing
    layer.blocks = blocks.indices.map { index in
      PageLayer.Block(
        box: blocks[index].box,
        decision: verdicts[index]?.isTrusted ?? false ? .trusted : .untrusted,
        reason: verdicts[index]?.reason ?? .undecided)
    }
    return layer
  }

  private var isCovered: Bool { ink.map { $0.covered >= limits.sureCovered } ?? false }

  /// What must be read from the image when only `trusted` blocks are used.
  private func missing(besides trusted: [Int]) -> [PixelBox] {
    let kept = Set(trusted)
    let wrong = blocks.indices.filter { !kept.contains($0) }.map { blocks[$0].box }
    return (wrong + (ink?.uncovered ?? [])).map { $0.intersection(whole) }.filter { !$0.isEmpty }
  }

  private var whole: PixelBox { PixelBox(x: 0, y: 0, width: text.width, height: text.height) }

  /// The layer with one decision for the whole page.
  func layer(_ decision: LayerDecision, _ reason: LayerReason) -> PageLayer {
    PageLayer(
      decision: decision, reason: reason,
      size: ImageSize(width: text.width, height: text.height, dpi: text.dpi),
      lines: decision == .trusted ? lines.map(\.textLine) : [],
      rules: decision == .trusted || decision == .partly ? map.map(InkRules.rules) ?? [] : [],
      regions: decision == .trusted ? [] : [whole], blocks: [], encoding: encoding,
      agreement: agreement)
  }
}
