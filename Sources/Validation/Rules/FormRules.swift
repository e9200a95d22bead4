import Documents

/// Rules about the versions of forms and the years in which they were in use.
struct FormRules: Sendable {
  let rules: RuleFile

  func findings(_ facts: DocumentFacts) -> [Finding] {
    let version = facts.text(.formVersion)
    guard let declared = facts.date(.declaredOn),
      let form = rules.forms.first(where: {
        $0.kind == facts.kind && ($0.version == nil || $0.version == version)
      })
    else { return [] }
    if declared.isCertainlyBefore(form.from) {
      return [
        Finding(
          .formVersionMismatch, field: .declaredOn,
          details: version.map { ["printed": $0] } ?? [:])
      ]
    }
    if let end = form.supersededOn, !declared.isCertainlyBefore(end) {
      return [Finding(.formSuperseded)]
    }
    return []
  }
}
