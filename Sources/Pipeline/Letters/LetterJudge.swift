internal import Documents
internal import Letters
internal import Validation

/// Gives the fields of a letter their confidences, and the letter its verdict.
struct LetterJudge {
  let confidence: LetterConfidence
  let catalogue: ReasonCatalogue
  let verdicts: VerdictRule

  /// Without these nobody can file a letter; a number or date that the paper leaves blank is doubted
  /// as missing all the same, because the letter is a draft.
  private static let required: [FieldKey] = [
    .letterNumber, .issuedOn, .letterType, .subject, .signer,
  ]

  /// The letter as a document of the page `page`.
  func document(_ letter: Letter, page: Int, image: ImageSize, findings: [Finding]) -> Document {
    var fields = letter.fields
    for (key, field) in fields where field.value != nil {
      fields[key]?.confidence = confidence.confidence(of: field, key: key)
    }
    var findings = findings
    if !letter.hasHead { findings.append(Finding(.kindUncertain)) }
    for key in Self.required where fields[key]?.value == nil {
      let isUnreadable = fields[key]?.box != nil && !letter.blankFields.contains(key)
      findings.append(Finding(isUnreadable ? .fieldUnreadable : .fieldMissing, field: key))
    }
    findings += verdicts.findings(fields)
    let reasons = findings.map(catalogue.reason)
    return Document(
      kind: .officialLetter, side: nil, page: page,
      kindConfidence: Confidence(rawValue: letter.hasHead ? 0.99 : 0.5),
      verdict: VerdictRule.verdict(reasons), reasons: reasons, fields: fields, image: image)
  }
}
