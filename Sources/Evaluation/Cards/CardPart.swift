/// The figures that cards are measured by, over the cases of one set and tier.
public struct CardPart: Hashable, Codable, Sendable {
  /// Set and tier.
  public var name: String
  /// The cases.
  public var cases = 0
  /// Values on the paper that came out exactly.
  public var exact = Share()
  /// Cases in which a QR code was read, and those of them that nobody had to touch.
  public var touchFreeWithCode = Share()
  /// The same for cases in which none was read.
  public var touchFreeWithoutCode = Share()
  /// Labelled fields, and those that are wrong in an accepted document.
  public var silent = Share()
  /// The expected calibration error.
  public var calibrationError = 0.0
  /// Values given a confidence of 0.999 or more, and the wrong ones among them.
  public var sure = Share()
  /// Sides with a machine-readable zone, and those read with all check digits.
  public var zones = Share()
  /// Sides with a QR code, and those of them read.
  public var codes = Share()

  /// The figures of `cases`.
  public init(name: String, of cases: [CaseScore]) {
    self.name = name
    self.cases = cases.count
    for item in cases {
      if item.cards.contains(where: \.readCode) {
        touchFreeWithCode.count(item.isZeroTouch)
      } else {
        touchFreeWithoutCode.count(item.isZeroTouch)
      }
      for side in item.cards {
        if side.bearsCode { codes.count(side.readCode) }
        if side.bearsZone { zones.count(side.readZone) }
      }
      for field in item.fields {
        silent.count(field.outcome == .silent)
        if field.expected != nil { exact.count(field.outcome == .exact) }
      }
    }
    let curve = CalibrationCurve(of: cases.lazy.flatMap(\.fields))
    calibrationError = curve.expectedError
    sure = Share(curve.certain.wrong, of: curve.certain.count)
  }
}

extension CorpusScore {
  /// The figures of cards for each set and tier, and over all of them; empty without cards.
  public var cardParts: [CardPart] {
    let cards = cases.filter { !$0.cards.isEmpty }
    guard !cards.isEmpty else { return [] }
    let parts = Dictionary(grouping: cards) { "\($0.set) \($0.tier)" }
    return parts.map { CardPart(name: $0.key, of: $0.value) }.sorted { $0.name < $1.name }
      + [CardPart(name: "all", of: cards)]
  }
}
