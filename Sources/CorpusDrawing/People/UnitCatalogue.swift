package import Foundation

/// The communes of Vietnam before and since July 2025, to take invented addresses from.
package struct UnitCatalogue: Sendable {
  /// Before and since July 2025.
  package enum Era: Sendable { case former, present }

  private struct Place: Sendable {
    let ward: String
    let district: String?
    let province: String
    let formerProvinceCode: String
  }

  /// Codes of the 63 former provinces.
  package let formerProvinceCodes: [String]
  private let formerPlaces: [String: [Place]]
  private let presentPlaces: [String: [Place]]

  /// Reads the tables under `dictionaries`/units.
  package init(dictionaries: URL) throws {
    let units = dictionaries.appendingPathComponent("units")
    let provinces = try TableFile(units.appendingPathComponent("former-provinces.tsv"))
    let districts = try TableFile(units.appendingPathComponent("former-districts.tsv"))
    let wards = try TableFile(units.appendingPathComponent("former-wards.tsv"))
    let newProvinces = try TableFile(units.appendingPathComponent("provinces.tsv"))
    let newWards = try TableFile(units.appendingPathComponent("wards.tsv"))

    let codes = try provinces.values("code")
    let provinceNames = Dictionary(
      zip(codes, try provinces.values("name")), uniquingKeysWith: { a, _ in a })
    let successors = zip(codes, try provinces.values("successor"))
    let districtOf = Dictionary(
      zip(
        try districts.values("code"),
        zip(try districts.values("name"), try districts.values("province"))),
      uniquingKeysWith: { a, _ in a })
    var former: [String: [Place]] = [:]
    for (ward, districtCode) in zip(try wards.values("name"), try wards.values("district")) {
      guard let (district, code) = districtOf[districtCode], let province = provinceNames[code]
      else { continue }
      // Huế was a province until the end of 2024, and its urban districts came with the change.
      let isOldHue = code == "46" && !district.hasPrefix("Quận")
      former[code, default: []].append(
        Place(
          ward: ward, district: district, province: isOldHue ? "Tỉnh Thừa Thiên Huế" : province,
          formerProvinceCode: code))
    }
    var present: [String: [Place]] = [:]
    let newNames = Dictionary(
      zip(try newProvinces.values("code"), try newProvinces.values("name")),
      uniquingKeysWith: { a, _ in a })
    var newPlaces: [String: [(String, String)]] = [:]
    for (ward, code) in zip(try newWards.values("name"), try newWards.values("province")) {
      newPlaces[code, default: []].append((ward, newNames[code] ?? ""))
    }
    for (formerCode, code) in successors {
      present[formerCode] = (newPlaces[code] ?? []).map {
        Place(ward: $0.0, district: nil, province: $0.1, formerProvinceCode: formerCode)
      }
    }
    formerProvinceCodes = codes.filter { former[$0]?.isEmpty == false }
    (formerPlaces, presentPlaces) = (former, present)
  }

  /// An invented address in the former province `code` (or its successor), with house and street
  /// or hamlet where `withDetail`.
  package func address(
    in code: String, era: Era, withDetail: Bool, with random: inout SplitMix64
  ) throws -> Address {
    guard let places = (era == .former ? formerPlaces : presentPlaces)[code], !places.isEmpty
    else { throw DrawingError.missingData("no communes for province \(code)") }
    let place = random.pick(places)
    let isUrban = place.ward.hasPrefix("Phường") || place.ward.hasPrefix("Thị trấn")
    let detail = withDetail ? StreetMaker.detail(isUrban: isUrban, with: &random) : ""
    return Address(
      detail: detail, ward: place.ward, district: place.district, province: place.province,
      formerProvinceCode: code)
  }
}
