package import Documents
internal import Gazetteer
internal import Letters
internal import Validation
internal import VietnameseText

/// The second half of the line for letters: from the pages as they were read to fields, body and
/// verdict.
///
/// A pure function of the reading and the dictionaries.
package struct LetterDecider: Sendable {
  let reader: LetterReader
  private let repair: LineRepair
  private let judge: LetterJudge

  /// Loads the dictionaries; throws when one is missing or malformed.
  package init(_ configuration: PipelineConfiguration) throws {
    let dictionaries = configuration.dictionaries
    try self.init(
      configuration, gazetteer: Gazetteer(directory: dictionaries),
      models: RepairModels(directory: dictionaries + "/language"),
      catalogue: ReasonCatalogue(directory: dictionaries))
  }

  /// Loads the dictionaries, but for the `gazetteer`, the `models` of the language and the `catalogue`
  /// of reasons.
  init(
    _ configuration: PipelineConfiguration, gazetteer: Gazetteer, models: RepairModels,
    catalogue: ReasonCatalogue
  ) throws {
    let dictionaries = configuration.dictionaries
    let lexicon = try LetterLexicon(dictionaries: dictionaries, gazetteer: gazetteer)
    repair = LineRepair(models: models, gazetteer: gazetteer, symbols: lexicon.departments)
    reader = LetterReader(lexicon: lexicon, model: models.language)
    judge = LetterJudge(
      confidence: try LetterConfidence(dictionaries: dictionaries),
      catalogue: catalogue,
      verdicts: VerdictRule(errorBudget: configuration.errorBudget))
  }

  /// What the confidence of a letter's `field` is counted by, 0 … 1.
  package static func score(of field: Field) -> Double { LetterConfidence.score(of: field) }

  /// What a reading of a letter says; pages that were not read as running text are passed over.
  package func outcome(of reading: SourceReading) -> LetterOutcome {
    let deciding = Stopwatch()
    let pages = reading.pages.compactMap { page in
      page.sheet.map { Sheet(page: page, sheet: $0) }
    }
    let (document, text) = letter(on: pages)
    let reasons = reading.findings.map(judge.catalogue.reason)
    var result = SourceResult(
      source: reading.source, documents: [], reasons: reasons,
      dossier: Dossier(verdict: .rejected))
    if let document {
      result.documents = [document]
      // A page that could not be read may have held anything: a person must look.
      let isWhole = reasons.allSatisfy { $0.severity <= .note }
      result.dossier = Dossier(
        verdict: isWhole ? document.verdict : max(document.verdict, .review))
    }
    result.timing.repairMs = deciding.milliseconds
    return LetterOutcome(result: result, text: text)
  }

  /// The letters on those of `pages` that were read as running text.
  ///
  /// Pages behind each other are one letter, until one bears a head of its own that is filled in.
  func documents(on pages: [PageReading]) -> [Document] {
    var letters: [[Sheet]] = []
    var last: Int?
    for (index, page) in pages.enumerated() {
      guard let sheet = page.sheet else { continue }
      let goesOn = last == index - 1 && !begins(page)
      if !goesOn { letters.append([]) }
      letters[letters.count - 1].append(Sheet(page: page, sheet: sheet))
      last = index
    }
    return letters.compactMap { letter(on: $0).document }
  }

  /// Whether a letter of its own begins on `page`.
  private func begins(_ page: PageReading) -> Bool {
    guard let sheet = page.sheet else { return false }
    return reader.hasHead(on: LetterPage(sheet, number: page.page), isFilledIn: true)
  }

  /// Whether `region` bears the head of a letter.
  func hasHead(_ region: RegionReading) -> Bool {
    let sheet = SheetReading(width: region.width, height: region.height, lines: region.lines)
    return reader.hasHead(on: LetterPage(sheet, number: 1), isFilledIn: false)
  }

  /// A page of a letter with its running text.
  private struct Sheet {
    var page: PageReading
    var sheet: SheetReading
  }

  /// The letter on `pages` as a document, nil where nothing was read, and its text.
  private func letter(on pages: [Sheet]) -> (document: Document?, text: LetterText) {
    let untouched = pages.map {
      OverlaidWords.dropped(from: LetterPage($0.sheet, number: $0.page.page))
    }
    let (repaired, changes) = repair.repaired(untouched)
    var letter = reader.letter(on: repaired, untouched: untouched)
    for (key, field) in letter.fields {
      guard let box = field.box, let place = pages.first(where: { $0.page.page == field.page })
      else { continue }
      letter.fields[key]?.box = place.sheet.isPlaced ? place.sheet.toPage.map(box) : nil
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
    let first = pages.first { !$0.sheet.lines.isEmpty }
    let document = first.map {
      judge.document(letter, page: $0.page.page, image: $0.page.image, findings: [])
    }
    return (document, text)
  }

  /// `page` with its words, as they were repaired, in pixels of the upright page.
  private static func sheet(_ page: Sheet, _ repaired: LetterPage) -> LetterText.Sheet {
    let toPage = page.sheet.toPage
    return LetterText.Sheet(
      page: repaired.number, image: page.page.image, source: page.sheet.source,
      layer: page.sheet.layer,
      lines: !repaired.isPlaced
        ? []
        : repaired.lines.map { line in
          line.words.map { word in
            TextWord(text: word.text, box: toPage.map(word.box), confidence: word.confidence)
          }
        })
  }
}
