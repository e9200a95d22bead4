package import Documents

/// Forms of several pages: an annex joins the form before it.
extension Extractor {
  /// The documents in the regions of a source, in order; nil for a region whose print joined the
  /// document before it.
  package func extract(
    all regions: [(region: RegionReading, page: Int)]
  ) -> [ExtractedDocument?] {
    var found: [ExtractedDocument?] = []
    var main: Int?
    var annex: AnnexPart?
    for (index, item) in regions.enumerated() {
      let others = regions.indices.filter { $0 != index }.map { regions[$0].region }
      var document = extract(item.region, page: item.page, companions: others)
      if document.annex == nil, let annex,
        let next = continuation(of: annex, in: item.region, page: item.page),
        document.layout == nil || next.annex?.hasHeading == true
      {
        // A table's heading alone may look like the labels of another document.
        document = next
      }
      guard let part = document.annex else {
        main = document.kind == .unknown ? nil : index
        annex = nil
        found.append(document)
        continue
      }
      annex = part
      if let main, found[main]?.kind == document.kind {
        found[main]?.join(document, as: part)
        found.append(nil)
      } else {
        document.findings.append(Finding(.formPageMissing))
        found.append(document)
        main = index
      }
    }
    return found
  }

  /// The rows on a page without a heading that go on with the table of the page before.
  private func continuation(
    of annex: AnnexPart, in region: RegionReading, page: Int
  ) -> ExtractedDocument? {
    guard let layout = catalogue.layouts.first(where: { $0.id == annex.layout }) else { return nil }
    var document = ExtractedDocument(
      kind: layout.kind, side: nil, kindConfidence: 1, layout: layout.id, fields: [:],
      required: [], findings: [])
    let region = region.composed()
    let renditions = Renditions(of: region)
    let others = renditions.others()
    let pages = ([renditions.first] + others).map { ReadingPage(region, lines: $0) }
    let joint = others.count > 1 ? renditions.joint(with: others) : nil
    readTable(
      of: layout, pages: pages, joint: joint.map { ReadingPage(region, lines: $0) },
      region: region, page: page, known: annex, into: &document)
    return document.annex == nil ? nil : document
  }

  /// Reads the table of `layout` from each reading of the print, and from `joint`, what they say
  /// together, into its field.
  func readTable(
    of layout: Layout, pages: [ReadingPage], joint: ReadingPage?, region: RegionReading, page: Int,
    known: AnnexPart? = nil, into document: inout ExtractedDocument
  ) {
    guard let table = layout.table else { return }
    func rows(on page: ReadingPage) -> TableReader.Reading? {
      TableReader(table: table, page: page, repair: repair).read(known: known?.columns ?? [])
    }
    guard let vote = TableVote(pages.map(rows), joint: joint.flatMap(rows)) else {
      if known == nil {
        document.fields[table.key] = Field(page: page)
        document.findings.append(Finding(.fieldUnreadable, field: table.key))
      }
      return
    }
    let chosen = vote.reading
    var field = Field(
      value: .rows(chosen.rows), sources: [.ocr], page: page,
      box: chosen.box.map(region.toPage.map))
    field.evidence = Evidence(
      engineConfidence: chosen.engineConfidence,
      readingsAgree: pages.count > 1 ? vote.agreement > 1 : nil,
      witnesses: [.ocr], isWellFormed: chosen.isWellFormed)
    field.evidence.measures[.agreement] = Double(vote.agreement)
    field.evidence.measures[.wordAgreement] = Double(vote.cellAgreement)
    document.fields[table.key] = field
    document.annex = AnnexPart(
      key: table.key, columns: chosen.columns, hasHeading: chosen.hasHeading,
      continues: chosen.continues, layout: layout.id)
  }
}

extension ExtractedDocument {
  /// Adds the rows of an annex to those that are there, and its other fields where there are none.
  fileprivate mutating func join(_ other: ExtractedDocument, as part: AnnexPart) {
    findings += other.findings
    for (key, field) in other.fields where fields[key]?.value == nil { fields[key] = field }
    guard let added = other.fields[part.key], case .rows(let rows) = added.value,
      var own = fields[part.key], own != added, case .rows(var all) = own.value
    else { return }
    var rest = rows[...]
    if part.continues, let first = rest.first, !all.isEmpty {
      rest.removeFirst()
      for (key, value) in first {
        guard let value else { continue }
        all[all.count - 1][key] = .some(
          all[all.count - 1][key].flatMap(\.self).map { $0 + " " + value } ?? value)
      }
    }
    own.value = .rows(all + rest)
    own.evidence.engineConfidence = [own, added].compactMap(\.evidence.engineConfidence).min()
    own.evidence.isWellFormed = own.evidence.isWellFormed && added.evidence.isWellFormed
    own.evidence.readingsAgree =
      own.evidence.readingsAgree == true && added.evidence.readingsAgree == true
    fields[part.key] = own
  }
}
