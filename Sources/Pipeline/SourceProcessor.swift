package import Documents
package import Imaging

/// The whole line for one source, in order: read, then judge.
///
/// Belongs to one thread at a time, since it holds the OCR engine.
package final class SourceProcessor {
  private let reader: SourceReader
  private let judge: SourceJudge

  /// Loads the dictionaries and the models.
  package init(_ configuration: PipelineConfiguration) throws {
    judge = try SourceJudge(configuration)
    reader = try SourceReader(configuration, judge: judge)
  }

  /// Everything found in the file `bytes`; see `SourceReader.read` for the parameters.
  package func result(
    of bytes: [UInt8], name: String, sha256: String? = nil,
    onPage: (Int, PageImage) throws -> Void = { _, _ in }
  ) throws -> SourceResult {
    try outcome(of: bytes, name: name, sha256: sha256, onPage: onPage).result
  }

  /// The result for a file that could not even be opened.
  package func refusal(of name: String, because finding: Finding) -> SourceResult {
    let source = SourceIdentity(name: name, sha256: "", pages: 0)
    return judge.judge(SourceReading(source: source, pages: [], findings: [finding]))
  }

  /// Everything found in the file `bytes`, with the reading that it was decided from.
  package func outcome(
    of bytes: [UInt8], name: String, sha256: String? = nil,
    onPage: (Int, PageImage) throws -> Void = { _, _ in }
  ) throws -> (reading: SourceReading, result: SourceResult) {
    let total = Stopwatch()
    let (reading, timing) = try reader.read(bytes, name: name, sha256: sha256, onPage: onPage)
    var result = judge.judge(reading)
    result.timing = Timing(
      decodeMs: timing.decodeMs, prepareMs: timing.prepareMs, readMs: timing.readMs,
      repairMs: result.timing.repairMs, totalMs: total.milliseconds)
    return (reading, result)
  }
}
