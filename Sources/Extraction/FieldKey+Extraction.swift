import Documents

/// Keys of fields that are derived from others.
extension FieldKey {
  /// The catalogue's code of the health facility.
  static let healthFacilityCode = FieldKey(rawValue: "healthFacilityCode")
}
