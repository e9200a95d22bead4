internal import Documents
internal import RecordStore
internal import Registry
internal import Validation

/// Chooses among files that share identities those that make whole dossiers.
///
/// Where two choices are as good, neither is taken: a person sees which belongs to which.
struct DossierChoice {
  /// An open source with what was read in it.
  struct File {
    let source: OpenSource
    let result: SourceResult
  }

  /// Files that make a whole dossier, the one that stands for all of them first.
  struct Whole {
    let files: [File]
    let dossier: Dossier
  }

  /// More files than this that hang together are left to a person.
  private static let mostFiles = 8

  let joiner: DossierJoiner

  /// The whole dossiers of several files in `files`, which all hang together, in the order of files.
  func dossiers(in files: [File]) -> [Whole] {
    // An annex names a whole household, of which each may have a dossier.
    let annexes = files.filter { DossierGap.isAnnex($0.result) }
    let others = files.filter { !DossierGap.isAnnex($0.result) }
    var chosen = DossierGroups.of(others.map(\.source), alone: true).flatMap { group in
      let ids = Set(group.map(\.id))
      return wholes(in: others.filter { ids.contains($0.source.id) })
    }
    var guests: [Int: [File]] = [:]
    for annex in annexes {
      let hosts = chosen.indices.filter { place in
        chosen[place].files.contains { file in
          DossierGap.mayHaveAnnex(file.result)
            && !file.source.identities.isDisjoint(with: annex.source.identities)
        }
      }
      if hosts.count == 1 { guests[hosts[0], default: []].append(annex) }
    }
    for (place, annexes) in guests where annexes.count == 1 {
      if let whole = whole(chosen[place].files + annexes) { chosen[place] = whole }
    }
    return chosen.filter { $0.files.count > 1 }
  }

  /// The most of `files` that make a whole dossier, if any do, and all others that need no other file.
  private func wholes(in files: [File]) -> [Whole] {
    guard files.count <= Self.mostFiles else { return [] }
    let most = best(of: files)
    let taken = Set(most?.files.map(\.source.id) ?? [])
    let alone = files.filter { !taken.contains($0.source.id) }.compactMap { whole([$0]) }
    return (most.map { [$0] } ?? []) + alone
  }

  private func best(of files: [File]) -> Whole? {
    guard files.count > 1 else { return nil }
    let choices = (1..<(1 << files.count)).map { bits in
      files.indices.filter { bits & (1 << $0) != 0 }.map { files[$0] }
    }
    for count in stride(from: files.count, to: 1, by: -1) {
      let wholes = choices.filter { $0.count == count && hangTogether($0) }.compactMap(whole)
      if wholes.count == 1 { return wholes[0] }
    }
    return nil
  }

  private func hangTogether(_ files: [File]) -> Bool {
    DossierGroups.of(files.map(\.source)).first?.count == files.count
  }

  /// What `files` make together, if that is whole and contradicts itself nowhere.
  private func whole(_ files: [File]) -> Whole? {
    var files = files
    // The file with the form stands for all.
    if let place = files.firstIndex(where: { DossierGap.hasForm($0.result) }) {
      files.insert(files.remove(at: place), at: 0)
    }
    let results = files.map(\.result)
    let kinds = results.flatMap { $0.documents.map(\.kind) }
    guard DossierGap.isUnambiguous(results), RegistrationType(kinds: kinds) != nil else {
      return nil
    }
    let dossier = joiner.dossier(of: results)
    return dossier.verdict == .accepted ? Whole(files: files, dossier: dossier) : nil
  }
}
