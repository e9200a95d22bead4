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
  /// The steps of each group of fields alone.
  package var groups: [String: [CalibrationStep]] = [:]
  /// The steps of each field alone.
  package var fields: [String: [CalibrationStep]] = [:]

  /// So many wrong values weighs what was expected of a group or field before its own were counted.
  private static let expectedWrong = 2.0

  private enum CodingKeys: String, CodingKey {
    case name, when, assumed, weights, steps, groups, fields
  }

  /// Decodes a stratum; one without groups and fields counts all alike.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    when = try container.decode(Condition.self, forKey: .when)
    assumed = try container.decode(Double.self, forKey: .assumed)
    weights = try container.decode([String: Double].self, forKey: .weights)
    steps = try container.decode([CalibrationStep].self, forKey: .steps)
    groups = try container.decodeIfPresent([String: [CalibrationStep]].self, forKey: .groups) ?? [:]
    fields = try container.decodeIfPresent([String: [CalibrationStep]].self, forKey: .fields) ?? [:]
  }

  /// The sum of the weighted features.
  func score(_ features: [EvidenceFeatures.Feature]) -> Double {
    features.reduce(0) { $0 + (weights[$1.name] ?? 0) * $1.value }
  }

  /// The probability that a value of the field `key`, of `group`, with `features` is right.
  ///
  /// Half a wrong value is always assumed (Jeffreys), so certainty needs many values: 500 right ones
  /// give 0.999. What all values of a score say is then weighed against those of the group, and that
  /// against those of the field (a gamma prior): a list of three entries that was never wrong need
  /// not answer for the names.
  func confidence(
    _ features: [EvidenceFeatures.Feature], group: String, key: FieldKey
  ) -> Confidence {
    let score = score(features)
    let step = CalibrationStep.step(of: score, in: steps)
    var risk = (Double(step?.wrong ?? 0) + 0.5) / (Double(step?.seen ?? 0) + assumed + 1)
    for own in [groups[group], fields[key.rawValue]] {
      guard let step = own.flatMap({ CalibrationStep.countUp(to: score, in: $0) }) else { continue }
      risk =
        (Double(step.wrong) + Self.expectedWrong)
        / (Double(step.seen) + Self.expectedWrong / risk)
    }
    return Confidence(rawValue: 1 - risk)
  }
}
