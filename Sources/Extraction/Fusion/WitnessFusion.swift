import Documents
import VietnameseText

/// Weighs the witnesses of one field against each other: print, QR code, machine-readable zone.
struct WitnessFusion {
  /// A value that a code gives.
  struct CodeValue: Hashable {
    var value: String
    var source: FieldSource
    /// Whether check digits or rules prove it.
    var isProven: Bool
  }

  let key: FieldKey
  let parser: ParserName
  let region: RegionReading
  let page: Int
  /// Readings of names that may be this one, printed at another place of the page.
  let repetitions: [FieldReading]
  /// Words of addresses that print may begin small.
  let smallWords: Set<String>
  /// Judges a name by all its readings.
  let names: @Sendable (_ name: String, _ places: [[String]]) -> FieldRepair.Repaired

  /// The field that the readings of the print and the codes make together.
  ///
  /// `readings` are of the same print: the engine's own first, then the others; `joint` is what their
  /// words say together, which bears no witness of its own.
  func field(
    readings: [FieldReading], joint: FieldReading? = nil, codes: [CodeValue],
    findings: inout [Finding]
  ) -> Field {
    let repetitions = NameRepetitions(repetitions, of: readings)
    var chosen =
      codes.first.flatMap { reading(among: readings, like: meaning(of: $0)) }
      ?? best(of: readings, joint: joint, and: repetitions.readings)
    let read = chosen.value
    var readings = readings
    if parser == .name, codes.isEmpty {
      let own = readings.firstIndex(of: chosen)
      chosen = named(chosen, by: readings, and: repetitions.readings)
      if let own { readings[own] = chosen }
    }
    var field = Field(page: page)
    field.raw = chosen.raw
    field.box = chosen.box.map(region.toPage.map)
    field.repairs = chosen.repairs
    field.evidence.engineConfidence = chosen.engineConfidence
    // Of an amount whose head one reading misses, no other reading is whole; and what one reading
    // surely finds empty, as boxes without a tick, is not surely filled.
    field.evidence.isWellFormed =
      chosen.isWellFormed && !readings.contains { $0.isWellFormed && $0.value == nil }
      && (parser != .amount
        || readings.allSatisfy { $0.isWellFormed || $0.value != chosen.value })
    field.evidence.lexicon = chosen.lexicon
    if readings.count > 1 {
      let others = readings.filter { $0 != chosen }
      field.evidence.readingsAgree =
        readings.count(where: { $0.value == chosen.value }) > 1 || others.isEmpty
    }
    if let value = chosen.value {
      field.value = .text(value)
      field.evidence.witnesses = [.ocr]
    }
    for value in ([read] + readings.map(\.value)).compactMap(\.self) where value != chosen.value {
      addCandidate(value, .ocr, to: &field)
    }
    if let value = chosen.value {
      field.evidence.measures = ValueMeasures(region: region, parser: parser)
        .measures(of: chosen, among: readings)
      field.evidence.measures[.repetitions] = repetitions.support(of: value)
    }
    settle(&field, print: chosen, readings: readings, codes: codes, findings: &findings)
    field.sources = Self.order.filter(field.evidence.witnesses.contains)
    if field.value == nil { field.box = nil }
    return field
  }

  /// The name `chosen` as all readings of it have it together, those of another place among them.
  private func named(
    _ chosen: FieldReading, by readings: [FieldReading], and repetitions: [FieldReading]
  ) -> FieldReading {
    let places = [readings.compactMap(\.printed), repetitions.compactMap(\.printed)]
    guard let value = chosen.value, places.joined().count > 1 else { return chosen }
    let repaired = names(value, places)
    var named = chosen
    named.value = repaired.value
    named.repairs += repaired.repairs
    named.lexicon = repaired.lexicon
    named.lacks = max(named.lacks, repaired.lacks)
    named.knowledge = repaired.knowledge
    return named
  }

  /// What a code says, in the form in which it is printed.
  private func meaning(of code: CodeValue) -> String {
    key == .fullName ? code.value.uppercased() : code.value
  }

  /// The reading that says what the code does: no two misread the same, so one is enough.
  private func reading(among readings: [FieldReading], like meant: String) -> FieldReading? {
    readings.first { $0.value == meant }
  }

  /// The strongest witness first.
  private static let order: [FieldSource] = [.qr, .mrz, .barcode, .textLayer, .ocr]

  private func settle(
    _ field: inout Field, print: FieldReading, readings: [FieldReading], codes: [CodeValue],
    findings: inout [Finding]
  ) {
    guard let strongest = codes.first else { return }
    field.evidence.isProven = strongest.isProven
    var contradicts = false
    for other in codes.dropFirst() {
      if other.value == strongest.value {
        field.evidence.witnesses.insert(other.source)
        field.evidence.isProven = field.evidence.isProven || other.isProven
      } else {
        contradicts = true
        field.evidence.dissenters.insert(other.source)
        addCandidate(other.value, other.source, to: &field)
      }
    }
    let meant = meaning(of: strongest)
    if let value = print.value {
      switch relation(of: value, to: meant, print: print, readings: readings) {
      case .same:
        field.evidence.witnesses.insert(strongest.source)
        // The value is the print's, but commas and words that only print has rest on it alone.
        if value != meant { field.evidence.dissenters.insert(strongest.source) }
      case .misread(let value):
        take(value, from: strongest, print: print, into: &field)
        // What the code says to the letter is no less sure for a misreading of the print; signs and
        // words that only print has rest on print that was misread.
        if value != meant { field.evidence.dissenters.insert(.ocr) }
      case .contradiction:
        contradicts = true
        take(meant, from: strongest, print: print, into: &field)
        field.evidence.dissenters.insert(.ocr)
      }
    } else {
      field.value = .text(meant)
      field.raw = field.raw.flatMap { $0.isEmpty ? nil : $0 } ?? strongest.value
      field.evidence.witnesses.insert(strongest.source)
      field.evidence.isWellFormed = true
      field.evidence.engineConfidence = nil
      field.evidence.readingsAgree = nil
      field.evidence.measures = [:]
    }
    if contradicts {
      let names =
        ([strongest.source] + (print.value == nil ? [] : [.ocr]) + codes.dropFirst().map(\.source))
      findings.append(
        Finding(
          .fieldContradiction, field: key,
          details: ["witnesses": names.map(\.rawValue).joined(separator: ", ")]))
    }
  }

  private func take(
    _ value: String, from code: CodeValue, print: FieldReading, into field: inout Field
  ) {
    if let read = print.value {
      addCandidate(read, .ocr, to: &field)
      field.repairs.append(
        Repair(from: read, to: value, why: code.source.rawValue, probability: 0.99))
    }
    field.value = .text(value)
    field.evidence.witnesses.remove(.ocr)
    field.evidence.witnesses.insert(code.source)
    field.evidence.isWellFormed = true
    field.candidates.removeAll { $0.value == .text(value) }
  }

  /// How print and code stand to each other.
  private enum Relation {
    case same
    /// The print was misread; what it says with the code's letters.
    case misread(String)
    case contradiction
  }

  private func relation(
    of value: String, to meant: String, print: FieldReading, readings: [FieldReading]
  ) -> Relation {
    if value == meant { return .same }
    if parser.isClosed {
      return closedRelation(of: value, to: meant, print: print, readings: readings)
    }
    // Of print that was hardly readable nothing is kept, not even its commas.
    let isFaint = (print.engineConfidence ?? 1) < 0.6
    let isWhole =
      value.split(separator: " ").count == meant.split(separator: " ").count && parser != .name
    if isFaint, isWhole,
      PrintAlignment(print: value, code: meant, smallWords: smallWords).strangeShare == 0
    {
      return .misread(meant)
    }
    if PrintComparison.agree(value, meant) {
      // Names have no signs but those that belong to a syllable, which print shows faintly.
      if parser == .name, Self.letters(of: value) == Self.letters(of: meant) {
        return .misread(meant)
      }
      let merged = PrintAlignment(print: value, code: meant, smallWords: smallWords).merged
      return merged == value || key == .fullName ? .same : .misread(merged)
    }
    let alignment = PrintAlignment(print: value, code: meant, smallWords: smallWords)
    if alignment.strangeShare > 0.35 {
      return parser == .address && alignment.isRemnant ? .misread(meant) : .contradiction
    }
    if alignment.strangeShare > 0 { return .misread(meant) }
    return .misread(alignment.merged)
  }

  private static func letters(of name: String) -> String { name.filter(\.isLetter) }

  /// Digits and choices: a misreading is one or two characters, doubted by another reading of the
  /// print, by the engine or by their shape; anything else contradicts.
  private func closedRelation(
    of value: String, to meant: String, print: FieldReading, readings: [FieldReading]
  ) -> Relation {
    if !print.isWellFormed { return .misread(meant) }
    let distance = Array(value.utf8).editDistance(to: Array(meant.utf8))
    let isDoubted =
      (print.engineConfidence ?? 0) < 0.8
      || Set(readings.compactMap(\.value)).count > 1
    if distance <= 1 || (distance <= 2 && meant.utf8.count >= 8), isDoubted {
      return .misread(meant)
    }
    return .contradiction
  }

  private func addCandidate(_ value: String, _ source: FieldSource, to field: inout Field) {
    let candidate = Candidate(value: .text(value), confidence: .zero, source: source)
    if !field.candidates.contains(candidate) { field.candidates.append(candidate) }
  }
}
