package import Documents
package import Foundation

/// Invents people who obey the rules of Vietnamese numbers, names and places.
package struct PersonMaker: Sendable {
  /// The day on which districts ceased to exist.
  package static let reform = day(2025, 7, 1)

  /// The day since which parents open the accounts of their children.
  package static let accountsOfChildren = day(2021, 5, 25)

  /// Where people live.
  package let units: UnitCatalogue
  /// What they are called.
  package let names: NameCatalogue
  private let numberPrefixes: [(police: String, prefix: String)]

  /// Reads what it needs from the folder of dictionaries.
  package init(dictionaries: URL) throws {
    units = try UnitCatalogue(dictionaries: dictionaries)
    names = try NameCatalogue(dictionaries: dictionaries)
    let table = try TableFile(dictionaries.appendingPathComponent("lists/cmnd9-prefixes.tsv"))
    numberPrefixes = zip(try table.values("police"), try table.values("prefixes")).flatMap {
      police, prefixes in
      prefixes.split(whereSeparator: { ",; ".contains($0) }).compactMap { prefix in
        prefix.allSatisfy(\.isNumber) ? (police, String(prefix)) : nil
      }
    }
  }

  /// A person born in one of `years`.
  package func person(
    bornIn years: ClosedRange<Int>, with random: inout SplitMix64
  ) throws -> Person {
    let minority = random.chance(0.07) ? random.pick(names.minorityNames) : nil
    let sex = minority?.sex ?? (random.chance(0.5) ? .male : .female)
    let province =
      minority.map { random.pick($0.provinces) } ?? random.pick(units.formerProvinceCodes)
    let region = NameCatalogue.Region(provinceCode: province)
    let surname = names.surname(region, with: &random)
    let name = minority?.name ?? "\(surname) \(names.givenNames(sex, with: &random))"
    let birth = Self.birth(in: years, with: &random)
    let home = random.chance(0.6) ? province : random.pick(units.formerProvinceCodes)
    let motherSurname = names.surname(region, with: &random)
    return Person(
      sex: sex, name: name, birth: birth,
      isBirthYearOnly: birth.year < 1975 && random.chance(0.15),
      personalNumber: Self.personalNumber(
        province: province, sex: sex, birthYear: birth.year, with: &random),
      formerNumber: formerNumber(province: home, with: &random),
      ethnicity: minority?.ethnicity ?? "Kinh",
      religion: random.pick(weighted: [
        ("Không", 80), ("Phật giáo", 8), ("Công giáo", 7), ("Thiên chúa", 2), ("Tin lành", 1.5),
        ("Cao đài", 1), ("Hòa Hảo", 1),
      ]),
      origin: try units.address(in: province, era: .former, withDetail: false, with: &random),
      birthRegistration: try units.address(
        in: province, era: .former, withDetail: false, with: &random),
      formerResidence: try units.address(in: home, era: .former, withDetail: true, with: &random),
      residence: try units.address(in: home, era: .present, withDetail: true, with: &random),
      marks: MarkMaker.marks(with: &random),
      fatherName: "\(surname) \(names.givenNames(.male, with: &random))",
      motherName: "\(motherSurname) \(names.givenNames(.female, with: &random))",
      phone: Self.phone(with: &random), email: Self.email(name: name, birth: birth, with: &random),
      socialInsuranceNumber: province + random.digits(8),
      householdNumber: province + random.digits(8))
  }

  /// A day that every calendar has; 29 February would make anniversaries ambiguous.
  static func birth(
    in years: ClosedRange<Int>, with random: inout SplitMix64
  ) -> CalendarDate {
    let year = random.whole(years)
    let month = random.whole(1...12)
    return day(
      year, month, random.whole(1...(month == 2 ? 28 : CalendarDate.days(in: month, of: year))))
  }

  /// A twelve-digit number: province, century and sex, year, six digits.
  package static func personalNumber(
    province: String, sex: Sex, birthYear: Int, with random: inout SplitMix64
  ) -> String {
    let century = (birthYear - 1900) / 100 * 2 + (sex == .female ? 1 : 0)
    let year = birthYear % 100
    return "0\(province)\(century)\(year < 10 ? "0" : "")\(year)\(random.digits(6))"
  }

  private func formerNumber(province: String, with random: inout SplitMix64) -> String {
    let own = numberPrefixes.filter { entry in
      Int(province).map { entry.prefix.hasPrefix(String($0)) } ?? false
    }
    let prefix = random.pick(own.isEmpty ? numberPrefixes : own).prefix
    return prefix + random.digits(9 - prefix.count)
  }

  private static func phone(with random: inout SplitMix64) -> String {
    let prefix = random.pick([
      "032", "033", "034", "035", "036", "037", "038", "039", "086", "096", "097", "098", "070",
      "076", "077", "078", "079", "089", "090", "093", "081", "082", "083", "084", "085", "088",
      "091", "094", "056", "058", "092", "059", "099",
    ])
    return prefix + random.digits(7)
  }

  private static func email(
    name: String, birth: CalendarDate, with random: inout SplitMix64
  ) -> String {
    let words = Diacritics.stripped(name).lowercased().split(separator: " ").map {
      $0.filter { $0.isASCII && $0.isLetter }
    }.filter { !$0.isEmpty }
    let last = words.last ?? "hoso"
    let initials = words.dropLast().compactMap(\.first).map(String.init).joined()
    let tail = random.digits(4)
    let local = random.pick([
      "\(last)\(initials)\(tail)", "\(words.joined())\(tail)",
      "\(last).\(words.first ?? "")\(tail)",
      "\(last)_\(initials)\(birth.year)\(random.digits(2))", "\(initials)-\(last)\(tail)",
    ])
    let host = random.pick(weighted: [
      ("gmail.com", 5), ("example.vn", 2), ("example.com", 2), ("mail.example.org", 1),
      ("yahoo.com.vn", 1), ("outlook.com", 1),
    ])
    return "\(local)@\(host)"
  }

  /// A date that stands in the program and is known to exist.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("no such day: \(year)-\(month)-\(day)")
    }
    return date
  }
}
