internal import Documents

/// The figures that forms are measured by, over the cases of one set and tier.
public struct FormPart: Hashable, Codable, Sendable {
  /// Set and tier.
  public var name: String
  /// The cases.
  public var cases = 0
  /// Typed values on the paper that came out exactly.
  public var exact = Share()
  /// Boxes that the paper leaves blank, and those that a value was invented for.
  public var invented = Share()
  /// Cases, and those of them that nobody had to touch.
  public var touchFree = Share()
  /// Labelled fields, and those that are wrong in an accepted document.
  public var silent = Share()
  /// Choices by tick boxes, and those that came out as ticked.
  public var ticks = Share()
  /// Forms with a version, and those whose version came out.
  public var versions = Share()
  /// Handwritten values, and those that a person is asked to look at.
  public var handwritten = Share()

  private static let choices: Set<FieldKey> = [.transactionChannel, .resultDelivery]

  /// The figures of `cases`.
  public init(name: String, of cases: [CaseScore]) {
    self.name = name
    self.cases = cases.count
    for item in cases {
      touchFree.count(item.isZeroTouch)
      for hand in item.handwritten { handwritten.count(hand.isDoubted) }
      let byHand = Set(item.handwritten.map(\.key))
      for field in item.fields {
        silent.count(field.outcome == .silent)
        if field.expected == nil {
          invented.count(!field.outcome.isRight)
        } else if !byHand.contains(field.key) {
          exact.count(field.outcome == .exact)
        }
        if Self.choices.contains(field.key) { ticks.count(field.outcome.isRight) }
        if field.key == .formVersion, field.expected != nil {
          versions.count(field.outcome == .exact)
        }
      }
    }
  }
}

extension CorpusScore {
  /// The figures of forms for each set and tier, and over all of them; empty without forms.
  public var formParts: [FormPart] {
    let forms = cases.filter { item in
      item.fields.contains { $0.kind == .form01 || $0.kind == .form602b }
    }
    guard !forms.isEmpty else { return [] }
    let tiers = Dictionary(grouping: forms, by: \.tier)
    let parts = Dictionary(grouping: forms) { "\($0.set) \($0.tier)" }
    return (parts.map { FormPart(name: $0.key, of: $0.value) }.sorted { $0.name < $1.name })
      + (tiers.map { FormPart(name: $0.key, of: $0.value) }.sorted { $0.name < $1.name })
      + [FormPart(name: "all", of: forms)]
  }
}
