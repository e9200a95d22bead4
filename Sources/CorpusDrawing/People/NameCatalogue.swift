package import Foundation

/// Surnames and given names with their weights.
package struct NameCatalogue: Sendable {
  /// Where surnames differ in how common they are.
  package enum Region: Int, Sendable {
    case north, central, south

    /// The region of a former province.
    package init(provinceCode: String) {
      let code = Int(provinceCode) ?? 0
      self = code <= 37 ? .north : code <= 68 ? .central : .south
    }
  }

  /// A name made up in the manner of a minority.
  package struct MinorityName: Sendable {
    /// The whole name.
    package let name: String
    /// Who bears it.
    package let sex: Sex
    /// In whose manner it is made.
    package let ethnicity: String
    /// Codes of the former provinces where it is met.
    package let provinces: [String]
  }

  /// Names in the manner of minorities.
  package let minorityNames: [MinorityName]
  private let surnames: [[(String, Double)]]
  private let middle: [Sex: [(String, Double)]]
  private let given: [Sex: [(String, Double)]]

  /// Reads the tables of `dictionaries`.
  package init(dictionaries: URL) throws {
    let table = try TableFile(dictionaries.appendingPathComponent("lists/surnames.tsv"))
    let families = try table.values("name")
    surnames = try ["north", "central", "south"].map { region in
      zip(families, try table.values(region)).compactMap { name, weight in
        Double(weight).map { (name, $0) }
      }
    }
    let names = try TableFile(dictionaries.appendingPathComponent("names/given-names.tsv"))
    var middle: [Sex: [(String, Double)]] = [:]
    var given: [Sex: [(String, Double)]] = [:]
    for row in names.rows where row.count >= 4 {
      guard let sex = Sex(rawValue: row[1]), let weight = Double(row[3]) else { continue }
      if row[2] == "middle" {
        middle[sex, default: []].append((row[0], weight))
      } else {
        given[sex, default: []].append((row[0], weight))
      }
    }
    (self.middle, self.given) = (middle, given)
    let minorities = try TableFile(dictionaries.appendingPathComponent("names/minority-names.tsv"))
    minorityNames = minorities.rows.compactMap { row in
      guard row.count >= 4, let sex = Sex(rawValue: row[1]) else { return nil }
      return MinorityName(
        name: row[0], sex: sex, ethnicity: row[2],
        provinces: row[3].split(separator: ",").map(String.init))
    }
    guard !minorityNames.isEmpty, Sex.allCases.allSatisfy({ middle[$0] != nil && given[$0] != nil })
    else { throw DrawingError.missingData("the names of a sex are missing") }
  }

  /// A surname of the region.
  package func surname(_ region: Region, with random: inout SplitMix64) -> String {
    random.pick(weighted: surnames[region.rawValue])
  }

  /// Middle and given name, one to three words; the middle name is left out now and then.
  package func givenNames(_ sex: Sex, with random: inout SplitMix64) -> String {
    let last = random.pick(weighted: given[sex] ?? [])
    if random.chance(0.03) { return last }
    var first = random.pick(weighted: middle[sex] ?? [])
    while first.split(separator: " ").contains(Substring(last)) {
      first = random.pick(weighted: middle[sex] ?? [])
    }
    if random.chance(0.1), let extra = given[sex] {
      let between = random.pick(weighted: extra)
      if between != last && between != first { return "\(first) \(between) \(last)" }
    }
    return "\(first) \(last)"
  }
}
