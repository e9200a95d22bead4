import Documents
import VietnameseText

/// Whose papers a dossier holds: those of one grown-up, or of a child and its guardian.
struct DossierPeople {
  static let childName = FieldKey(rawValue: "childName")
  static let childNumber = FieldKey(rawValue: "childSocialInsuranceNumber")
  static let guardianRelation = FieldKey(rawValue: "guardianRelation")
  static let guardianName = FieldKey(rawValue: "guardianName")

  private static let parents = ["motherName", "fatherName"].map(FieldKey.init(rawValue:))

  let form: Document?
  let certificates: [Document]
  /// Whether the form is a guardian's.
  let isChilds: Bool

  init(_ documents: [Document]) {
    form = documents.first { $0.kind == .form01 || $0.kind == .form602b }
    certificates = documents.filter { $0.kind == .birthCertificate }
    let declarant = form.flatMap { Self.text(.fullName, in: $0) }
    let namesChild = form.map { Self.text(Self.childName, in: $0) != nil } ?? false
    let isParents = certificates.contains { certificate in
      Self.parents.contains { key in
        guard let parent = Self.text(key, in: certificate), let declarant else { return false }
        return Self.isSame(parent, declarant)
      }
    }
    isChilds = namesChild || isParents
  }

  /// What the papers say of each other.
  func findings(_ relations: [DossierFile.Relation]) -> [Finding] {
    var findings: [Finding] = []
    let names = certificates.compactMap { Self.text(Self.childName, in: $0) }
    if let first = names.first, !names.allSatisfy({ Self.isSame($0, first) }) {
      findings.append(Finding(.dossierMismatch, field: Self.childName))
    }
    guard let form, let certificate = certificates.first else { return findings }
    if isChilds {
      findings += childFindings(form, certificate, relations)
    } else {
      // The certificate is the declarant's own.
      for (key, other) in [
        (FieldKey.fullName, Self.childName), (.dateOfBirth, .dateOfBirth), (.sex, .sex),
      ] {
        guard let left = Self.text(key, in: form), let right = Self.text(other, in: certificate),
          !DossierRule.agree(left, right, key)
        else { continue }
        findings.append(Finding(.dossierMismatch, field: key))
      }
    }
    return findings
  }

  private func childFindings(
    _ form: Document, _ certificate: Document, _ relations: [DossierFile.Relation]
  ) -> [Finding] {
    var findings: [Finding] = []
    if let name = Self.text(Self.childName, in: form) {
      if let other = Self.text(Self.childName, in: certificate), !Self.isSame(name, other) {
        findings.append(Finding(.dossierMismatch, field: Self.childName))
      }
    } else {
      findings.append(Finding(.fieldMissing, field: Self.childName))
    }
    if let declarant = Self.text(.fullName, in: form),
      let parents = expectedParents(form, certificate, relations),
      !parents.contains(where: { Self.isSame($0, declarant) })
    {
      findings.append(Finding(.dossierMismatch, field: Self.guardianName))
    }
    if let number = Self.text(Self.childNumber, in: form).flatMap(PersonalNumber.init) {
      let birth = Self.text(.dateOfBirth, in: certificate).flatMap(CalendarDate.init(iso:))
      let sex = Self.text(.sex, in: certificate)
      if birth.map({ $0.year != number.birthYear }) == true
        || sex.map({ $0 != number.sex }) == true
      {
        findings.append(Finding(.dossierMismatch, field: Self.childNumber))
      }
    }
    return findings
  }

  /// The names that the declarant may have by the birth certificate; nil where it says nothing, as
  /// of a guardian who is no parent.
  private func expectedParents(
    _ form: Document, _ certificate: Document, _ relations: [DossierFile.Relation]
  ) -> [String]? {
    let relation = Self.text(Self.guardianRelation, in: form)?.foldedForComparison()
    var keys = Self.parents
    if let relation {
      let words = Set(relation.split(separator: " ").map(String.init))
      let known = relations.first { relation in
        relation.words.contains {
          words.isSuperset(of: $0.foldedForComparison().split(separator: " ").map(String.init))
        }
      }
      guard let known else { return nil }
      keys = [FieldKey(rawValue: known.parent)]
    }
    let names = keys.compactMap { Self.text($0, in: certificate) }
    return names.isEmpty ? nil : names
  }

  static func text(_ key: FieldKey, in document: Document) -> String? {
    document.fields[key]?.value?.text
  }

  static func isSame(_ first: String, _ second: String) -> Bool {
    DossierRule.agree(first, second, .fullName)
  }
}
