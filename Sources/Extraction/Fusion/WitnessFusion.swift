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

  /// The field that the readings of the print and the codes make together.
  ///
  /// `readings` are of the same print: the engine's own first, then the others; `joint` is what their
  /// words say together, which bears no witness of its own.
  func field(
    readings: [FieldReading], joint: FieldReading? = nil, codes: [CodeValue],
    findings: inout [Finding]
  ) -> Field {
    let repetitions = NameRepetitions(repetitions, of: readings)
    let chosen =
      codes.first.flatMap { reading(among: readings, like: meaning(of: $0)) }
      ?? best(of: readings, joint: joint, and: repetitions.readings)
    var field = Field(page: page)
    field.raw = chosen.raw
    field.box = chosen.box.map(region.toPage.map)
    field.repairs = chosen.repairs
    field.evidence.engineConfidence = chosen.engineConfidence
    // Of an amount whose head one reading misses, no other reading is whole.
    field.evidence.isWellFormed =
      chosen.isWellFormed
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
    for reading in readings {
      guard let value = reading.value, value != chosen.value else { continue }
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

  /// A reading of the other place counts as one of the field where that was read so often.
  private static let usualReadings = 2.0
  /// What the readings' words say together counts so many readings.
  private static let jointShare = 1.1
  /// How likely a name is that the other place gives, where no model knows it.
  private static let unknownRepetition = 0.5

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

  /// The reading that the others support: well formed, known to the lexicon, read with confidence;
  /// `repetitions` are readings of the same name at another place.
  private func best(
    of readings: [FieldReading], joint: FieldReading?, and repetitions: [FieldReading]
  ) -> FieldReading {
    guard let first = readings.first else { return FieldReading() }
    var sums: [String: Double] = [:]
    func weight(_ reading: FieldReading) -> Double {
      let lexicon: Double =
        switch reading.lexicon {
        case .exact: 0.5
        case .corrected: 0.3
        case .none: 0
        case .absent: -0.2
        }
      // Where two places differ, the more usual of two names is the likelier.
      let usual = repetitions.isEmpty ? 0 : reading.knowledge ?? 0
      return (reading.isWellFormed ? 1 : 0.2) * (0.3 + (reading.engineConfidence ?? 0.5)) + lexicon
        + usual
    }
    for (index, reading) in readings.enumerated() {
      guard let value = reading.value else { continue }
      sums[value, default: 0] += weight(reading) + (index == 0 ? 0.15 : 0)
    }
    if let joint, let value = joint.value {
      sums[value, default: 0] += Self.jointShare * weight(joint)
    }
    // However often the field was read, the other place keeps its say: half of the field's where it
    // was read once, as much where it was read more often.
    let voices = Double(readings.count) + (joint == nil ? 0 : Self.jointShare)
    let share = max(1, voices / max(Self.usualReadings, Double(repetitions.count)))
    for reading in repetitions {
      if let value = reading.value { sums[value, default: 0] += share * weight(reading) }
    }
    guard var best = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return readings.first { $0.raw != nil } ?? first
    }
    if parser.isClosed, first.isWellFormed, let value = first.value,
      Self.differs(best, from: value, by: "7", for: "1")
    {
      best = value
    }
    if parser.isClosed, region.shape == .card, let second = readings.dropFirst().first,
      second.isWellFormed, let value = second.value,
      Self.differs(best, from: value, by: "5", for: "3")
    {
      best = value
    }
    // A first word that was hardly legible is lost more easily than made up.
    if parser == .name, let whole = sums.keys.filter({ Self.begins($0, best) }).max() {
      best = whole
    }
    // The abbreviation before a unit's name is easily lost, and hardly read where there is none.
    if let whole = sums.keys.filter({ Self.opens($0, best) }).max() { best = whole }
    let same = (readings + (joint.map { [$0] } ?? [])).filter { $0.value == best }
    if let chosen = same.max(by: { weight($0) < weight($1) }) { return chosen }
    guard let repeated = repetitions.first(where: { $0.value == best }),
      let own = readings.first(where: { NameRepetitions.areAlike($0.value, best) }),
      let read = own.value
    else { return first }
    var chosen = own
    chosen.value = best
    chosen.lexicon = repeated.lexicon
    chosen.knowledge = repeated.knowledge
    chosen.repairs.append(
      Repair(
        from: read, to: best, why: "repetition",
        probability: repeated.knowledge ?? Self.unknownRepetition))
    return chosen
  }

  /// Whether `text` has the digit `read` in places where `value` has `meant`, and is the same
  /// elsewhere.
  ///
  /// Models that were not taught typewritten print take the flag of its 1 for the bar of a 7; the
  /// first reading is by the model that was. Those of Vietnamese print take its 3, whose head is
  /// flat, for a 5; the second reading of numbers is by the model of Latin print, which does not.
  private static func differs(
    _ text: String, from value: String, by read: Character, for meant: Character
  ) -> Bool {
    text != value && text.count == value.count
      && zip(text, value).allSatisfy { $0 == $1 || $0 == read && $1 == meant }
  }

  /// Whether `text` is the name `rest`, of two words and more, behind one more syllable.
  private static func begins(_ text: String, _ rest: String) -> Bool {
    guard text.hasSuffix(" " + rest), rest.contains(" ") else { return false }
    let head = text.dropLast(rest.count + 1)
    return head.count > 1 && head.allSatisfy(\.isLetter) && Syllable(head) != nil
  }

  /// Whether `text` is `name` behind the abbreviation of a unit word.
  private static func opens(_ text: String, _ name: String) -> Bool {
    text.hasSuffix(" " + name) && AddressStyle.isAbbreviation(text.dropLast(name.count + 1))
  }

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
    if alignment.strangeShare > 0.35 { return .contradiction }
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
