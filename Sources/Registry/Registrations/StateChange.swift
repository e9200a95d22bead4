package import Foundation

/// A step in the history of a registration.
package struct StateChange: Hashable, Sendable {
  /// The state that it led to.
  package let state: String
  /// When.
  package let at: Date
  /// Who did it: a token's id, or `hoso` for the program.
  package let by: String
  /// What was said about it.
  package let note: String?
}
