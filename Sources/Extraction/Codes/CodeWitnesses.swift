import Documents

/// What the QR code and the machine-readable zone of a region say about its fields.
struct CodeWitnesses {
  /// The card's QR code; nil when there is none of a card.
  private(set) var qr: IdentityQR?
  /// The machine-readable zone; nil when there is none.
  private(set) var zone: MachineReadableZone?
  /// What is wrong with them.
  let findings: [Finding]

  /// Reads the codes of `region`.
  init(_ region: RegionReading) {
    qr =
      region.codes.lazy.filter { $0.symbology != .pdf417 }
      .compactMap { IdentityQR($0.text) }.first
    let lines = Self.zoneLines(of: region)
    zone = Self.bestZone(lines)
    var findings: [Finding] = []
    if Self.isForeign(region) {
      zone = nil
      findings.append(Finding(.mrzForeign))
    } else if !lines.isEmpty, zone?.isProven != true {
      findings.append(Finding(.mrzCheckDigit))
    }
    // A card bears no other QR code than its own; what lies on a sheet may bear any.
    if qr == nil, region.shape == .card, region.codes.contains(where: { $0.symbology == .qr }) {
      findings.append(Finding(.codeForeign))
    }
    self.findings = findings
  }

  /// Whether the region bears the zone of a passport or of another country's card.
  private static func isForeign(_ region: RegionReading) -> Bool {
    func text(_ words: [TextWord]) -> String { words.map(\.text).joined() }
    let zone = region.machineReadableLines.map { text($0.words) }
    if zone.count == 3 { return ForeignZone.isForeign(zone) }
    let printed = region.lines.map { text($0.words) }.filter { line in
      line.count >= 24 && line.count(where: { $0 == "<" }) >= 2
    }
    return ForeignZone.isForeign(printed)
  }

  /// Takes in the codes of the card's other side, where they carry the number that this side shows.
  ///
  /// `printed` is the number in print, for a side without a code of its own.
  mutating func join(_ other: CodeWitnesses, printed: String?) {
    guard let number = qr?.personalNumber ?? zone?.personalNumber ?? printed else { return }
    if qr == nil, let code = other.qr, code.personalNumber == number { qr = code }
    if zone == nil, let code = other.zone, code.isProven, code.personalNumber == number {
      zone = code
    }
  }

  /// The values that the codes give for a field, the strongest first.
  func values(of key: FieldKey) -> [WitnessFusion.CodeValue] {
    var values: [WitnessFusion.CodeValue] = []
    if let qr, let value = value(of: key, in: qr) {
      values.append(.init(value: value, source: .qr, isProven: false))
    }
    if let zone, let value = value(of: key, in: zone) {
      // A zone that is not proved contradicts no code.
      let isIdle = !zone.isProven && !values.isEmpty && values[0].value != value.value
      if !isIdle { values.append(value) }
    }
    return values
  }

  private func value(of key: FieldKey, in qr: IdentityQR) -> String? {
    switch key {
    case .personalNumber: qr.personalNumber
    case .fullName: qr.fullName.uppercased()
    case .dateOfBirth: qr.dateOfBirth
    case .sex: qr.sex
    case .placeOfResidence: qr.residence.isEmpty ? nil : qr.residence
    case .dateOfIssue: qr.dateOfIssue
    default: nil
    }
  }

  /// A value of the zone, but for those whose own check digit does not hold.
  private func value(
    of key: FieldKey, in zone: MachineReadableZone
  ) -> WitnessFusion.CodeValue? {
    func value(
      _ text: String?, _ check: MachineReadableZone.Check, isProven: Bool? = nil
    ) -> WitnessFusion.CodeValue? {
      guard let text, !zone.failed.contains(check) else { return nil }
      return .init(
        value: text, source: .mrz, isProven: isProven ?? !zone.failed.contains(.composite))
    }
    switch key {
    case .personalNumber: return value(zone.personalNumber, .optionalData)
    case .dateOfBirth: return value(zone.dateOfBirth, .birth)
    case .dateOfExpiry: return value(zone.dateOfExpiry, .expiry)
    case .sex:
      // No check digit covers the sex, but the fourth digit of the number tells it too.
      let digit = zone.personalNumber?.utf8.dropFirst(3).first
      let told = digit.map { ($0 - 0x30) % 2 == 0 ? "male" : "female" }
      return value(zone.sex, .optionalData, isProven: told == zone.sex)
    default: return nil
    }
  }

  /// Whether a machine-readable zone is printed on the region, readable or not.
  static func hasZone(_ region: RegionReading) -> Bool { !zoneLines(of: region).isEmpty }

  /// The three lines with their readings; from the ordinary lines where none were read apart.
  private static func zoneLines(of region: RegionReading) -> [TextLine] {
    if region.machineReadableLines.count == 3 { return region.machineReadableLines }
    let lines = region.lines.filter { line in
      line.words.reduce(0) { $0 + $1.text.count(where: { $0 == "<" }) } >= 2
        && line.words.reduce(0) { $0 + $1.text.count } >= 24
    }
    // The name alone stands on the third line.
    if lines.count == 2 {
      return lines + [TextLine(box: lines[1].box, words: [Self.filler(lines[1])])]
    }
    return lines.count == 3 ? lines : []
  }

  private static func filler(_ line: TextLine) -> TextWord {
    TextWord(text: String(repeating: "<", count: 30), box: line.box, confidence: 0)
  }

  /// The zone, of all combinations of readings, that most checks prove.
  private static func bestZone(_ lines: [TextLine]) -> MachineReadableZone? {
    guard lines.count == 3 else { return nil }
    let choices = lines.map { line in
      ([line.words] + line.alternatives.prefix(2)).map { $0.map(\.text).joined() }
    }
    var best: MachineReadableZone?
    for first in choices[0] {
      for second in choices[1] {
        for third in choices[2] {
          guard let zone = MachineReadableZone([first, second, third]) else { continue }
          guard let known = best else {
            best = zone
            continue
          }
          if (zone.failed.count, zone.corrections) < (known.failed.count, known.corrections) {
            best = zone
          }
        }
      }
    }
    return best
  }
}
