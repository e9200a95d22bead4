/// Repairs Vietnamese text whose marks were lost or that an engine misread.
///
/// Line breaks, spaces, signs, numbers, codes and addresses of the web stay as they are. A repairer
/// remembers what a document says, so that one is used for one document; it is for one thread at a
/// time.
public struct TextRepairer {
  /// The most bytes of text that are decided together.
  private static let blockSize = 24_000
  /// A paragraph of fewer words is taken to be in the condition of the whole text.
  private static let telling = 12

  private let models: RepairModels
  private let known: TextCondition?
  private var decoders: [TextCondition: BlockDecoder] = [:]

  /// Creates a repairer for one document; `condition` is what became of it, where that is known,
  /// and then the profile does not matter.
  public init(models: RepairModels, condition: TextCondition? = nil) {
    self.models = models
    known = condition
  }

  /// The repaired `text`, which should be UTF-8; bytes that are not stay as they are.
  public mutating func repair(
    _ text: [UInt8], profile: RepairProfile = .auto
  ) -> RepairedText {
    repair(text, profile: profile, second: nil, doubts: nil)
  }

  /// The repaired `text`, which an engine read, in the light of how sure it was of each word.
  package mutating func repair(_ text: [UInt8], doubts: ReadingDoubts) -> RepairedText {
    repair(text, profile: .ocr, second: nil, doubts: doubts)
  }

  /// The repaired `text`, which an engine for Vietnamese read, in the light of what an engine for
  /// English read on the same page.
  ///
  /// The lines of the result are those of `text`; both should be UTF-8.
  public mutating func repair(_ text: [UInt8], beside second: [UInt8]) -> RepairedText {
    repair(text, profile: .ocr, second: SecondReading(second, beside: text), doubts: nil)
  }

  private mutating func repair(
    _ text: [UInt8], profile: RepairProfile, second: SecondReading?, doubts: ReadingDoubts?
  ) -> RepairedText {
    var output = RepairedText(text: [], changes: [], condition: .clean)
    output.text.reserveCapacity(text.count + text.count / 4)
    var writer = ChangeWriter(source: text)
    let blocks = paragraphBlocks(text)
    output.condition = condition(of: text, blocks: blocks, profile: profile)
    for block in blocks {
      let parts = block.map { range in
        var part = part(text, range, profile: profile, whole: output.condition)
        part.paragraph.second = second
        part.paragraph.doubts = doubts
        return part
      }
      for condition in Set(parts.map(\.condition)).sorted(by: { $0.rawValue < $1.rawValue }) {
        guard condition != .foreign else { continue }
        let chosen = parts.indices.filter { parts[$0].condition == condition }
        let decisions = decide(chosen.map { parts[$0].paragraph }, condition)
        for (index, decided) in zip(chosen, decisions) {
          writer.note(decided, parts[index].paragraph.tokens, condition)
        }
      }
      writer.write(into: &output)
    }
    writer.finish(&output)
    return output
  }

  // MARK: Parts

  private struct Part {
    var paragraph: BlockDecoder.Paragraph
    var condition: TextCondition
  }

  /// The paragraphs of the text, in blocks that are decided together.
  private func paragraphBlocks(_ text: [UInt8]) -> [[Range<Int>]] {
    var blocks: [[Range<Int>]] = []
    var block: [Range<Int>] = []
    var size = 0
    for range in ParagraphSplitter.paragraphs(in: text) {
      block.append(range)
      size += range.count
      if size >= Self.blockSize {
        blocks.append(block)
        (block, size) = ([], 0)
      }
    }
    if !block.isEmpty { blocks.append(block) }
    return blocks
  }

  private func condition(
    of text: [UInt8], blocks: [[Range<Int>]], profile: RepairProfile
  ) -> TextCondition {
    if let known { return known }
    switch profile {
    case .stripped: return .stripped
    case .clean: return .clean
    case .auto, .ocr: break
    }
    // The beginning tells; a text of megabytes need not be read twice.
    var features = TextFeatures()
    for range in (blocks.first ?? []) {
      let tokens = Tokenizer().tokens(in: text, range: range)
      features.add(TextFeatures(text, tokens[...], model: models.language))
    }
    return profile == .ocr ? features.conditionOfReading : features.condition
  }

  private func part(
    _ text: [UInt8], _ range: Range<Int>, profile: RepairProfile, whole: TextCondition
  ) -> Part {
    var condition = whole
    if profile == .auto, known == nil {
      let tokens = Tokenizer().tokens(in: text, range: range)
      let features = TextFeatures(text, tokens[...], model: models.language)
      if features.words >= Self.telling { condition = features.condition(within: whole) }
    }
    let isReading = condition == .readAsEnglish || condition == .readAsVietnamese
    let tokens = ParagraphSplitter.tokens(
      in: text, range: range, tokenizer: Tokenizer(joinsStraySigns: isReading))
    return Part(paragraph: .init(text: text, tokens: tokens), condition: condition)
  }

  private mutating func decide(
    _ paragraphs: [BlockDecoder.Paragraph], _ condition: TextCondition
  ) -> [[TokenDecision]] {
    var decoder =
      decoders.removeValue(forKey: condition)
      ?? BlockDecoder(
        model: models.language, readings: models.readings(for: condition),
        textSize: paragraphs.first?.text.count ?? 0,
        fused: paragraphs.contains { $0.second != nil } ? models.fusedReadings : nil)
    defer { decoders[condition] = decoder }
    return decoder.decide(paragraphs)
  }
}
