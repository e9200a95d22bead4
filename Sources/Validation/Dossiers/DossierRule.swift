package import Documents
package import Gazetteer
import VietnameseText

/// Joins the documents of one person, or of a child and its guardian, and holds them against each
/// other.
package struct DossierRule: Sendable {
  private let catalogue: ReasonCatalogue
  private let file: DossierFile
  private let addresses: DossierAddress

  /// What the birth certificate says about a child, which no other paper of its dossier does.
  private static let ofChild: Set<FieldKey> = [
    .dateOfBirth, .sex, FieldKey(rawValue: "placeOfBirth"), FieldKey(rawValue: "fatherName"),
    FieldKey(rawValue: "motherName"), FieldKey(rawValue: "number"), .dateOfIssue,
  ]

  /// Loads what a complete dossier holds, and the reasons, from the folder of `gazetteer`.
  package init(gazetteer: Gazetteer) throws {
    try self.init(
      gazetteer: gazetteer, catalogue: try ReasonCatalogue(directory: gazetteer.directory))
  }

  init(gazetteer: Gazetteer, catalogue: ReasonCatalogue) throws {
    self.catalogue = catalogue
    file = try DossierFile(directory: gazetteer.directory)
    addresses = DossierAddress(gazetteer: gazetteer)
  }

  /// The dossier of `documents`.
  package func dossier(of documents: [Document]) -> Dossier {
    let people = DossierPeople(documents)
    var fields: [FieldKey: Field] = [:]
    // A letter is about nobody's registration, and its keys are also those of other papers.
    for document in documents where document.kind != .officialLetter {
      let isCertificate = document.kind == .birthCertificate
      for (key, field) in document.fields where field.value != nil || fields[key] == nil {
        // Papers of two people in one dossier: each field is of the one whom it is asked of.
        if Self.ofChild.contains(key), isCertificate != people.isChilds { continue }
        if let known = fields[key], known.value != nil, known.confidence >= field.confidence {
          continue
        }
        fields[key] = field
      }
    }
    let findings =
      missingSides(documents) + missingPapers(documents, isChilds: people.isChilds)
      + mismatches(documents) + people.findings(file.relations)
      + (people.isChilds ? [] : addresses.findings(documents))
    let reasons = findings.map(catalogue.reason)
    var verdict = VerdictRule.verdict(reasons)
    if documents.allSatisfy({ $0.verdict == .rejected }) {
      verdict = .rejected
    } else if documents.contains(where: { $0.verdict != .accepted }) {
      verdict = max(verdict, .review)
    }
    return Dossier(verdict: verdict, reasons: reasons, fields: fields)
  }

  private func missingSides(_ documents: [Document]) -> [Finding] {
    DocumentKind.allCases.filter(\.isCard).flatMap { kind in
      let sides = Set(documents.filter { $0.kind == kind }.compactMap(\.side))
      guard sides.count == 1 else { return [Finding]() }
      let absent = CardSide.allCases.first { !sides.contains($0) }
      return [
        Finding(.dossierSideMissing, details: absent.map { ["side": $0.rawValue] } ?? [:])
      ]
    }
  }

  /// What is missing from a complete dossier.
  private func missingPapers(_ documents: [Document], isChilds: Bool) -> [Finding] {
    guard let form = documents.first(where: { $0.kind == .form01 || $0.kind == .form602b }) else {
      let isEvidence = documents.contains {
        $0.kind == .birthCertificate || $0.kind == .portrait
      }
      return isEvidence ? [Finding(.dossierFormMissing)] : []
    }
    guard
      let composition = file.dossiers.first(where: {
        $0.form == form.kind && $0.isChild == isChilds
      })
    else { return [] }
    let missing = composition.evidence.filter { evidence in
      !documents.contains(where: evidence.isMet)
    }
    guard !missing.isEmpty else { return [] }
    let isAlone = documents.allSatisfy { $0.kind == form.kind } && composition.mayComeAlone
    return [
      Finding(
        isAlone ? .dossierFormAlone : .dossierEvidenceMissing,
        details: ["evidence": missing.map(\.rawValue).joined(separator: ", ")])
    ]
  }

  /// Values of one person in several documents must be the same.
  private func mismatches(_ documents: [Document]) -> [Finding] {
    let numbers: [FieldKey] = [.personalNumber, .idNumber, .socialInsuranceNumber]
    var findings: [Finding] = []
    let personal = documents.flatMap { document in
      // Nine digits and passports are other numbers of the same person.
      numbers.compactMap { document.fields[$0]?.value?.text }.filter { $0.utf8.count == 12 }
    }
    if Set(personal).count > 1 {
      findings.append(Finding(.dossierMismatch, field: .personalNumber))
    }
    if areOfTwoCards(documents) { findings.append(Finding(.dossierTwoCards)) }
    let old = documents.flatMap { document in
      [document.fields[.idNumber]?.value?.text].compactMap { $0 }.filter { $0.utf8.count == 9 }
    }
    if Set(old).count > 1 { findings.append(Finding(.dossierMismatch, field: .idNumber)) }
    let people = documents.filter { $0.kind != .birthCertificate }
    for key in [FieldKey.fullName, .dateOfBirth, .sex] {
      let values = people.compactMap { $0.fields[key]?.value?.text }
      let isSame = values.dropFirst().allSatisfy { Self.agree($0, values[0], key) }
      if !isSame { findings.append(Finding(.dossierMismatch, field: key)) }
    }
    return findings
  }

  /// In how many digits two numbers differ that no misreading explains.
  private static let leastDifference = 4

  /// Whether the numbers on cards of one generation are those of two cards.
  private func areOfTwoCards(_ documents: [Document]) -> Bool {
    DocumentKind.allCases.filter(\.isCard).contains { kind in
      let numbers = documents.filter { $0.kind == kind }.compactMap { document in
        (document.fields[.personalNumber] ?? document.fields[.idNumber])?.value?.text
      }
      return numbers.dropFirst().contains { other in
        other.utf8.count != numbers[0].utf8.count
          || zip(other.utf8, numbers[0].utf8).count(where: !=) >= Self.leastDifference
      }
    }
  }

  static func agree(_ first: String, _ second: String, _ key: FieldKey) -> Bool {
    switch key {
    case .fullName: return nameKey(first) == nameKey(second)
    case .dateOfBirth:
      guard let left = CalendarDate(iso: first), let right = CalendarDate(iso: second) else {
        return first == second
      }
      // A year alone agrees with every day in it.
      return !left.isCertainlyBefore(right) && !right.isCertainlyBefore(left)
    default: return first == second
    }
  }

  private static func nameKey(_ name: String) -> String {
    name.foldedForComparison().filter { $0.isLetter }
  }
}
