/// An administrative unit of one era.
package struct AdministrativeUnit: Hashable, Sendable {
  /// Its code, which means nothing without the era; empty for provinces dissolved long ago.
  package let code: String
  /// Its name with the unit word: `Phường Bến Nghé`.
  package let name: String
  /// The era it belongs to.
  package let era: Era
  /// Its level.
  package let level: UnitLevel

  /// Its name without the unit word: `Bến Nghé`.
  package var bareName: Substring { Self.bareName(of: name) }

  /// The name of a unit without the word for its kind: `Phường Ba Đình` is `Ba Đình`.
  package static func bareName(of name: String) -> Substring { UnitWord.split(name).bare }
}
