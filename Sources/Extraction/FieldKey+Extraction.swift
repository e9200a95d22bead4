import Documents

/// Keys of fields that extraction treats in ways of their own.
extension FieldKey {
  /// The religion that the back of an old card names.
  static let religion = FieldKey(rawValue: "religion")
  /// The description of a person's marks.
  static let personalIdentification = FieldKey(rawValue: "personalIdentification")
  /// The catalogue's code of the health facility.
  static let healthFacilityCode = FieldKey(rawValue: "healthFacilityCode")
}
