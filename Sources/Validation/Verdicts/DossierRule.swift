import Documents
import VietnameseText

/// Joins the documents of one source and holds them against each other.
struct DossierRule: Sendable {
  let catalogue: ReasonCatalogue

  /// The dossier of `documents`.
  func dossier(of documents: [Document]) -> Dossier {
    var fields: [FieldKey: Field] = [:]
    for document in documents {
      for (key, field) in document.fields where field.value != nil || fields[key] == nil {
        if let known = fields[key], known.value != nil, known.confidence >= field.confidence {
          continue
        }
        fields[key] = field
      }
    }
    let reasons = (missingSides(documents) + mismatches(documents)).map(catalogue.reason)
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

  private static func agree(_ first: String, _ second: String, _ key: FieldKey) -> Bool {
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
