package import Documents
package import Gazetteer

/// Judges documents: rules over their fields, calibrated confidence, verdict and reasons.
package struct Validator: Sendable {
  /// The reasons and their sentences.
  package let catalogue: ReasonCatalogue
  /// The table behind the confidences.
  package let calibration: Calibration

  private let gazetteer: Gazetteer
  private let rules: RuleFile
  private let numbers: NumberRules
  private let contacts: ContactRules
  private let units: UnitRules
  private let verdicts: VerdictRule
  private let dossiers: DossierRule
  private let today: CalendarDate

  /// Loads rules, reasons and calibration from the folder of `gazetteer`.
  ///
  /// `today` is the day on which documents are judged; `errorBudget` is the errors that one value of
  /// an accepted document may be expected to bring.
  package init(gazetteer: Gazetteer, today: CalendarDate, errorBudget: Double = 0.001) throws {
    let directory = gazetteer.directory
    self.gazetteer = gazetteer
    catalogue = try ReasonCatalogue(directory: directory)
    calibration = try Calibration(directory: directory)
    rules = try RuleFile(directory: directory)
    numbers = try NumberRules(gazetteer: gazetteer)
    contacts = ContactRules(
      phones: try PhonePlan(path: directory + "/lists/phone-prefixes.tsv"))
    units = UnitRules(gazetteer: gazetteer)
    verdicts = VerdictRule(errorBudget: errorBudget)
    dossiers = try DossierRule(gazetteer: gazetteer, catalogue: catalogue)
    self.today = today
  }

  /// Judges one document.
  ///
  /// - Parameters:
  ///   - kind: What it is.
  ///   - side: Which side of a card.
  ///   - kindConfidence: How sure its kind is, 0 … 1.
  ///   - fields: Its fields with their evidence.
  ///   - required: The fields without which it cannot be accepted.
  ///   - findings: What the stages before noticed.
  /// - Returns: Verdict, reasons and the fields with their confidences.
  package func validate(
    kind: DocumentKind, side: CardSide?, kindConfidence: Double = 1,
    fields: [FieldKey: Field], required: Set<FieldKey>, findings: [Finding]
  ) -> Judgement {
    var fields = fields
    let cards = CardRules(rules: rules)
    if cards.provesExpiry(DocumentFacts(kind: kind, side: side, fields: fields, today: today)) {
      fields[.dateOfExpiry]?.evidence.isProven = true
    }
    let kept = Corroboration(gazetteer: gazetteer, cards: cards).counts(
      DocumentFacts(kind: kind, side: side, fields: fields, today: today))
    for (key, count) in kept {
      fields[key]?.evidence.measures[.corroboration] = Double(count)
    }
    if let phone = fields[.phone]?.value?.text, let today = contacts.successor(of: phone) {
      // The number as printed stays; what it became is a suggestion beside it.
      let suggestion = Candidate(value: .text(today), confidence: .zero, source: .ocr)
      fields[.phone]?.candidates.insert(suggestion, at: 0)
    }
    fields = calibrated(fields, kind)
    guard kind != .unknown else {
      return judgement(findings + [Finding(.kindUnknown)], fields)
    }
    let facts = DocumentFacts(kind: kind, side: side, fields: fields, today: today)
    var all = findings
    if kindConfidence < rules.leastKindConfidence { all.append(Finding(.kindUncertain)) }
    all += RequiredFields.findings(fields, required: required)
    all += IllegibleFields.findings(fields, required: required)
    all += numbers.findings(facts)
    all += DateRules.findings(facts)
    all += cards.findings(facts)
    all += contacts.findings(facts)
    all += FormRules(rules: rules).findings(facts)
    all += units.findings(facts)
    all += verdicts.findings(fields)
    return judgement(all, fields)
  }

  /// Joins the documents of one source.
  package func dossier(of documents: [Document]) -> Dossier {
    dossiers.dossier(of: documents)
  }

  /// Puts a finding into words.
  package func reason(for finding: Finding) -> Reason { catalogue.reason(for: finding) }

  private func judgement(_ findings: [Finding], _ fields: [FieldKey: Field]) -> Judgement {
    var seen: Set<[String]> = []
    let reasons = findings.filter {
      // Two stages may notice the same; the first says more.
      seen.insert([$0.code.rawValue, $0.field?.rawValue ?? ""]).inserted
    }.map(catalogue.reason)
    let sorted = Severity.allCases.sorted(by: >).flatMap { severity in
      reasons.filter { $0.severity == severity }
    }
    return Judgement(
      verdict: VerdictRule.verdict(reasons), reasons: sorted, fields: fields)
  }

  /// The fields with their confidences; what is left is shared among the other candidates.
  private func calibrated(
    _ fields: [FieldKey: Field], _ kind: DocumentKind
  ) -> [FieldKey: Field] {
    var result = fields
    for (key, field) in fields {
      guard field.value != nil else { continue }
      let confidence = calibration.confidence(for: field.evidence, key: key, kind: kind)
      result[key]?.confidence = confidence
      let rest = (1 - confidence.rawValue) / Double(field.candidates.count + 1)
      for index in field.candidates.indices {
        result[key]?.candidates[index].confidence = Confidence(rawValue: rest)
      }
    }
    return result
  }
}
