internal import ContentHash
package import Documents
internal import Gazetteer
package import Imaging
internal import Recognition
internal import Rendering
internal import TextLayers
internal import Validation
internal import VietnameseText

/// The whole line for one file that is known to be a letter: pages, lines, repair, fields and body.
///
/// Holds a warm OCR engine and belongs to one thread at a time.
package final class LetterProcessor {
  private let limits: IntakeLimits
  private let pages: LetterPageReader
  private let texts: PlainLetterReader
  private let decider: LetterDecider

  /// Loads the dictionaries and the models.
  package init(_ configuration: PipelineConfiguration) throws {
    limits = configuration.limits
    let dictionaries = configuration.dictionaries
    let models = try RepairModels(directory: dictionaries + "/language")
    let knowledge = try LayerKnowledge(dictionaries: dictionaries)
    decider = try LetterDecider(
      configuration, gazetteer: Gazetteer(directory: dictionaries), models: models,
      catalogue: ReasonCatalogue(directory: dictionaries))
    pages = try LetterPageReader(
      configuration, models: models, knowledge: knowledge,
      captures: CaptureRules(limits: CaptureLimits(directory: dictionaries)),
      letters: decider.reader)
    texts = PlainLetterReader(
      recognizer: pages.recognizer,
      judge: PlainTextJudge(knowledge: knowledge, model: models.language), knowledge: knowledge)
  }

  /// Everything found in the file `bytes`: a scan, a PDF or a text; see `read` for the parameters.
  package func outcome(
    of bytes: [UInt8], name: String, sha256: String? = nil,
    onPage: ((Int, PageImage) throws -> Void)? = nil
  ) throws -> LetterOutcome {
    let total = Stopwatch()
    let (reading, timing) = try read(bytes, name: name, sha256: sha256, onPage: onPage)
    var outcome = decider.outcome(of: reading)
    outcome.result.timing.decodeMs = timing.decodeMs
    outcome.result.timing.prepareMs = timing.prepareMs
    outcome.result.timing.readMs = timing.readMs
    outcome.result.timing.totalMs = total.milliseconds
    return outcome
  }

  /// Reads the pages of the file `bytes` as running text.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name without folder.
  ///   - sha256: The digest of the bytes where the caller has it already.
  ///   - onPage: Is shown each upright page with its 1-based number, for a picture of it; without it
  ///     pages whose text layer is trusted need not be drawn.
  /// - Returns: What was read, and how long it took; what is wrong with the file is among its
  ///   findings.
  /// - Throws: `RecognitionError` or `ImageError`, when the work itself cannot be done.
  package func read(
    _ bytes: [UInt8], name: String, sha256: String? = nil,
    onPage: ((Int, PageImage) throws -> Void)? = nil
  ) throws -> (reading: SourceReading, timing: Timing) {
    var timing = Timing()
    var reading = SourceReading(
      source: SourceIdentity(
        name: name, sha256: sha256 ?? SHA256Digest(of: bytes).hexadecimal, pages: 0),
      pages: [])
    switch SourceContent.open(bytes, limits: limits) {
    case .failure(let refusal):
      // Only a file that is nothing else may be text.
      if refusal.finding.code == .fileUnknownFormat, let text = texts.read(bytes) {
        reading.pages = text.pages
        reading.findings = text.findings
        reading.source.pages = reading.pages.count
      } else {
        reading.findings.append(refusal.finding)
      }
    case .success(let content):
      reading.source.pages = content.pageCount
      for index in 0..<content.pageCount {
        let result = try pages.read(index, of: content, timing: &timing, onPage: onPage)
        reading.findings += result.findings
        if let page = result.page { reading.pages.append(page) }
      }
    }
    return (reading, timing)
  }
}
