import Documents
import Gazetteer

/// Holds the address of a form against the residence on a card.
struct DossierAddress {
  private static let addresses: [FieldKey] = [.contactAddress, .placeOfResidence]

  let gazetteer: Gazetteer

  /// A note where the two name different places: other wards of one era, or provinces that no
  /// change of units makes one.
  func findings(_ documents: [Document]) -> [Finding] {
    let places = Self.addresses.compactMap { key in
      documents.lazy.compactMap { $0.fields[key]?.value?.text }.first
    }
    guard places.count == 2 else { return [] }
    let matches = places.map(gazetteer.address)
    guard matches.allSatisfy({ $0.lexicon != .absent }), let first = matches[0].province,
      let second = matches[1].province, areApart(matches[0], matches[1], first, second)
    else { return [] }
    return [Finding(.dossierAddressDiffers, field: .contactAddress)]
  }

  private func areApart(
    _ left: AddressMatch, _ right: AddressMatch, _ first: AdministrativeUnit,
    _ second: AdministrativeUnit
  ) -> Bool {
    if first == second {
      guard let one = left.ward, let other = right.ward else { return false }
      return one.era == other.era && one != other
    }
    guard let one = codes(of: first), let other = codes(of: second) else { return false }
    return one.isDisjoint(with: other)
  }

  /// The codes of the units of today that a unit is, or became; nil where that is not known.
  private func codes(of unit: AdministrativeUnit) -> Set<String>? {
    guard let successors = try? gazetteer.successors(of: unit), !successors.isEmpty else {
      return nil
    }
    return Set(successors.map(\.unit.code))
  }
}
