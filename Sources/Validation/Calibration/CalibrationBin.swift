package import Documents

/// A class of values that were read in the same circumstances, and how often such values were wrong.
package struct CalibrationBin: Hashable, Codable, Sendable {
  /// The circumstances; each one that is given must hold.
  package struct Condition: Hashable, Codable, Sendable {
    /// The sort of field: a name of a group in the file, or `other`.
    package var fields: [String]?
    /// Who gave the value: `code-and-print`, `codes`, `code`, `text-layer`, `print`, `none`.
    package var witness: [String]?
    /// Whether a check digit or a rule proves the value.
    package var isProven: Bool?
    /// Whether independent readings of the print agree; false also without a second one.
    package var readingsAgree: Bool?
    /// How the closed list judged it.
    package var lexicon: [Evidence.Lexicon]?
    /// Whether it has the form that its parser demands.
    package var isWellFormed: Bool?
    /// Whether another witness gave another value.
    package var isDisputed: Bool?
    /// The least engine confidence.
    package var engine: Double?

    /// Whether the circumstances of `evidence` for a field of `group` are these.
    func holds(for evidence: Evidence, group: String) -> Bool {
      if let fields, !fields.contains(group) { return false }
      if let witness, !witness.contains(evidence.witnessClass) { return false }
      if let isProven, isProven != evidence.isProven { return false }
      if let readingsAgree, readingsAgree != (evidence.readingsAgree == true) { return false }
      if let lexicon, !lexicon.contains(evidence.lexicon) { return false }
      if let isWellFormed, isWellFormed != evidence.isWellFormed { return false }
      if let isDisputed, isDisputed == evidence.dissenters.isEmpty { return false }
      if let engine, (evidence.engineConfidence ?? 0) < engine { return false }
      return true
    }
  }

  /// When a value belongs here.
  package var when: Condition
  /// The probability of being right that was assumed before any value was seen.
  package var prior: Double
  /// How many labelled values were seen.
  package var seen: Int
  /// How many of them were wrong.
  package var wrong: Int

  /// The probability that a value of this class is right.
  ///
  /// Half a wrong value is always assumed (Jeffreys), so certainty needs many values: 500 right
  /// ones give 0.999. The prior counts as many values as bring half a wrong one with it.
  package var confidence: Confidence {
    let assumed = 0.5 / max(1e-6, 1 - prior)
    return Confidence(rawValue: 1 - (Double(wrong) + 0.5) / (Double(seen) + assumed))
  }
}

extension Evidence {
  /// Who gave the value, in the words of the calibration file.
  fileprivate var witnessClass: String {
    let codes = witnesses.intersection([.qr, .mrz, .barcode]).count
    let isPrinted = witnesses.contains(.ocr)
    if codes > 0, isPrinted { return "code-and-print" }
    if codes > 1 { return "codes" }
    if codes == 1 { return "code" }
    if witnesses.contains(.textLayer) { return "text-layer" }
    return isPrinted ? "print" : "none"
  }
}
