internal import ContentHash
package import Documents
internal import Extraction
package import Imaging
internal import Recognition
internal import Rendering
internal import TextLayers

/// The first half of the line: from the bytes of a file to everything seen on its pages.
///
/// Holds a warm OCR engine and belongs to one thread at a time.
package final class SourceReader {
  private let limits: IntakeLimits
  private let preparer = PagePreparer()
  private let pages: PageReader
  private let layers: LayerKnowledge
  private let judge: SourceJudge
  private let configuration: PipelineConfiguration
  /// Reads pages of letters; there once one was met, since most files hold none.
  private var letters: LetterPageReader?

  /// Loads the OCR models; throws when they are missing.
  ///
  /// `judge` tells which print is settled, and which pages are letters.
  init(_ configuration: PipelineConfiguration, judge: SourceJudge) throws {
    self.configuration = configuration
    self.judge = judge
    limits = configuration.limits
    layers = try LayerKnowledge(dictionaries: configuration.dictionaries)
    let settled = SettledPrint(judge.layouts)
    pages = try PageReader(
      taught: configuration.taughtModels, tessdata: configuration.tessdata
    ) { line, codes in
      settled.isSettled(line, codes: codes)
    }
  }

  /// Reads the file in `bytes`, one page at a time.
  ///
  /// What is wrong with the file comes back as findings; it throws only when the work itself
  /// cannot be done.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name without folder.
  ///   - sha256: The digest of the bytes where the caller has it already.
  ///   - onPage: Is shown each upright page with its 1-based number, for a picture of it.
  /// - Returns: What was seen, and how long it took.
  /// - Throws: `RecognitionError` or `ImageError`, when the work itself cannot be done.
  package func read(
    _ bytes: [UInt8], name: String, sha256: String? = nil,
    onPage: (Int, PageImage) throws -> Void = { _, _ in }
  ) throws -> (reading: SourceReading, timing: Timing) {
    let total = Stopwatch()
    var timing = Timing()
    let digest = sha256 ?? SHA256Digest(of: bytes).hexadecimal
    var reading = SourceReading(
      source: SourceIdentity(name: name, sha256: digest, pages: 0), pages: [])
    let opening = Stopwatch()
    switch SourceContent.open(bytes, limits: limits) {
    case .failure(let refusal):
      reading.findings.append(refusal.finding)
    case .success(let content):
      reading.source.pages = content.pageCount
      timing.decodeMs += opening.milliseconds
      for index in 0..<content.pageCount {
        try read(page: index, of: content, into: &reading, timing: &timing, onPage: onPage)
      }
    }
    timing.totalMs = total.milliseconds
    return (reading, timing)
  }

  private func read(
    page index: Int, of content: SourceContent, into reading: inout SourceReading,
    timing: inout Timing, onPage: (Int, PageImage) throws -> Void
  ) throws {
    let decoding = Stopwatch()
    let image: PageImage
    do throws(Refusal) {
      if let text = try content.pdf?.text(index), layers.isDynamicForm(text) {
        throw Refusal(Finding(.fileDynamicForm))
      }
      image = try content.page(index)
    } catch {
      reading.findings.append(error.finding)
      return
    }
    timing.decodeMs += decoding.milliseconds

    let preparing = Stopwatch()
    let prepared = try preparer.prepare(image)
    timing.prepareMs += preparing.milliseconds

    let recognising = Stopwatch()
    let (pageReading, page) = try pages.read(prepared, number: index + 1)
    timing.readMs += recognising.milliseconds

    let follows = reading.pages.last?.sheet != nil
    if judge.isLetter(pageReading, follows: follows) {
      let result = try withoutActuallyEscaping(onPage) { onPage in
        try letterReader().read(index, of: content, timing: &timing, onPage: onPage)
      }
      if let letter = result.page {
        reading.findings += result.findings
        reading.pages.append(letter)
        return
      }
    }
    if page.regions.isEmpty {
      reading.findings.append(Finding(.pageBlank, details: ["page": "\(index + 1)"]))
    }
    try onPage(index + 1, page.page)
    reading.pages.append(pageReading)
  }

  private func letterReader() throws -> LetterPageReader {
    if let letters { return letters }
    let made = try LetterPageReader(
      configuration, models: judge.models, knowledge: layers, captures: judge.captures,
      letters: judge.letters.reader)
    letters = made
    return made
  }
}
