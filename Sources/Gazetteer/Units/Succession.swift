/// Which units of today took over which former wards.
struct Succession: Sendable {
  private var today: [String: [AdministrativeUnit]] = [:]

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
      today[table[row, 0], default: []].append(ward)
    }
  }

  /// The wards of today that hold parts of the former ward with `code`.
  func successors(of code: String) -> [AdministrativeUnit] { today[code] ?? [] }
}
