package import Documents

/// What the units of Vietnam say about an address.
package struct AddressMatch: Hashable, Sendable {
  /// The address as printed, with misread letters of unit names corrected.
  package var text: String
  /// How the units judged it.
  package var lexicon: Evidence.Lexicon
  /// The era of the units found; nil when none was found.
  package var era: Era?
  /// The commune, ward or township.
  package var ward: AdministrativeUnit?
  /// The district; none in the era of today.
  package var district: AdministrativeUnit?
  /// The province.
  package var province: AdministrativeUnit?
  /// What stands before the units: house, street, hamlet; nil when nothing does.
  package var detail: String?
  /// The words that were corrected.
  package var repairs: [Repair]
  /// The units found, from the smallest.
  package var units: [AdministrativeUnit] { [ward, district, province].compactMap(\.self) }
}
