internal import RecordStore
internal import Validation

/// Puts sources together that share an identity, also by way of others.
enum DossierGroups {
  /// The groups of two and more in `sources`, each in the order of `sources`; with `alone` also those
  /// that share nothing, each as a group of its own.
  static func of(_ sources: [OpenSource], alone: Bool = false) -> [[OpenSource]] {
    IdentityGroups.of(sources.map(\.identities)).filter { alone || $0.count > 1 }
      .map { $0.map { sources[$0] } }
  }
}
