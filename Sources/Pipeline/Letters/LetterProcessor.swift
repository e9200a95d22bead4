internal import ContentHash
package import Documents
internal import Foundation
package import Imaging
internal import Letters
internal import Recognition
internal import Rendering
internal import VietnameseText

/// The whole line for one file that is known to be a letter: pages, lines, repair, fields and body.
///
/// Holds a warm OCR engine and belongs to one thread at a time.
package final class LetterProcessor {
  private let limits: IntakeLimits
  private let preparer = PagePreparer()
  private let engine: SheetTextReader
  private let decider: LetterDecider

  /// Loads the dictionaries and the models.
  package init(_ configuration: PipelineConfiguration) throws {
    limits = configuration.limits
    engine = try SheetTextReader(taught: configuration.taughtModels)
    decider = try LetterDecider(configuration)
  }

  /// Everything found in the file `bytes`: a scan, a PDF or a text; see `read` for the parameters.
  package func outcome(
    of bytes: [UInt8], name: String, sha256: String? = nil,
    onPage: (Int, PageImage) throws -> Void = { _, _ in }
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
  ///   - onPage: Is shown each upright page with its 1-based number, for a picture of it.
  /// - Returns: What was read, and how long it took; what is wrong with the file is among its
  ///   findings.
  /// - Throws: `RecognitionError` or `ImageError`, when the work itself cannot be done.
  package func read(
    _ bytes: [UInt8], name: String, sha256: String? = nil,
    onPage: (Int, PageImage) throws -> Void = { _, _ in }
  ) throws -> (reading: SourceReading, timing: Timing) {
    var timing = Timing()
    var reading = SourceReading(
      source: SourceIdentity(
        name: name, sha256: sha256 ?? SHA256Digest(of: bytes).hexadecimal, pages: 0),
      pages: [])
    switch SourceContent.open(bytes, limits: limits) {
    case .failure(let refusal):
      if let text = Self.text(bytes, refused: refusal) {
        reading.pages = LetterPage.readings(of: text).enumerated().map { index, sheet in
          PageReading(
            page: index + 1, image: ImageSize(width: sheet.width, height: sheet.height, dpi: 0),
            turned: 0, regions: [], sheet: sheet)
        }
        reading.source.pages = reading.pages.count
      } else {
        reading.findings.append(refusal.finding)
      }
    case .success(let content):
      reading.source.pages = content.pageCount
      for index in 0..<content.pageCount {
        let page = try read(
          index, of: content, findings: &reading.findings, timing: &timing, onPage: onPage)
        if let page { reading.pages.append(page) }
      }
    }
    return (reading, timing)
  }

  private func read(
    _ index: Int, of content: SourceContent, findings: inout [Finding], timing: inout Timing,
    onPage: (Int, PageImage) throws -> Void
  ) throws -> PageReading? {
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
      region.image, isTelling: decider.reader.isTelling,
      signature: decider.reader.isDistribution)
    prepared = try prepared.righted(upsideDown: [read.isTurned])
    timing.readMs += reading.milliseconds
    try onPage(index + 1, prepared.page)
    return PageReading(
      page: index + 1,
      image: ImageSize(
        width: prepared.page.width, height: prepared.page.height,
        dpi: prepared.page.dpi > 0 ? prepared.page.dpi : region.dpi),
      turned: prepared.turned, regions: [],
      sheet: SheetReading(
        width: region.image.width, height: region.image.height,
        toPage: prepared.regions.first?.toPage ?? region.toPage, lines: read.lines,
        rules: read.rules))
  }

  /// The text in `bytes` where a file was refused only because it is text.
  private static func text(_ bytes: [UInt8], refused: Refusal) -> String? {
    guard refused.finding.code == .fileUnknownFormat,
      !bytes.contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
      let text = TextEncoding.detected(in: bytes).text(of: bytes)
    else { return nil }
    return text.normalized()
  }
}
