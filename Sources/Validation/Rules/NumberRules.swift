import Documents
import Gazetteer

/// Rules about personal, identity and social-insurance numbers.
struct NumberRules: Sendable {
  private static let numbers: [FieldKey] =
    [.personalNumber, .idNumber, .socialInsuranceNumber, DossierPeople.childNumber]
    + [FieldKey(rawValue: "householdNumber")]

  private let gazetteer: Gazetteer
  private let policePrefixes: Set<String>

  init(gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    let table = try DictionaryTable(
      path: gazetteer.directory + "/lists/cmnd9-prefixes.tsv",
      columns: ["prefixes", "police", "evidence"])
    var prefixes: Set<String> = []
    for row in 0..<table.count {
      for range in table[row, 0].split(separator: ",") {
        let ends = range.split(separator: "-")
        guard let first = ends.first.flatMap({ Int($0) }), let last = ends.last.flatMap({ Int($0) })
        else { continue }
        for number in first...max(first, last) {
          let digits = String(number)
          prefixes.insert(
            String(repeating: "0", count: max(0, range.prefix { $0 != "-" }.count - digits.count))
              + digits)
        }
      }
    }
    policePrefixes = prefixes
  }

  func findings(_ facts: DocumentFacts) -> [Finding] {
    var findings: [Finding] = []
    for key in Self.numbers {
      guard let text = facts.text(key) else { continue }
      guard isWellFormed(text, key, facts.kind) else {
        findings.append(Finding(.fieldInvalid, field: key))
        continue
      }
      if let number = PersonalNumber(text) {
        findings += structure(of: number, in: key, facts)
      } else if key == .idNumber, text.utf8.count == 9, text.allSatisfy(\.isNumber),
        !policePrefixes.contains(String(text.prefix(2))),
        !policePrefixes.contains(String(text.prefix(3)))
      {
        findings.append(Finding(.numberProvince, field: key))
      }
    }
    return findings
  }

  private func isWellFormed(_ text: String, _ key: FieldKey, _ kind: DocumentKind) -> Bool {
    let isDigits = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    switch key {
    case .personalNumber: return PersonalNumber(text) != nil
    case .socialInsuranceNumber, DossierPeople.childNumber:
      return isDigits && [10, 12].contains(text.utf8.count)
    case .idNumber where kind == .cmnd9: return isDigits && text.utf8.count == 9
    case .idNumber: return isDigits && [9, 12].contains(text.utf8.count) || Self.isPassport(text)
    default: return isDigits && text.utf8.count == 10
    }
  }

  /// A Vietnamese passport: a capital letter and 7 or 8 digits.
  private static func isPassport(_ text: String) -> Bool {
    guard let first = text.utf8.first, (65...90).contains(first) else { return false }
    let digits = text.utf8.dropFirst()
    return [7, 8].contains(digits.count) && digits.allSatisfy { (48...57).contains($0) }
  }

  private func structure(
    of number: PersonalNumber, in key: FieldKey, _ facts: DocumentFacts
  ) -> [Finding] {
    var findings: [Finding] = []
    // People born abroad bear the code of a country, so only print alone is doubted for it.
    if gazetteer.province(numberPrefix: number.provincePrefix) == nil, !facts.isCoded(key) {
      findings.append(Finding(.numberProvince, field: key))
    }
    // A child's number says nothing of the one who declares.
    guard key != DossierPeople.childNumber else { return findings }
    if let sex = facts.text(.sex), sex != number.sex {
      findings.append(Finding(.numberSexMismatch, field: key))
    }
    if let birth = facts.date(.dateOfBirth), birth.year != number.birthYear {
      findings.append(Finding(.numberBirthYearMismatch, field: key))
    } else if facts.today.year < number.birthYear {
      findings.append(Finding(.fieldInvalid, field: key))
    }
    return findings
  }
}
