internal import RecordStore

/// Puts sources together that share an identity, also by way of others.
enum DossierGroups {
  /// The groups of two and more in `sources`, each in the order of `sources`; with `alone` also those
  /// that share nothing, each as a group of its own.
  static func of(_ sources: [OpenSource], alone: Bool = false) -> [[OpenSource]] {
    var heads = Array(sources.indices)
    func head(of index: Int) -> Int {
      var index = index
      while heads[index] != index {
        heads[index] = heads[heads[index]]
        index = heads[index]
      }
      return index
    }
    var holders: [String: Int] = [:]
    for (index, source) in sources.enumerated() {
      for identity in source.identities {
        guard let holder = holders.updateValue(index, forKey: identity) else { continue }
        let (one, other) = (head(of: holder), head(of: index))
        heads[max(one, other)] = min(one, other)
      }
    }
    let groups = Dictionary(grouping: sources.indices, by: head)
    return groups.sorted { $0.key < $1.key }.map(\.value).filter { alone || $0.count > 1 }
      .map { $0.map { sources[$0] } }
  }
}
