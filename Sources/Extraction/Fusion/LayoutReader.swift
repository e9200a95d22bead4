import Documents

/// Reads the fields of a layout from the print of a page, as one witness.
struct LayoutReader {
  let layout: Layout
  let page: ReadingPage
  let classification: Classification
  let repair: FieldRepair

  /// Fewer letters of a label may well be a value.
  private static let leastLabelPart = 6

  /// Reads the page; `hits` are the layout's labels on it.
  func read(hits: [LabelHit], using index: inout PhraseIndex) -> LayoutReading {
    let values = ValueCollector(layout: layout, page: page, hits: hits).values()
    var result = LayoutReading()
    var fallbacks: [FieldKey: FieldReading] = [:]
    for (entry, field) in layout.fields.enumerated() {
      guard let key = field.key else { continue }
      let value = values.first { $0.entry == entry }
      let reading: FieldReading
      switch field.location {
      case .label:
        reading = labelled(field, value, hits: hits)
      case .fromLabel:
        let known = phrase(field, using: &index)
        reading = known.value == nil ? labelled(field, value, hits: hits) : known
      case .phrase:
        reading = phrase(field, using: &index)
      case .dateLine:
        let beside = labelled(field, value, hits: hits)
        reading =
          beside.isWellFormed
          ? beside
          : DateLineReader(page: page, isCard: layout.kind.isCard)
            .read(field, above: signatureTop(values))
      case .signature:
        let signature = SignatureReader(page: page)
        reading = signature.read(below: value)
        for signer in field.signers {
          result.repetitions[signer] = repetitions(of: signer, signature.names(below: value))
        }
      case .ticks:
        let ticks = TickReader(page: page).read(field, label: value, using: &index)
        if let doubt = ticks.doubt { result.findings.append(Finding(doubt, field: key)) }
        reading = ticks.reading
      case .version:
        reading = version()
      case .code:
        reading = FieldReading()
      }
      if let value, field.location == .label, let code = doubt(about: value, among: values) {
        result.findings.append(Finding(code, field: key))
      }
      let known = repaired(reading, field)
      if field.isFallback {
        fallbacks[key] = known
      } else {
        result.readings[key, default: []].append(known)
      }
    }
    repairGroups(&result.readings)
    for (key, reading) in fallbacks
    where result.readings[key]?.contains(where: { $0.value != nil }) != true {
      result.readings[key] = [reading]
    }
    return result
  }

  /// The names that `lines` give when they are read as values of the field `key`.
  private func repetitions(of key: FieldKey, _ lines: [[ValuePiece]]) -> [FieldReading] {
    guard let field = layout.fields.first(where: { $0.key == key }) else { return [] }
    return lines.map { line in
      let parsed = FieldParser.parse(line, as: field)
      return repaired(
        FieldReading(
          parsed, raw: PrintedText.joined(line), labelQuality: 1, fallbackBox: nil), field)
    }.filter { $0.isWellFormed && $0.value != nil }
  }

  /// Repairs the parts of each address together, for each entry of a form that prints it twice.
  private func repairGroups(_ readings: inout [FieldKey: [FieldReading]]) {
    let groups = Dictionary(grouping: layout.fields.filter { $0.group != nil }) { $0.group ?? "" }
    for parts in groups.values {
      let keys = parts.compactMap(\.key).filter { readings[$0]?.isEmpty == false }
      let values = AddressParts(values: keys.map { readings[$0]?.first?.value })
      for (key, result) in zip(keys, repairedParts(values)) {
        guard let result else { continue }
        readings[key]?[0].value = result.value
        readings[key]?[0].repairs += result.repairs
        readings[key]?[0].lexicon = result.lexicon
        readings[key]?[0].fluency = result.fluency
      }
    }
  }

  /// The parts after repair, where need be with the rest of a part given back to it.
  private func repairedParts(_ parts: AddressParts) -> [FieldRepair.Repaired?] {
    func repaired(_ values: [String?]) -> [FieldRepair.Repaired?] {
      var results = repair.repairParts(values.compactMap(\.self))[...]
      return values.map { $0 == nil ? nil : results.popFirst() }
    }
    let known = repaired(parts.values)
    guard known.contains(where: { $0.map { $0.lexicon != .exact } ?? false }) else { return known }
    // Of the largest units there are few, so they tell most ways apart without the smaller ones.
    var isUnit: [String: Bool] = [:]
    func endsInUnit(_ values: [String?]) -> Bool {
      guard let last = values.last ?? nil else { return true }
      if let answer = isUnit[last] { return answer }
      let answer = repair.repairParts([last]).allSatisfy { $0.isOneUnit && $0.lexicon == .exact }
      isUnit[last] = answer
      return answer
    }
    for moved in parts.rearranged where endsInUnit(moved) {
      let result = repaired(moved)
      let isKnown = zip(result, moved).enumerated().allSatisfy { index, part in
        guard let repaired = part.0 else { return true }
        return repaired.value == part.1 && repaired.lexicon == .exact
          && (repaired.isOneUnit || parts.holdsDetail(at: index))
      }
      if isKnown { return result }
    }
    return known
  }

  private func repaired(_ reading: FieldReading, _ field: LayoutField) -> FieldReading {
    guard let value = reading.value else { return reading }
    if let box = reading.box {
      // What the edge of the picture cuts off is not known.
      let slack = Int(0.3 * page.lineHeight)
      if page.isCutRight && box.maxX >= page.width - slack || page.isCutLeft && box.x <= slack {
        return FieldReading(raw: reading.raw, box: box, labelQuality: reading.labelQuality)
      }
    }
    // How fluent a text is bears no witness on cards.
    let result = repair.repaired(value, field, weighs: !layout.kind.isCard)
    var repaired = reading
    if let dashed = reading.dashed, result.lexicon != .exact {
      // Between names of units that a dash parts, the print of one was too faint to be read.
      let whole = repair.repaired(dashed, field)
      if whole.lexicon == .exact, whole.value == dashed {
        repaired.value = dashed
        repaired.repairs.append(
          Repair(from: value, to: dashed, why: "punctuation", probability: 0.95))
        repaired.lexicon = .corrected
        repaired.detail = whole.detail
        return repaired
      }
    }
    if field.parser == .name { repaired.printed = value }
    repaired.value = result.value
    repaired.repairs += result.repairs
    repaired.lexicon = result.lexicon
    repaired.code = result.code
    repaired.detail = result.detail
    repaired.lacks += result.lacks
    repaired.knowledge = result.knowledge
    repaired.fluency = result.fluency
    return repaired
  }

  /// What says of a value that a hand wrote it, be it legible or not, or that it goes on unread, or of a
  /// blank box that ink of which no word was read stands in it; nil where nothing does.
  private func doubt(
    about value: LabelledValue, among others: [LabelledValue]
  ) -> ReasonCode? {
    let reader = HandwritingReader(page: page)
    if !value.pieces.isEmpty {
      if reader.isHandwritten(value.pieces) { return .fieldHandwritten }
      return reader.hasUnread(below: value, among: others) ? .fieldUnreadable : nil
    }
    let label = value.labelBox
    let next = others.map(\.labelBox).filter { other in
      other.x > label.maxX && abs(other.midY - label.midY) < 0.7 * page.lineHeight
    }.map(\.x).min()
    let end = next ?? page.rightMargin + Int(page.lineHeight)
    if reader.hasIllegible(rightOf: label, until: end) { return .fieldHandwritten }
    return reader.hasUnread(rightOf: label, until: end) ? .fieldUnreadable : nil
  }

  private func labelled(
    _ field: LayoutField, _ value: LabelledValue?, hits: [LabelHit]
  ) -> FieldReading {
    if let value {
      let pieces =
        field.location == .fromLabel ? value.labelPieces + value.pieces : value.pieces
      let parsed = FieldParser.parse(rowsOfList(pieces, field), as: field)
      var reading = FieldReading(
        parsed, raw: PrintedText.joined(PrintedText.trimmed(pieces)),
        labelQuality: value.labelQuality, fallbackBox: pieces.isEmpty ? nil : value.labelBox)
      let letters = { (pieces: [ValuePiece]) in
        pieces.reduce(0) { $0 + $1.text.count { $0.isLetter || $0.isNumber } }
      }
      if field.parser == .address, field.group == nil {
        reading.dashed = PrintedText.dashed(parsed.pieces, lineHeight: page.lineHeight)
      }
      reading.droppedLetters = max(0, letters(value.pieces) - letters(parsed.pieces))
      if repeatsLabel(reading, field) { reading.isWellFormed = false }
      if isLabelRest(reading, field) { reading.value = nil }
      if parsed.isWellFormed || !field.standsAlone { return reading }
      return alone(field, hits: hits) ?? reading
    }
    if field.standsAlone, let reading = alone(field, hits: hits) { return reading }
    if let zone = field.zone, page.shape == .card { return zoned(field, zone, hits: hits) }
    return FieldReading()
  }

  /// Whether free text is a part of its own label, which was read too badly to be known.
  private func repeatsLabel(_ reading: FieldReading, _ field: LayoutField) -> Bool {
    guard field.parser == .text, let value = reading.value else { return false }
    let letters = FoldedText.fold(value)
    return letters.count >= Self.leastLabelPart
      && field.labels.contains { FoldedText.fold($0).contains(letters) }
  }

  /// Whether a part of an address is the rest of a label of such a part, as is left where the box itself
  /// is empty: "thị xã, Tp thuộc tỉnh".
  private func isLabelRest(_ reading: FieldReading, _ field: LayoutField) -> Bool {
    guard let group = field.group, let value = reading.value else { return false }
    // Whole words: "Ân Thi" is none of "quận, thị xã".
    let words = Self.words(of: value)
    return layout.fields.contains { part in
      part.group == group && part.labels.contains { Self.words(of: $0).contains(words) }
    }
  }

  /// The folded words of a text, each between spaces.
  private static func words(of text: String) -> String {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { FoldedText.fold(String($0)) }
    return " \(words.joined(separator: " ")) "
  }

  /// The rows that a closed list knows, where what follows them is print of something else.
  private func rowsOfList(_ pieces: [ValuePiece], _ field: LayoutField) -> [ValuePiece] {
    guard [.office, .facility, .paymentMethod, .ethnicity].contains(field.parser) else {
      return pieces
    }
    var rows: [Int] = []
    for piece in pieces where piece.row != rows.last { rows.append(piece.row) }
    guard rows.count > 1 else { return pieces }
    let vocabulary = Set(field.vocabulary)
    for last in rows.reversed() {
      let part = pieces.filter { $0.row <= last }
      // Words that such values are made of are the rest of this one, though the list lacks it.
      let rest = pieces.filter { $0.row > last }
      if rest.contains(where: { vocabulary.contains($0.text.lowercased()) }) { continue }
      guard let value = FieldParser.parse(part, as: field).value else { continue }
      let lexicon = repair.repaired(value, field).lexicon
      let isKnown = lexicon == .exact || lexicon == .corrected && field.parser == .office
      if isKnown { return part }
    }
    return pieces
  }

  /// A value found by its form alone, anywhere outside the labels.
  private func alone(_ field: LayoutField, hits: [LabelHit]) -> FieldReading? {
    for segment in page.segments.indices {
      let pieces = unlabelled(segment, hits: hits)
      let parsed = FieldParser.parse(pieces, as: field)
      guard parsed.isWellFormed, parsed.value != nil else { continue }
      return FieldReading(
        parsed, raw: PrintedText.joined(PrintedText.trimmed(parsed.pieces)), labelQuality: 0,
        fallbackBox: nil)
    }
    return nil
  }

  /// The words of a card's zone, where its label was not readable.
  private func zoned(_ field: LayoutField, _ zone: [Double], hits: [LabelHit]) -> FieldReading {
    guard zone.count == 4 else { return FieldReading() }
    var pieces: [ValuePiece] = []
    for segment in page.segments.indices {
      pieces += unlabelled(segment, hits: hits).filter { piece in
        let x = piece.box.midX / Double(max(1, page.width))
        let y = piece.box.midY / Double(max(1, page.height))
        return x >= zone[0] && x <= zone[0] + zone[2] && y >= zone[1] && y <= zone[1] + zone[3]
      }
    }
    guard !pieces.isEmpty else { return FieldReading() }
    let parsed = FieldParser.parse(pieces, as: field)
    guard parsed.isWellFormed else { return FieldReading() }
    return FieldReading(
      parsed, raw: PrintedText.joined(pieces), labelQuality: 0, fallbackBox: nil)
  }

  private func unlabelled(_ segment: Int, hits: [LabelHit]) -> [ValuePiece] {
    let range = page.ranges[segment]
    var labelled: Set<Int> = []
    for hit in hits where hit.range.overlaps(range) {
      for glyph in hit.range.clamped(to: range) { labelled.insert(page.glyphs[glyph].word) }
    }
    return page.segments[segment].pieces.enumerated().filter { !labelled.contains($0.offset) }
      .map(\.element)
  }

  private func signatureTop(_ values: [LabelledValue]) -> Int? {
    values.first { layout.fields[$0.entry].location == .signature }?.labelBox.maxY
  }

  private func version() -> FieldReading {
    guard let version = classification.printedVersion else { return FieldReading() }
    return FieldReading(
      value: version, raw: version, isWellFormed: true, lexicon: .exact, labelQuality: 1)
  }
}
