/// What the store made of a file that was brought to it.
package enum Intake: Hashable, Sendable {
  /// Its bytes are new: read it.
  case new(id: Int64)
  /// This very file was taken in before.
  case known(id: Int64, SourceState)
  /// Another source has the same bytes.
  case duplicate(id: Int64)
  /// Its bytes belong to a person who was erased.
  case forgotten
}
