import Documents

/// Values that rest on the same sort of witness, with the model and the steps fitted to them.
package struct CalibrationStratum: Hashable, Codable, Sendable {
  /// The sort of witness; each circumstance that is given must hold.
  package struct Condition: Hashable, Codable, Sendable {
    /// Whether a QR code, a barcode or a machine-readable zone gives the value.
    package var isCoded: Bool?
    /// Whether a check digit or a rule proves the value.
    package var isProven: Bool?
    /// Whether another witness gave another value.
    package var isDisputed: Bool?
    /// Whether it stands on a card.
    package var isOnCard: Bool?

    func holds(for evidence: Evidence, kind: DocumentKind) -> Bool {
      let isCoded = !evidence.witnesses.isDisjoint(with: [.qr, .mrz, .barcode])
      if let wanted = self.isCoded, wanted != isCoded { return false }
      if let isProven, isProven != evidence.isProven { return false }
      if let isDisputed, isDisputed == evidence.dissenters.isEmpty { return false }
      if let isOnCard, isOnCard != kind.isCard { return false }
      return true
    }
  }

  /// What the values have in common.
  package var name: String
  /// When a value belongs here.
  package var when: Condition
  /// How many right values are taken as seen before any was, with half a wrong one.
  package var assumed: Double
  /// The weights of the features; a feature without one weighs nothing.
  package var weights: [String: Double]
  /// The steps from low to high scores.
  package var steps: [CalibrationStep]

  /// The sum of the weighted features.
  func score(_ features: [EvidenceFeatures.Feature]) -> Double {
    features.reduce(0) { $0 + (weights[$1.name] ?? 0) * $1.value }
  }

  /// The probability that a value with `features` is right.
  ///
  /// Half a wrong value is always assumed (Jeffreys), so certainty needs many values: 500 right ones
  /// give 0.999.
  func confidence(_ features: [EvidenceFeatures.Feature]) -> Confidence {
    let score = score(features)
    let step = steps.last { $0.from <= score } ?? steps.first
    let seen = Double(step?.seen ?? 0)
    let wrong = Double(step?.wrong ?? 0)
    return Confidence(rawValue: 1 - (wrong + 0.5) / (seen + assumed + 1))
  }
}
