package import Documents
import Gazetteer
import VietnameseText

/// Joins files that belong to one person into one dossier.
package struct DossierJoiner: Sendable {
  private let rule: DossierRule

  /// Creates a joiner that holds documents against each other by `rule`.
  package init(rule: DossierRule) { self.rule = rule }

  /// Loads the rules from the folder of the dictionaries.
  package init(dictionaries directory: String) throws {
    rule = try DossierRule(gazetteer: try Gazetteer(directory: directory))
  }

  /// The dossier that all of `results` make, in their order.
  package func dossier(of results: [SourceResult]) -> Dossier {
    rule.dossier(of: Document.whole(results.flatMap(\.documents)))
  }

  /// The dossiers that take in two or more of `results`, in the order of their first files.
  ///
  /// Files belong together when a number that only one person has, or name and date of birth, stand
  /// in both, or the name of one child. Portraits bear no name: they belong to the one dossier that
  /// all other files make.
  package func dossiers(joining results: [SourceResult]) -> [JoinedDossier] {
    let identities = results.map(Self.identities)
    var groups = IdentityGroups.of(identities).filter { !identities[$0[0]].isEmpty }
    let portraits = results.indices.filter { index in
      let documents = results[index].documents
      return !documents.isEmpty && documents.allSatisfy { $0.kind == .portrait }
    }
    if groups.count == 1 { groups[0] = (groups[0] + portraits).sorted() }
    return groups.filter { $0.count > 1 }
      .map { members in
        let files = members.map { results[$0] }
        return JoinedDossier(
          sources: files.map(\.source), dossier: dossier(of: files))
      }
  }

  /// By what a file may be known to belong to another: numbers that only one person has, name with
  /// date of birth, the name of a child; of an annex without its form those of its rows, and for a form
  /// that says the year of birth alone names with years.
  package static func identities(of result: SourceResult) -> Set<String> {
    var keys: Set<String> = []
    for document in result.documents where document.kind != .unknown {
      keys.formUnion(identities { document.fields[$0]?.value?.text })
      if let child = document.fields[DossierPeople.childName]?.value?.text {
        keys.insert("child \(child.foldedForComparison())")
      }
      if document.mayHaveAnnex, let birth = document.fields[.dateOfBirth]?.value?.text,
        birth.utf8.count == yearLength
      {
        keys.formUnion(annexKey(document.fields[.fullName]?.value?.text, birth))
      }
      guard document.isAnnex else { continue }
      for row in document.rows {
        func value(_ key: FieldKey) -> String? { row[key.rawValue].flatMap(\.self) }
        keys.formUnion(identities(value))
        keys.formUnion(annexKey(value(.fullName), value(.dateOfBirth)))
      }
    }
    return keys
  }

  /// How long a date is of which the year alone is known.
  private static let yearLength = 4

  /// What joins a form that says the year of birth alone to its annex, which may say the day.
  private static func annexKey(_ name: String?, _ birth: String?) -> [String] {
    guard let name, let year = birth?.prefix(yearLength) else { return [] }
    return ["annex \(name.foldedForComparison()) \(year)"]
  }

  private static func identities(_ value: (FieldKey) -> String?) -> Set<String> {
    var keys: Set<String> = []
    for number in [value(.personalNumber), value(.idNumber), value(.socialInsuranceNumber)] {
      if let number, [9, 10, 12].contains(number.utf8.count) { keys.insert(number) }
    }
    if let name = value(.fullName), let birth = value(.dateOfBirth) {
      keys.insert("\(name.foldedForComparison()) \(birth)")
    }
    return keys
  }
}
