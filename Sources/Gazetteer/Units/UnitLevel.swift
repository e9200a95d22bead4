/// The level of an administrative unit.
package enum UnitLevel: String, Codable, CaseIterable, Sendable {
  /// A province or a city directly under the centre.
  case province
  /// A district, town or provincial city; only until 2025-06-30.
  case district
  /// A commune, ward, township or special zone.
  case ward
}
