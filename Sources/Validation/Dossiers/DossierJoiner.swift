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
  /// date of birth, the name of a child; of an annex without its form those of its rows.
  package static func identities(of result: SourceResult) -> Set<String> {
    var keys: Set<String> = []
    for document in result.documents where document.kind != .unknown {
      keys.formUnion(identities { document.fields[$0]?.value?.text })
      if let child = document.fields[DossierPeople.childName]?.value?.text {
        keys.insert("child \(child.foldedForComparison())")
      }
      guard document.isAnnex else { continue }
      for row in document.rows {
        keys.formUnion(identities { key in row[key.rawValue].flatMap(\.self) })
      }
    }
    return keys
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
