import Gazetteer
import TestSupport

/// The units of the lists, to draw from.
struct UnitTables: Sendable {
  private let wards: [Era: DictionaryTable]
  private var names: [String: (name: String, above: String)] = [:]

  init(directory: String) throws {
    func table(_ name: String, _ columns: [String]) throws -> DictionaryTable {
      try DictionaryTable(path: directory + "/units/" + name + ".tsv", columns: columns)
    }
    wards = [
      .former: try table("former-wards", ["code", "name", "district"]),
      .today: try table("wards", ["code", "name", "province"]),
    ]
    let former = try table("former-provinces", ["code", "name", "areaCode", "successor"])
    for row in 0..<former.count { names["P" + former[row, 0]] = (former[row, 1], "") }
    let today = try table("provinces", ["code", "name", "seat"])
    for row in 0..<today.count { names["T" + today[row, 0]] = (today[row, 1], "") }
    let districts = try table("former-districts", ["code", "name", "province"])
    for row in 0..<districts.count {
      names["D" + districts[row, 0]] = (districts[row, 1], districts[row, 2])
    }
  }

  /// A ward of `era` with what lies above it.
  func random(_ era: Era, using random: inout SplitMix64) -> (
    ward: SyntheticAddress.Unit, district: SyntheticAddress.Unit?, province: SyntheticAddress.Unit
  ) {
    guard let table = wards[era] else { preconditionFailure("both eras have wards") }
    let row = Int.random(in: 0..<table.count, using: &random)
    let ward = SyntheticAddress.Unit(code: table[row, 0], name: table[row, 1])
    func unit(_ prefix: String, _ code: String) -> SyntheticAddress.Unit {
      SyntheticAddress.Unit(code: code, name: names[prefix + code]?.name ?? "")
    }
    guard era == .former else { return (ward, nil, unit("T", table[row, 2])) }
    let district = unit("D", table[row, 2])
    return (ward, district, unit("P", names["D" + district.code]?.above ?? ""))
  }
}
