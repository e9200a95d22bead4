/// Which order of administrative units a name belongs to.
package enum Era: String, Codable, CaseIterable, Sendable {
  /// Three levels, 63 provinces: until 2025-06-30.
  case former
  /// Two levels, 34 provinces: since 2025-07-01.
  case today
}
