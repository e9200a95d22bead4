import Documents

/// Puts things together that share an identity, also by way of others.
package enum IdentityGroups {
  /// The groups of the places in `identities`, each in order, in the order of their first ones; what
  /// shares nothing is a group of its own.
  package static func of(_ identities: [Set<String>]) -> [[Int]] {
    var groups = DisjointSets(count: identities.count)
    var holders: [String: Int] = [:]
    for (index, own) in identities.enumerated() {
      for identity in own {
        if let holder = holders.updateValue(index, forKey: identity) { groups.join(holder, index) }
      }
    }
    return groups.sets()
  }
}
