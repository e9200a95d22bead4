internal import VietnameseText

/// The names that documents of the social insurance may hold: units of both eras and closed lists.
///
/// Units and short lists are loaded at once; the long list of health facilities and the way from
/// former to present wards when they are first asked for.
package struct Gazetteer: Sendable {
  /// The folder of the dictionaries.
  package let directory: String
  /// The words of addresses that are no names.
  package let vocabulary: AddressVocabulary
  /// Words, in small letters, with which the unit begins that an office is named for: "quận", "khu".
  package var officeSeats: Set<String> { UnitOpenings.aboveWards.union(offices.regions) }

  let units: UnitCatalogue
  private let ethnicGroups: ClosedList
  private let nationalities: ClosedList
  private let paymentMethods: ClosedList
  private let sexes: ClosedList
  private let relationships: ClosedList
  private let offices: OfficeReader
  private let details: AddressDetailReader
  private let facilities = Lazy<FacilityIndex>()
  private let succession = Lazy<Succession>()

  /// Loads the dictionaries in the folder `directory`.
  package init(directory: String) throws {
    self.directory = directory
    let lists = directory + "/lists/"
    units = try UnitCatalogue(directory: directory)
    ethnicGroups = try Self.ethnicGroups(path: lists + "ethnic-groups.tsv")
    nationalities = try Self.list(path: lists + "nationalities.tsv", columns: ["code", "name"])
    paymentMethods = try Self.list(path: lists + "payment-methods.tsv", columns: ["code", "name"])
    relationships = try Self.list(path: lists + "relationships.tsv", columns: ["code", "name"])
    sexes = try Self.list(path: lists + "sexes.tsv", columns: ["value", "printed", "mrz"])
    offices = try OfficeReader(path: lists + "offices.tsv")
    let words = try DictionaryTable(
      path: lists + "address-words.tsv", columns: AddressVocabulary.columns)
    details = try AddressDetailReader(words)
    vocabulary = AddressVocabulary(words)
  }

  /// Judges an address on one line, in the style of cards (`Xã, Huyện, Tỉnh`) or of forms.
  package func address(_ text: String) -> AddressMatch {
    AddressCorrection(catalogue: units, text: text).match
  }

  /// Judges an address whose parts stand in fields of their own, from the smallest unit to the
  /// largest; the texts come back in the same order.
  package func address(parts: [String]) -> (texts: [String], match: AddressMatch) {
    let separator = "; "
    let match = address(parts.joined(separator: separator))
    let texts = match.text.split(separator: separator, omittingEmptySubsequences: false)
    return (texts.count == parts.count ? texts.map(String.init) : parts, match)
  }

  /// The ways to understand an address, the most probable first.
  ///
  /// Several fit where a name belongs to a district and to a ward of today (`Ba Đình, Hà Nội`), or
  /// where misread letters lie between two names. The probabilities add up to less than 1.
  package func addressCandidates(_ text: String, limit: Int = 5) -> [AddressCandidate] {
    AddressCorrection(catalogue: units, text: text).candidates(limit: limit)
  }

  /// The parts of what stands before the units of an address: house, lane, street, hamlet.
  package func addressDetail(_ text: String) -> AddressDetail { details.detail(text) }

  /// The units of today that took over a former unit: wards for a ward or district, provinces for
  /// a province; the unit itself for one of today.
  ///
  /// There may be several: 441 former wards were divided. An address is never rewritten by this
  /// alone.
  package func successors(of unit: AdministrativeUnit) throws -> [Successor] {
    guard unit.era == .former else { return [Successor(unit: unit, isWhole: true)] }
    let path = directory + "/units/succession.tsv"
    let succession = try succession.value { try Succession(path: path, units: units) }
    if unit.level == .ward { return succession.successors(of: unit.code) }
    guard let index = units.index(of: unit) else { return [] }
    var found: [AdministrativeUnit] = []
    for ward in units.wards(in: index) {
      for successor in succession.successors(of: units[ward].code) {
        let heir =
          unit.level == .district ? successor.unit : units.province(of: successor.unit)
        if let heir, !found.contains(heir) { found.append(heir) }
      }
    }
    return found.sorted { $0.code < $1.code }
      .map { Successor(unit: $0, isWhole: found.count == 1) }
  }

  /// The former province whose number prefix begins a personal number: `001` is Hà Nội.
  package func province(numberPrefix: some StringProtocol) -> AdministrativeUnit? {
    guard numberPrefix.count == 3, numberPrefix.hasPrefix("0") else { return nil }
    let code = numberPrefix.dropFirst()
    return units.provinces[.former]?.lazy.map { units[$0] }.first { $0.code == code }
  }

  /// Judges the name of an ethnic group; the code is that of the social insurance.
  package func ethnicGroup(_ text: String) -> ListMatch { ethnicGroups.match(text) }

  /// Judges a nationality; the code is that of ISO 3166.
  package func nationality(_ text: String) -> ListMatch { nationalities.match(text) }

  /// Judges the wording of a payment method.
  package func paymentMethod(_ text: String) -> ListMatch { paymentMethods.match(text) }

  /// Judges a printed sex; the code is `male` or `female`.
  package func sex(_ text: String) -> ListMatch { sexes.match(text) }

  /// Judges a relationship to the head of a household.
  package func relationship(_ text: String) -> ListMatch { relationships.match(text) }

  /// Judges the name of a social-insurance office, without `Kính gửi:`.
  package func office(_ text: String) -> ListMatch { offices.match(text, units: units) }

  /// Judges the name of a health facility.
  ///
  /// `province` is the former code of its province, if known. The code is nil where several
  /// facilities bear the name.
  package func healthFacility(_ text: String, province: String? = nil) throws -> ListMatch {
    try facilityIndex().match(text, province: province)
  }

  /// The catalogue's name of the health facility with `code`, such as `01001`.
  package func healthFacilityName(code: String) throws -> String? {
    try facilityIndex().name(code: code)
  }

  private func facilityIndex() throws -> FacilityIndex {
    let path = directory + "/lists/health-facilities.tsv"
    return try facilities.value { try FacilityIndex(path: path) }
  }

  private static func list(path: String, columns: [String]) throws(DictionaryError) -> ClosedList {
    let table = try DictionaryTable(path: path, columns: columns)
    return ClosedList(
      entries: (0..<table.count).map { ClosedList.Entry(code: table[$0, 0], name: table[$0, 1]) })
  }

  private static func ethnicGroups(path: String) throws(DictionaryError) -> ClosedList {
    let table = try DictionaryTable(path: path, columns: ["code", "name", "otherNames"])
    var entries = (0..<table.count).map {
      ClosedList.Entry(code: table[$0, 0], name: table[$0, 1])
    }
    // Names come first: Thái is a group of its own and another name of none.
    for row in 0..<table.count {
      for name in table[row, 2].split(separator: ",") {
        entries.append(
          ClosedList.Entry(
            code: table[row, 0], name: String(name).foldingWhiteSpace(), isTarget: false))
      }
    }
    return ClosedList(entries: entries)
  }
}
