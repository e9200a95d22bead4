/// Where the registry is kept.
package enum RegistryPlace: Hashable, Sendable {
  /// An SQLite file at a path.
  case file(String)
  /// A PostgreSQL database, by its connection URI.
  case postgres(String)

  /// The place that an option names; nil when it is no address of a store.
  package init?(store address: String) {
    guard ["postgres://", "postgresql://"].contains(where: address.hasPrefix) else { return nil }
    self = .postgres(address)
  }
}
