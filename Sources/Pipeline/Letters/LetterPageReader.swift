internal import Documents
internal import Imaging
internal import Letters
internal import Recognition
internal import Rendering
internal import TextLayers
internal import Validation
internal import VietnameseText

/// Reads the pages of letters: from their text layers where these can be trusted, from their images
/// else, and mixed pages from both.
///
/// Holds a warm OCR engine and belongs to one thread at a time.
final class LetterPageReader {
  /// Is shown an upright page with its 1-based number.
  typealias PageViewer = (Int, PageImage) throws -> Void

  /// Tells the encodings of old texts.
  let recognizer: EncodingRecognizer

  private let preparer = PagePreparer()
  private let engine: SheetTextReader
  private let judge: TextLayerJudge
  private let knowledge: LayerKnowledge
  private let model: LanguageModel
  private let letters: LetterReader
  private let captures: CaptureRules

  /// Loads the engine and the old encodings.
  ///
  /// - Parameters:
  ///   - configuration: Where the models and dictionaries are.
  ///   - models: The models of the language.
  ///   - knowledge: What is known of text layers.
  ///   - captures: The rules for captures.
  ///   - letters: Knows the lines that are worth another look.
  /// - Throws: When a model or a dictionary is missing or malformed.
  init(
    _ configuration: PipelineConfiguration, models: RepairModels, knowledge: LayerKnowledge,
    captures: CaptureRules, letters: LetterReader
  ) throws {
    engine = try SheetTextReader(taught: configuration.taughtModels)
    model = models.language
    recognizer = EncodingRecognizer(
      letters: try LegacyLetters(dictionaries: configuration.dictionaries), model: model)
    self.knowledge = knowledge
    self.letters = letters
    self.captures = captures
    judge = TextLayerJudge(
      knowledge: knowledge, recognizer: recognizer, model: model,
      reader: LineTextReader(engineOf: engine))
  }

  /// What a page says, or why it says nothing.
  struct Result {
    var page: PageReading?
    var findings: [Finding] = []
  }

  /// Reads the page of `content` with this index, counted from 0; `onPage` is shown it where a
  /// picture of it is wanted.
  func read(
    _ index: Int, of content: SourceContent, timing: inout Timing, onPage: PageViewer?
  ) throws -> Result {
    var layer: PageLayer?
    if let file = content.pdf {
      let judging = Stopwatch()
      do {
        layer = try judge.layer(of: file, page: index)
      } catch let refusal as Refusal {
        return Result(findings: [refusal.finding])
      }
      timing.readMs += judging.milliseconds
    }
    switch layer?.reason {
    case .dynamicForm?: return Result(findings: [Finding(.fileDynamicForm)])
    default: break
    }
    // Another writing is read by no engine here: it is not read from the image either.
    guard let layer, layer.decision == .trusted || layer.reason == .foreignScript else {
      return try readImage(index, of: content, beside: layer, timing: &timing, onPage: onPage)
    }
    if let onPage {
      switch Self.decoded(index, of: content, timing: &timing) {
      case .success(let image): try onPage(index + 1, image)
      case .failure(let refusal): return Result(findings: [refusal.finding])
      }
    }
    let sheet = SheetReading(
      width: layer.size.width, height: layer.size.height, lines: layer.lines,
      statedLines: layer.lines.count, rules: layer.rules, layer: note(on: layer))
    return Result(
      page: PageReading(page: index + 1, image: layer.size, turned: 0, regions: [], sheet: sheet),
      findings: layer.reason == .foreignScript
        ? [Self.finding(.textForeignScript, on: index)] : [])
  }

  private static func finding(_ code: ReasonCode, on index: Int) -> Finding {
    Finding(code, details: ["page": "\(index + 1)"])
  }

  // MARK: The image

  /// The image of a page, or why it has none, with the time that this takes.
  private static func decoded(
    _ index: Int, of content: SourceContent, timing: inout Timing
  ) -> Swift.Result<PageImage, Refusal> {
    let decoding = Stopwatch()
    defer { timing.decodeMs += decoding.milliseconds }
    return Swift.Result { () throws(Refusal) in try content.page(index) }
  }

  private func readImage(
    _ index: Int, of content: SourceContent, beside layer: PageLayer?, timing: inout Timing,
    onPage: PageViewer?
  ) throws -> Result {
    let image: PageImage
    switch Self.decoded(index, of: content, timing: &timing) {
    case .success(let page): image = page
    case .failure(let refusal): return Result(findings: [refusal.finding])
    }
    let preparing = Stopwatch()
    var prepared = try preparer.prepareSheet(image)
    timing.prepareMs += preparing.milliseconds
    guard var region = prepared.regions.first else {
      try onPage?(index + 1, prepared.page)
      return Result(findings: [Self.finding(.pageBlank, on: index)])
    }
    let reading = Stopwatch()
    let read = try engine.read(
      region, of: prepared.page, isTelling: letters.isTelling, signature: letters.isDistribution,
      isWhole: letters.isWhole)
    prepared = try prepared.righted(upsideDown: [read.isTurned])
    region = prepared.regions.first ?? region
    timing.readMs += reading.milliseconds
    try onPage?(index + 1, prepared.page)
    var sheet = SheetReading(
      width: region.image.width, height: region.image.height, toPage: region.toPage,
      lines: read.lines, rules: read.rules, layer: layer.map(note))
    if let layer, layer.decision == .partly, prepared.turned == 0 {
      sheet = Self.merged(sheet, with: layer)
    }
    let size = ImageSize(
      width: prepared.page.width, height: prepared.page.height,
      dpi: prepared.page.dpi > 0 ? prepared.page.dpi : region.dpi)
    return Result(
      page: PageReading(
        page: index + 1, image: size, turned: prepared.turned, regions: [], sheet: sheet),
      findings: Self.oversize(layer, on: index)
        // What a PDF draws has patterns of its own.
        + (content.pdf == nil && captures.isOfScreen(region.quality)
          ? [Finding(.captureScreen)] : []) + findings(of: sheet, on: index))
  }

  /// What is wrong with what was read.
  private func findings(of sheet: SheetReading, on index: Int) -> [Finding] {
    let survey = TextSurvey(sheet.lines.map(\.text).joined(separator: "\n"), model: model)
    if survey.letters + survey.digits == 0 { return [Self.finding(.captureUnreadable, on: index)] }
    return knowledge.isStrange(survey) ? [Self.finding(.textNotVietnamese, on: index)] : []
  }

  /// Scans keep their own resolution; below this only the size of its page has reduced it, in dots
  /// per inch.
  private static let leastResolution = 100

  /// Whether the page is so large that its image was read coarsely.
  private static func oversize(_ layer: PageLayer?, on index: Int) -> [Finding] {
    guard let size = layer?.size, size.dpi > 0, size.dpi < leastResolution else { return [] }
    func metres(_ pixels: Int) -> String {
      let tenths = (Double(pixels) / Double(size.dpi) * 0.254).rounded()
      return "\(tenths / 10)"
    }
    return [
      Finding(
        .captureOversized,
        details: [
          "page": "\(index + 1)", "dpi": "\(size.dpi)",
          "size": "\(metres(size.width)) × \(metres(size.height)) m",
        ])
    ]
  }

  // MARK: Both

  /// The lines of a mixed page: those that the layer states, and from the image what it does not.
  private static func merged(_ read: SheetReading, with layer: PageLayer) -> SheetReading {
    let stated = layer.lines.flatMap { $0.words.map(\.box) }
    let others = read.lines.compactMap { line -> TextLine? in
      var line = line.mapped(by: read.toPage)
      let whole = line.words.count
      line.words.removeAll { word in
        stated.contains {
          $0.holds(x: word.box.midX, y: word.box.midY)
            || 2 * $0.intersection(word.box).area > word.box.area
        }
      }
      // Second readings are of whole lines.
      if line.words.count < whole { line.alternatives = [] }
      guard let box = PixelBox.union(of: line.words.map(\.box)) else { return nil }
      line.box = box
      return line
    }
    return SheetReading(
      width: layer.size.width, height: layer.size.height, lines: layer.lines + others,
      statedLines: layer.lines.count, rules: read.rules.map(read.toPage.map), layer: read.layer)
  }

  // MARK: What was decided

  private func note(on layer: PageLayer) -> LayerNote {
    let words = knowledge.words(of: layer.reason)
    return LayerNote(
      decision: layer.decision.rawValue, reason: layer.reason.rawValue, vi: words.vi, en: words.en,
      agreement: layer.agreement.map { ($0 * 1000).rounded() / 1000 },
      encoding: layer.encoding?.rawValue,
      blocks: layer.blocks.isEmpty
        ? nil
        : layer.blocks.map {
          LayerNote.Block(box: $0.box, decision: $0.decision.rawValue, reason: $0.reason.rawValue)
        })
  }
}

extension PixelBox {
  fileprivate func holds(x: Double, y: Double) -> Bool {
    x >= Double(self.x) && x < Double(maxX) && y >= Double(self.y) && y < Double(maxY)
  }
}

extension TextLine {
  /// The line with its boxes taken to another picture.
  fileprivate func mapped(by toPage: Homography) -> TextLine {
    func mapped(_ words: [TextWord]) -> [TextWord] {
      words.map { TextWord(text: $0.text, box: toPage.map($0.box), confidence: $0.confidence) }
    }
    var result = self
    result.box = toPage.map(box)
    result.words = mapped(words)
    result.alternatives = alternatives.map(mapped)
    return result
  }
}
