/// Whether the text layer of a page can be used.
package enum LayerDecision: String, Codable, Sendable, CaseIterable {
  /// Its lines are what the page says.
  case trusted
  /// Some of its lines are; the rest of the page must be read from the image.
  case partly
  /// It is not what the page says: the image must be read.
  case untrusted
  /// There is none.
  case none
}
