/// The knowledge of text layers cannot be used.
package struct LayerKnowledgeError: Error, Hashable, CustomStringConvertible {
  /// Where it stands.
  package let path: String

  /// Says which file it is, and the way out.
  package var description: String {
    "the dictionary \(path) is missing or lacks entries of this version; install it again"
  }
}
