/// Puts things together that share an identity, also by way of others.
package enum IdentityGroups {
  /// The groups of the places in `identities`, each in order, in the order of their first ones; what
  /// shares nothing is a group of its own.
  package static func of(_ identities: [Set<String>]) -> [[Int]] {
    var heads = Array(identities.indices)
    func head(of index: Int) -> Int {
      var index = index
      while heads[index] != index {
        heads[index] = heads[heads[index]]
        index = heads[index]
      }
      return index
    }
    var holders: [String: Int] = [:]
    for (index, own) in identities.enumerated() {
      for identity in own {
        guard let holder = holders.updateValue(index, forKey: identity) else { continue }
        let (one, other) = (head(of: holder), head(of: index))
        heads[max(one, other)] = min(one, other)
      }
    }
    return Dictionary(grouping: identities.indices, by: head).sorted { $0.key < $1.key }.map(
      \.value)
  }
}
