package import Foundation

/// A registration as the registry holds it.
package struct StoredRegistration: Hashable, Sendable {
  /// Its number; outside it is `R-` and this.
  package let number: Int64
  /// What it asks for.
  package let type: RegistrationType
  /// Where it stands.
  package let state: String
  /// The office that took it in; empty when none was named.
  package let office: String
  /// When it was received.
  package let receivedAt: Date
  /// When its state changed last.
  package let changedAt: Date
  /// When it goes on by itself; nil for never.
  package let dueAt: Date?

  /// Its identifier.
  package var id: String { "R-\(number)" }

  /// The number in an identifier; nil when it is none.
  package static func number(in id: String) -> Int64? {
    guard id.hasPrefix("R-"), id.utf8.count <= 20,
      let first = id.utf8.dropFirst(2).first, (49...57).contains(first)
    else { return nil }
    return Int64(id.dropFirst(2))
  }
}
