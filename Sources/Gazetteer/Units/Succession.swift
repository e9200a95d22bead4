/// A unit of today that took over a former one.
package struct Successor: Hashable, Sendable {
  /// The unit of today.
  package let unit: AdministrativeUnit
  /// Whether it took over the whole; else a part.
  package let isWhole: Bool
}

/// Which units of today took over which former wards.
struct Succession: Sendable {
  private var today: [String: [Successor]] = [:]

  init(path: String, units: UnitCatalogue) throws(DictionaryError) {
    let table = try DictionaryTable(path: path, columns: ["former", "ward", "extent"])
    var wards: [String: AdministrativeUnit] = [:]
    for unit in units.units where unit.era == .today && unit.level == .ward {
      wards[unit.code] = unit
    }
    for row in 0..<table.count {
      guard let ward = wards[table[row, 1]] else {
        throw .malformed(
          path: path, line: table.line(of: row), problem: "no ward of today has this code")
      }
      today[table[row, 0], default: []].append(
        Successor(unit: ward, isWhole: table[row, 2] != "part"))
    }
  }

  /// The wards of today that hold the former ward with `code`, or parts of it.
  func successors(of code: String) -> [Successor] { today[code] ?? [] }
}
