package import Documents
import VietnameseText

/// Joins files that belong to one person into one dossier.
package struct DossierJoiner: Sendable {
  private let rule: DossierRule

  /// Creates a joiner that holds documents against each other by `rule`.
  package init(rule: DossierRule) { self.rule = rule }

  /// The dossiers that take in two or more of `results`, in the order of their first files.
  ///
  /// Files belong together when a number that only one person has, or name and date of birth, stand
  /// in both, or the name of one child. Portraits bear no name: they belong to the one dossier that
  /// all other files make.
  package func dossiers(joining results: [SourceResult]) -> [JoinedDossier] {
    var groups: [(keys: Set<String>, members: [Int])] = []
    for (index, result) in results.enumerated() {
      var keys = Self.identities(of: result)
      guard !keys.isEmpty else { continue }
      var members = [index]
      // What joins two groups joins all that is in them.
      for group in groups where !group.keys.isDisjoint(with: keys) {
        keys.formUnion(group.keys)
        members = group.members + members
      }
      groups.removeAll { !$0.keys.isDisjoint(with: keys) }
      groups.append((keys, members.sorted()))
    }
    let portraits = results.indices.filter { index in
      let documents = results[index].documents
      return !documents.isEmpty && documents.allSatisfy { $0.kind == .portrait }
    }
    if groups.count == 1 { groups[0].members = (groups[0].members + portraits).sorted() }
    return groups.map(\.members).filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
      .map { members in
        let files = members.map { results[$0] }
        return JoinedDossier(
          sources: files.map(\.source),
          dossier: rule.dossier(of: files.flatMap(\.documents)))
      }
  }

  private static func identities(of result: SourceResult) -> Set<String> {
    var keys: Set<String> = []
    for document in result.documents where document.kind != .unknown {
      let value = { (key: FieldKey) in document.fields[key]?.value?.text }
      for number in [value(.personalNumber), value(.idNumber), value(.socialInsuranceNumber)] {
        if let number, [9, 10, 12].contains(number.utf8.count) { keys.insert(number) }
      }
      if let child = value(DossierPeople.childName) {
        keys.insert("child \(child.foldedForComparison())")
      }
      if let name = value(.fullName), let birth = value(.dateOfBirth) {
        keys.insert("\(name.foldedForComparison()) \(birth)")
      }
    }
    return keys
  }
}
