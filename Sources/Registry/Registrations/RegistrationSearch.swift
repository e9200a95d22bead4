package import Foundation

/// Which registrations are asked for; nil where it does not matter.
package struct RegistrationSearch: Hashable, Sendable {
  /// Their type.
  package var type: RegistrationType?
  /// Their state.
  package var state: String?
  /// The office that took them in.
  package var office: String?
  /// A social insurance or identity number.
  package var number: String?
  /// The earliest time of receipt.
  package var receivedFrom: Date?
  /// The time before which they were received.
  package var receivedBefore: Date?
  /// The number behind which a page begins.
  package var after: Int64 = 0
  /// How many there are at most on a page.
  package var limit = 50

  /// A search for everything.
  package init() {}
}
