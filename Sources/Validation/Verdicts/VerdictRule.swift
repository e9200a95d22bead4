package import Documents

/// The rule that decides what becomes of a document.
///
/// It is accepted when nothing is doubted and the errors to be expected among its values, the sum of
/// 1 − confidence, are within the budget for as many values.
package struct VerdictRule: Sendable {
  private static let named = 3

  /// The errors that one value may be expected to bring.
  let errorBudget: Double

  /// Creates a rule with the errors that one value may be expected to bring.
  package init(errorBudget: Double) { self.errorBudget = errorBudget }

  /// What the confidences of `fields` give cause to say; empty when they are within the budget.
  package func findings(_ fields: [FieldKey: Field]) -> [Finding] {
    let values = fields.filter { $0.value.value != nil }
    let expected = values.values.reduce(0) { $0 + 1 - $1.confidence.rawValue }
    guard expected > errorBudget * Double(values.count) else { return [] }
    let worst = values.filter { 1 - $0.value.confidence.rawValue > errorBudget }
      .sorted { ($0.value.confidence, $0.key) < ($1.value.confidence, $1.key) }
    let names = worst.prefix(Self.named).map(\.key.rawValue).joined(separator: ", ")
    return [Finding(.errorBudget, details: ["fields": names])]
      + worst.map { key, field in
        // Rounded down, so that 99.97 % is not called certain.
        let tenths = Int(field.confidence.rawValue * 1000)
        return Finding(
          .fieldUncertain, field: key, details: ["confidence": "\(tenths / 10).\(tenths % 10)"])
      }
  }

  /// The verdict that `reasons` lead to.
  package static func verdict(_ reasons: [Reason]) -> Verdict {
    switch reasons.map(\.severity).max() ?? .note {
    case .note: .accepted
    case .doubt: .review
    case .refusal: .rejected
    }
  }
}
