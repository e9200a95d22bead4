/// A box to tick.
package struct FormChoice: Codable, Sendable {
  /// Name of the choice, by which a filling ticks it.
  package var slot: String
  /// The words beside the box.
  package var label: String
}
