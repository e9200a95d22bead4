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
