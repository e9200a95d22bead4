internal import ContentHash
package import Documents
internal import Foundation
package import Imaging
internal import Letters
internal import Recognition
internal import Rendering
internal import Validation
internal import VietnameseText

/// The whole line for one file that is known to be a letter: pages, lines, repair, fields and body.
///
/// Holds a warm OCR engine and belongs to one thread at a time.
package final class LetterProcessor {
  private let limits: IntakeLimits
  private let preparer = PagePreparer()
  private let engine: SheetTextReader
  private let repair: LineRepair
  private let reader: LetterReader
  private let judge: LetterJudge

  /// Loads the dictionaries and the models.
  package init(_ configuration: PipelineConfiguration) throws {
    let dictionaries = configuration.dictionaries
    limits = configuration.limits
    engine = try SheetTextReader(taught: configuration.taughtModels)
    repair = LineRepair(models: try RepairModels(directory: dictionaries + "/language"))
    reader = LetterReader(lexicon: try LetterLexicon(dictionaries: dictionaries))
    judge = LetterJudge(
      confidence: try LetterConfidence(dictionaries: dictionaries),
      catalogue: try ReasonCatalogue(directory: dictionaries),
      verdicts: VerdictRule(errorBudget: configuration.errorBudget))
  }

  /// What the confidence of a letter's `field` is counted by, 0 … 1.
  package static func score(of field: Field) -> Double { LetterConfidence.score(of: field) }

  /// A page with what it takes to bring its boxes back to the upright page.
  private struct ReadPage {
    var page: LetterPage
    var image: ImageSize
    var toPage: Homography
  }

  /// Everything found in the file `bytes`: a scan, a PDF or a text.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name without folder.
  ///   - sha256: The digest of the bytes where the caller has it already.
  ///   - onPage: Is shown each upright page with its 1-based number, for a picture of it.
  /// - Returns: The letter; what is wrong with the file is among its reasons.
  /// - Throws: `RecognitionError` or `ImageError`, when the work itself cannot be done.
  package func outcome(
    of bytes: [UInt8], name: String, sha256: String? = nil,
    onPage: (Int, PageImage) throws -> Void = { _, _ in }
  ) throws -> LetterOutcome {
    let total = Stopwatch()
    var timing = Timing()
    var source = SourceIdentity(
      name: name, sha256: sha256 ?? SHA256Digest(of: bytes).hexadecimal, pages: 0)
    var findings: [Finding] = []
    var pages: [ReadPage] = []
    switch SourceContent.open(bytes, limits: limits) {
    case .failure(let refusal):
      if let text = Self.text(bytes, refused: refusal) {
        pages = LetterPage.pages(of: text).map {
          ReadPage(
            page: $0, image: ImageSize(width: $0.width, height: $0.height, dpi: 0),
            toPage: .identity)
        }
        source.pages = pages.count
      } else {
        findings.append(refusal.finding)
      }
    case .success(let content):
      source.pages = content.pageCount
      for index in 0..<content.pageCount {
        let page = try read(
          index, of: content, findings: &findings, timing: &timing, onPage: onPage)
        if let page { pages.append(page) }
      }
    }
    let deciding = Stopwatch()
    var outcome = outcome(pages, source: source, findings: findings)
    timing.repairMs = deciding.milliseconds
    timing.totalMs = total.milliseconds
    outcome.result.timing = timing
    return outcome
  }

  private func read(
    _ index: Int, of content: SourceContent, findings: inout [Finding], timing: inout Timing,
    onPage: (Int, PageImage) throws -> Void
  ) throws -> ReadPage? {
    let decoding = Stopwatch()
    let image: PageImage
    do throws(Refusal) {
      image = try content.page(index)
    } catch {
      findings.append(error.finding)
      return nil
    }
    timing.decodeMs += decoding.milliseconds
    let preparing = Stopwatch()
    var prepared = try preparer.prepareSheet(image)
    timing.prepareMs += preparing.milliseconds
    guard let region = prepared.regions.first else {
      findings.append(Finding(.pageBlank, details: ["page": "\(index + 1)"]))
      try onPage(index + 1, prepared.page)
      return nil
    }
    let reading = Stopwatch()
    let read = try engine.read(
      region.image, isTelling: reader.isTelling, signature: reader.isDistribution)
    prepared = try prepared.righted(upsideDown: [read.isTurned])
    timing.readMs += reading.milliseconds
    try onPage(index + 1, prepared.page)
    return ReadPage(
      page: LetterPage(
        number: index + 1, width: region.image.width, height: region.image.height,
        lines: read.lines, rules: read.rules),
      image: ImageSize(
        width: prepared.page.width, height: prepared.page.height,
        dpi: prepared.page.dpi > 0 ? prepared.page.dpi : region.dpi),
      toPage: prepared.regions.first?.toPage ?? region.toPage)
  }

  /// The text in `bytes` where a file was refused only because it is text.
  private static func text(_ bytes: [UInt8], refused: Refusal) -> String? {
    guard refused.finding.code == .fileUnknownFormat,
      !bytes.contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
      let text = TextEncoding.detected(in: bytes).text(of: bytes)
    else { return nil }
    return text.normalized()
  }

  private func outcome(
    _ pages: [ReadPage], source: SourceIdentity, findings: [Finding]
  ) -> LetterOutcome {
    let untouched = pages.map(\.page)
    let (repaired, changes) = repair.repaired(untouched)
    var letter = reader.letter(on: repaired, untouched: untouched)
    for (key, field) in letter.fields {
      guard let box = field.box, let place = pages.first(where: { $0.page.number == field.page })
      else { continue }
      letter.fields[key]?.box = place.page.isPlaced ? place.toPage.map(box) : nil
    }
    var text = LetterText()
    text.body = letter.body
    text.stamps = letter.stamps
    text.annexes = letter.annexes.map {
      LetterText.Annex(title: $0.title, page: $0.page, paragraphs: $0.paragraphs)
    }
    text.blankFields = letter.blankFields.sorted()
    text.repairs = changes
    text.sheets = zip(pages, repaired).map(Self.sheet)
    let reasons = findings.map(judge.catalogue.reason)
    let isRead = pages.contains { !$0.page.lines.isEmpty }
    var result = SourceResult(
      source: source, documents: [], reasons: reasons, dossier: Dossier(verdict: .rejected))
    if isRead, let first = pages.first(where: { !$0.page.lines.isEmpty }) {
      let document = judge.document(
        letter, page: first.page.number, image: first.image, findings: [])
      result.documents = [document]
      // A page that could not be read may have held anything: a person must look.
      let isWhole = reasons.allSatisfy { $0.severity <= .note }
      result.dossier = Dossier(
        verdict: isWhole ? document.verdict : max(document.verdict, .review))
    }
    return LetterOutcome(result: result, text: text)
  }

  /// `page` with its words, as they were repaired, in pixels of the upright page.
  private static func sheet(_ page: ReadPage, _ repaired: LetterPage) -> LetterText.Sheet {
    LetterText.Sheet(
      page: repaired.number, image: page.image, source: repaired.source,
      lines: !repaired.isPlaced
        ? []
        : repaired.lines.map { line in
          line.words.map { word in
            TextWord(
              text: word.text, box: page.toPage.map(word.box), confidence: word.confidence)
          }
        })
  }
}
