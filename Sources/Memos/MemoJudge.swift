internal import Documents
internal import Validation

/// Decides what becomes of a memo.
struct MemoJudge: Sendable {
  let catalogue: ReasonCatalogue

  /// The memo with its verdict: accepted when all its fields are there, certain and not doubted.
  func judged(_ text: String, _ fields: [FieldKey: Field], _ findings: [Finding]) -> Memo {
    var fields = fields
    var all = findings
    let isRefused = findings.contains { $0.code == .memoUnrelated } || fields.isEmpty
    if fields.isEmpty { all.append(Finding(.memoUnrelated)) }
    for key in Memo.keys {
      guard fields[key]?.value == nil else { continue }
      fields[key] = fields[key] ?? Field()
      if !isRefused {
        let isDoubtful = fields[key]?.candidates.isEmpty == false
        all.append(Finding(isDoubtful ? .fieldUnreadable : .fieldMissing, field: key))
      }
    }
    if !isRefused { all += VerdictRule(errorBudget: Self.errorBudget).findings(fields) }
    let reasons = Severity.allCases.sorted(by: >).flatMap { severity in
      all.map(catalogue.reason).filter { $0.severity == severity }
    }
    return Memo(
      text: text, fields: fields, reasons: reasons, verdict: VerdictRule.verdict(reasons))
  }

  private static let errorBudget = 0.001
}
