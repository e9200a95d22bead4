/// The units of both eras in their order, and what lies in what.
struct UnitCatalogue: Sendable {
  /// A unit by its place in `units`.
  typealias Index = Int32

  private(set) var units: [AdministrativeUnit] = []
  /// The unit above each; -1 above provinces.
  private(set) var parents: [Index] = []
  private var children: [[Index]] = []
  private(set) var provinces: [Era: [Index]] = [:]
  /// Other ways to write a province, accepted as they stand.
  private(set) var spellings: [(name: String, province: Index)] = []

  init(directory: String) throws(DictionaryError) {
    units.reserveCapacity(15_000)
    parents.reserveCapacity(15_000)
    children.reserveCapacity(15_000)
    func table(_ name: String, _ columns: [String]) throws(DictionaryError) -> DictionaryTable {
      try DictionaryTable(path: directory + "/units/" + name + ".tsv", columns: columns)
    }
    let former = try add(
      try table("former-provinces", ["code", "name", "areaCode", "successor"]), .former, .province,
      under: nil, column: 0)
    let districts = try add(
      try table("former-districts", ["code", "name", "province"]), .former, .district,
      under: former, column: 2)
    try add(
      try table("former-wards", ["code", "name", "district"]), .former, .ward, under: districts,
      column: 2)
    let today = try add(
      try table("provinces", ["code", "name", "seat"]), .today, .province, under: nil, column: 0)
    try add(
      try table("wards", ["code", "name", "province"]), .today, .ward, under: today, column: 2)
    let other = try table("spellings", ["era", "code", "name"])
    for row in 0..<other.count {
      let name = other[row, 2]
      if other[row, 1].isEmpty {
        // A province dissolved long ago: known by name alone.
        let index = append(
          AdministrativeUnit(code: "", name: name, era: .former, level: .province), parent: -1)
        provinces[.former, default: []].append(index)
        continue
      }
      guard let province = (other[row, 0] == "today" ? today : former)[other[row, 1]] else {
        throw .malformed(
          path: other.path, line: other.line(of: row), problem: "no province has this code")
      }
      spellings.append((name, province))
    }
  }

  /// What lies directly in the unit.
  func children(of index: Index) -> [Index] { children[Int(index)] }

  /// The place of `unit`; nil when the catalogue does not hold it.
  func index(of unit: AdministrativeUnit) -> Index? {
    units.firstIndex(of: unit).map(Index.init)
  }

  /// All wards in a unit, however deep.
  func wards(in index: Index) -> [Index] {
    children(of: index).flatMap { self[$0].level == .ward ? [$0] : wards(in: $0) }
  }

  /// The province that holds `unit`.
  func province(of unit: AdministrativeUnit) -> AdministrativeUnit? {
    guard var index = index(of: unit) else { return nil }
    while parents[Int(index)] >= 0 { index = parents[Int(index)] }
    return self[index]
  }

  subscript(index: Index) -> AdministrativeUnit { units[Int(index)] }

  @discardableResult
  private mutating func add(
    _ table: DictionaryTable, _ era: Era, _ level: UnitLevel, under above: [String: Index]?,
    column: Int
  ) throws(DictionaryError) -> [String: Index] {
    var codes: [String: Index] = [:]
    if level != .ward { codes.reserveCapacity(table.count) }
    for row in 0..<table.count {
      var parent: Index = -1
      if let above {
        guard let found = above[table[row, column]] else {
          throw .malformed(
            path: table.path, line: table.line(of: row), problem: "no unit above has this code")
        }
        parent = found
      }
      let unit = AdministrativeUnit(
        code: table[row, 0], name: table[row, 1], era: era, level: level)
      let index = append(unit, parent: parent)
      if level == .province { provinces[era, default: []].append(index) }
      if level != .ward { codes[unit.code] = index }
    }
    return codes
  }

  private mutating func append(_ unit: AdministrativeUnit, parent: Index) -> Index {
    let index = Index(units.count)
    units.append(unit)
    parents.append(parent)
    children.append([])
    if parent >= 0 { children[Int(parent)].append(index) }
    return index
  }
}
