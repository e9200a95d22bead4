package import Foundation

/// A unit as the registry holds it.
package struct StoredUnit: Hashable, Sendable {
  /// Its number in the store.
  let number: Int64
  /// The office that keeps it.
  package let office: String
  /// Its code, its own within the office.
  package let code: String
  /// What is known of it.
  package let unit: EmployerUnit
  /// When it or its employees changed last.
  package let changedAt: Date
}
