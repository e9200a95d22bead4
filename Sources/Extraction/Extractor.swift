package import Documents
package import Gazetteer
package import VietnameseText

/// Turns what was read from a region into a classified document with fields.
///
/// It sees no pixel: the same reading always gives the same document.
package struct Extractor: Sendable {
  /// The layouts that documents are read by.
  package let catalogue: LayoutCatalogue
  let repair: FieldRepair
  private let smallWords: Set<String>

  /// How sure a picture is a portrait that looks like one: it has been tried on drawn ones alone.
  private static let portraitConfidence = 0.9

  /// Creates an extractor from the layouts in the folder of `gazetteer`; free text is repaired by
  /// `models`.
  package init(gazetteer: Gazetteer, models: RepairModels) throws {
    self.init(
      catalogue: try LayoutCatalogue(dictionaries: gazetteer.directory),
      repair: try .lists(gazetteer, language: LanguageRepair(models: models)),
      smallWords: gazetteer.vocabulary.small)
  }

  /// Creates an extractor from given layouts; print may begin those of `smallWords` small.
  package init(
    catalogue: LayoutCatalogue, repair: FieldRepair = .none, smallWords: Set<String> = []
  ) {
    self.catalogue = catalogue
    self.repair = repair
    self.smallWords = smallWords
  }

  /// The document in `region`, which lies on the 1-based `page` of its source.
  ///
  /// The codes of `companions`, the other regions of the source, bear witness for a side of the same
  /// card: the one whose number they carry.
  package func extract(
    _ region: RegionReading, page: Int, companions: [RegionReading] = []
  ) -> ExtractedDocument {
    if region.shape == .portrait {
      return ExtractedDocument(
        kind: .portrait, side: nil, kindConfidence: Self.portraitConfidence, layout: nil,
        fields: [:], required: [], findings: [])
    }
    let region = region.composed()
    let renditions = Renditions(of: region)
    let whole = ReadingPage(region, lines: renditions.first)
    var index = PhraseIndex(text: whole.letters)
    let classification = Classifier(layouts: catalogue.layouts)
      .classify(region, page: whole, using: &index)
    guard let layout = classification.layout else {
      return ExtractedDocument(
        kind: .unknown, side: nil, kindConfidence: classification.confidence, layout: nil,
        fields: [:], required: [], findings: CodeWitnesses(region).findings)
    }
    var document = ExtractedDocument(
      kind: layout.kind, side: layout.side, kindConfidence: classification.confidence,
      layout: layout.id, fields: [:], required: layout.required, findings: [])
    if classification.contradictingVersion != nil {
      document.findings.append(
        Finding(
          .formVersionMismatch, field: .formVersion,
          details: ["printed": classification.printedVersion ?? ""]))
    }

    let seen = LabelFinder(layout: layout, page: whole).hits(using: &index)
    // Labels of cards stand below each other, or far apart.
    let starts = layout.kind.isCard ? [] : whole.columnStarts(below: seen)
    let first =
      starts.isEmpty ? whole : ReadingPage(region, lines: renditions.first, starts: starts)
    let isParted = first.segments.count > whole.segments.count
    if isParted { index = PhraseIndex(text: first.letters) }
    let hits =
      isParted ? LabelFinder(layout: layout, page: first).hits(using: &index) : seen
    func reader(of page: ReadingPage) -> LayoutReader {
      LayoutReader(layout: layout, page: page, classification: classification, repair: repair)
    }
    let result = reader(of: first).read(hits: hits, using: &index)
    document.findings += result.findings
    var readings = result.readings.mapValues { [$0] }
    var repetitions = result.repetitions
    // Where a label's words belong to the value they are as doubtful as it is.
    let labels = hits.filter { layout.fields[$0.entry].location != .fromLabel }
    let lines = renditions.others(labels: first.labelBoxes(of: labels))
    let others = lines.map { ReadingPage(region, lines: $0, starts: starts) }
    func read(_ page: ReadingPage) -> LayoutReading {
      var index = PhraseIndex(text: page.letters)
      let hits = LabelFinder(layout: layout, page: page).hits(using: &index)
      return reader(of: page).read(hits: hits, using: &index)
    }
    let together =
      lines.count > 1
      ? ReadingPage(region, lines: renditions.joint(with: lines), starts: starts) : nil
    let joint = together.map(read)?.readings ?? [:]
    for page in others {
      let other = read(page)
      for (key, entries) in other.readings { readings[key, default: []].append(entries) }
      for (key, names) in other.repetitions {
        // Lines that were read only once stand alike in every rendition.
        for name in names where repetitions[key]?.contains(name) != true {
          repetitions[key, default: []].append(name)
        }
      }
    }
    var codes = CodeWitnesses(region)
    document.findings += codes.findings
    if layout.kind.isCard {
      let printed = readings[.personalNumber]?.first?.first { $0.isWellFormed }?.value
      for companion in companions { codes.join(CodeWitnesses(companion), printed: printed) }
    }
    for key in layout.keys {
      let field = layout.fields.first { $0.key == key }
      let fusion = WitnessFusion(
        key: key, parser: field?.parser ?? .text, region: region, page: page,
        repetitions: repetitions[key] ?? [], smallWords: smallWords,
        names: repair.repairName)
      let joined = (readings[key] ?? []).map { Self.joined($0, key, &document.findings) }
      document.fields[key] = fusion.field(
        readings: joined,
        joint: joint[key].map { Self.joined($0, key, &document.findings) },
        codes: codes.values(of: key), findings: &document.findings)
      if field?.parser == .facility {
        document.fields[.healthFacilityCode] = Self.code(of: document.fields[key], in: joined)
      }
    }
    // A box that one reading of the wordings lost, and another found ticked, was seen.
    let ticked = layout.fields.filter { $0.location == .ticks }.compactMap(\.key)
      .filter { document.fields[$0]?.value != nil }
    document.findings.removeAll { finding in
      finding.code == .fieldUnreadable && ticked.contains { $0 == finding.field }
    }
    document.findings += UnseenLabels.findings(
      document.fields, layout: layout, renditions: readings)
    readTable(
      of: layout, pages: [first] + others, joint: together, region: region, page: page,
      into: &document)
    if layout.isAnnex, document.annex == nil {
      document.annex = layout.table.map {
        AnnexPart(
          key: $0.key, columns: [], hasHeading: false, continues: false, layout: layout.id)
      }
    }
    if standsTwice(layout, page: first, using: &index) {
      document.findings.append(Finding(.formTwoOnPage))
    }
    return document
  }

  /// What kind of document `region` is, without its fields.
  package func kind(of region: RegionReading) -> DocumentKind {
    guard region.shape != .portrait else { return .portrait }
    let region = region.composed()
    let page = ReadingPage(region, lines: Renditions(of: region).first)
    var index = PhraseIndex(text: page.letters)
    let classification = Classifier(layouts: catalogue.layouts)
      .classify(region, page: page, using: &index)
    return classification.layout?.kind ?? .unknown
  }

  /// Whether print that a page of the layout bears once stands on this one twice, as where two
  /// forms were scanned at once.
  private func standsTwice(
    _ layout: Layout, page: ReadingPage, using index: inout PhraseIndex
  ) -> Bool {
    for phrase in layout.once {
      let places = index.matches(of: phrase).filter {
        Double($0.cost) < 0.15 * Double($0.range.count)
      }.map { page.segments[page.glyphs[$0.range.lowerBound].segment].box }
      guard let first = places.first else { continue }
      let isTwice = places.contains { place in
        abs(place.midY - first.midY) > 3 * page.lineHeight
          || ReadingPage.horizontalGap(place, first) > 0
      }
      if isTwice { return true }
    }
    return false
  }

  /// The catalogue's code of a facility as a field of its own; nil where it knows none.
  private static func code(of field: Field?, in readings: [FieldReading]) -> Field? {
    guard var field, let value = field.value?.text,
      let code = readings.first(where: { $0.value == value })?.code
    else { return nil }
    field.value = .text(code)
    field.candidates = []
    return field
  }

  /// The one reading of a field that a form prints more than once.
  private static func joined(
    _ entries: [FieldReading], _ key: FieldKey, _ findings: inout [Finding]
  ) -> FieldReading {
    let filled = entries.filter { $0.value != nil }
    guard let first = filled.first(where: \.isWellFormed) ?? filled.first else {
      // What stands in one place but came to no value is not undone by another place that is blank.
      return entries.first { $0.raw?.isEmpty == false } ?? entries.first { $0.raw != nil }
        ?? entries.first ?? FieldReading()
    }
    let others = filled.filter { $0.isWellFormed && $0.value != first.value }
    let isContradicted = others.contains { other in
      !PrintComparison.agree(other.value ?? "", first.value ?? "")
    }
    let finding = Finding(.fieldContradiction, field: key, details: ["witnesses": "ocr, ocr"])
    if isContradicted, !findings.contains(finding) { findings.append(finding) }
    return first
  }
}
