/// A source that other files of its batch could complete.
package struct OpenSource: Hashable, Sendable, Identifiable {
  /// Its number in the store.
  package let id: Int64
  /// Where it stood when it was taken in.
  package let path: String
  /// By what it may be known to belong to another source.
  package var identities: Set<String>
}
