import Documents

/// Keys of fields that are derived from others.
extension FieldKey {
  /// The description of a person's marks.
  static let religion = FieldKey(rawValue: "religion")
  static let personalIdentification = FieldKey(rawValue: "personalIdentification")
  /// The catalogue's code of the health facility.
  static let healthFacilityCode = FieldKey(rawValue: "healthFacilityCode")
}
