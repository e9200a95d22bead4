package import Documents
internal import Extraction
internal import Gazetteer
internal import Validation
internal import VietnameseText

/// The second half of the line: from what was seen on the pages to fields, verdicts and a dossier.
///
/// A pure function of the reading, the dictionaries and today's date.
package struct SourceJudge: Sendable {
  /// The layouts that documents are read by.
  var layouts: LayoutCatalogue { extractor.catalogue }

  /// How letters are decided.
  let letters: LetterDecider
  /// The models of the language.
  let models: RepairModels
  /// What a new capture would cure.
  let captures: CaptureRules

  private let extractor: Extractor
  private let validator: Validator

  /// Loads the dictionaries; throws when one is missing or malformed.
  package init(_ configuration: PipelineConfiguration) throws {
    let dictionaries = configuration.dictionaries
    let gazetteer = try Gazetteer(directory: dictionaries)
    models = try RepairModels(directory: dictionaries + "/language")
    extractor = try Extractor(gazetteer: gazetteer, models: models)
    captures = CaptureRules(limits: try CaptureLimits(directory: dictionaries))
    validator = try Validator(
      gazetteer: gazetteer, today: configuration.today, errorBudget: configuration.errorBudget)
    letters = try LetterDecider(
      configuration, gazetteer: gazetteer, models: models, catalogue: validator.catalogue)
  }

  /// Whether `page` is one of a letter: its own print says so, or it is nothing else that is known
  /// and bears a letter's head or `follows` a page of one.
  func isLetter(_ page: PageReading, follows: Bool) -> Bool {
    guard page.regions.count == 1, let region = page.regions.first, region.shape == .sheet else {
      return false
    }
    switch extractor.kind(of: region) {
    case .officialLetter: return true
    case .unknown: return follows || letters.hasHead(region)
    default: return false
    }
  }

  /// Decides what `reading` holds.
  package func judge(_ reading: SourceReading) -> SourceResult {
    let stopwatch = Stopwatch()
    let places = reading.pages.flatMap { page in page.regions.map { (page: page, region: $0) } }
    let extracted = extractor.extract(all: places.map { ($0.region, $0.page.page) })
    var documents = zip(places, extracted).compactMap { place, extracted in
      extracted.map { document(of: $0, in: place.region, of: place.page) }
    }
    let read = letters.documents(on: reading.pages)
    if !read.isEmpty { documents = (documents + read).sorted { $0.page < $1.page } }
    let reasons = reading.findings.map(validator.reason)
    var dossier = validator.dossier(of: documents)
    // A page that could not be read may have held anything: a person must look.
    if !documents.isEmpty, reasons.contains(where: { $0.severity > .note }) {
      dossier.verdict = max(dossier.verdict, .review)
    }
    let elapsed = stopwatch.milliseconds
    return SourceResult(
      source: reading.source, documents: documents, reasons: reasons, dossier: dossier,
      timing: Timing(repairMs: elapsed, totalMs: elapsed))
  }

  private func document(
    of extracted: ExtractedDocument, in region: RegionReading, of page: PageReading
  ) -> Document {
    let judgement = validator.validate(
      kind: extracted.kind, side: extracted.side, kindConfidence: extracted.kindConfidence,
      fields: extracted.fields, required: extracted.required,
      findings: extracted.findings
        + captures.findings(
          region, kind: extracted.kind, fields: extracted.fields, required: extracted.required))
    return Document(
      kind: extracted.kind, side: extracted.side, page: page.page,
      kindConfidence: Confidence(rawValue: extracted.kindConfidence), verdict: judgement.verdict,
      reasons: judgement.reasons, fields: judgement.fields, image: page.image)
  }
}
