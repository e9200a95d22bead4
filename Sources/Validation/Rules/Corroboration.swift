import Documents
import Gazetteer
import VietnameseText

/// Rules over several fields that would hardly hold of a misread value, and so speak for the values
/// that keep them and against those that break them.
struct Corroboration: Sendable {
  let gazetteer: Gazetteer
  let cards: CardRules

  private static let placesOfBirth = ["placeOfBirth", "birthPlace", "birthProvince"].map(
    FieldKey.init(rawValue:))
  /// Fields that hold an address, or its province alone.
  private static let addresses =
    [.placeOfOrigin, .placeOfResidence, .contactAddress] + placesOfBirth
    + [FieldKey(rawValue: "addressProvince")]
  /// Fields that name an agency or a house by a unit in which it stands.
  private static let bodies: [FieldKey] =
    [.receivingOffice, .healthFacility] + [FieldKey(rawValue: "idIssuePlace")]
  /// Fields that hold one unit of an address each.
  private static let units = [
    "addressWard", "addressDistrict", "addressProvince", "birthWard", "birthDistrict",
    "birthProvince",
  ].map(FieldKey.init(rawValue:))

  /// How many such rules each field keeps; below zero, how many it breaks.
  func counts(_ facts: DocumentFacts) -> [FieldKey: Int] {
    var tally = Tally()
    let places = places(in: facts)
    for key in [FieldKey.personalNumber, .idNumber] {
      guard let number = facts.text(key).flatMap(PersonalNumber.init) else { continue }
      hold(number, key, facts, places, &tally)
    }
    if cards.isBirthday(facts) {
      tally.confirm(.dateOfBirth, .dateOfBirth, .dateOfExpiry, .dateOfExpiry)
    }
    holdProvinces(places, &tally)
    if !facts.kind.isCard { holdBodies(facts, places, &tally) }
    if let mail = facts.text(.email), let name = facts.text(.fullName),
      Self.isMade(mail, of: name)
    {
      tally.confirm(.email)
    }
    return tally.counts
  }

  /// What the gazetteer knows of the places that fields hold.
  private func places(in facts: DocumentFacts) -> [FieldKey: AddressMatch] {
    var places: [FieldKey: AddressMatch] = [:]
    for key in Self.addresses + [.issuer] {
      places[key] = facts.text(key).map { gazetteer.address($0) }
    }
    return places
  }

  /// TT 59/2021/TT-BCA, article 4: the number tells sex, year and province of birth.
  private func hold(
    _ number: PersonalNumber, _ key: FieldKey, _ facts: DocumentFacts,
    _ places: [FieldKey: AddressMatch], _ tally: inout Tally
  ) {
    if let birth = facts.date(.dateOfBirth) {
      tally.judge(birth.year == number.birthYear, key, .dateOfBirth)
    }
    if let sex = facts.text(.sex) { tally.judge(sex == number.sex, key, .sex) }
    guard let province = gazetteer.province(numberPrefix: number.provincePrefix) else { return }
    tally.confirm(key)
    for place in Self.placesOfBirth where places[place]?.province?.name == province.name {
      tally.confirm(key, place)
    }
  }

  /// Places of one province speak for each other.
  private func holdProvinces(_ places: [FieldKey: AddressMatch], _ tally: inout Tally) {
    let located = places.filter { $0.value.province != nil }.keys
    let provinces = Dictionary(grouping: located) { places[$0]?.province?.name }
    for keys in provinces.values where keys.count > 1 {
      for key in keys { tally.confirm(key) }
    }
  }

  /// The office, the police or a house that is named for a unit of an address speaks for both.
  private func holdBodies(
    _ facts: DocumentFacts, _ places: [FieldKey: AddressMatch], _ tally: inout Tally
  ) {
    var units: [FieldKey: Set<String>] = [:]
    for key in Self.addresses {
      units[key] = places[key].map { Set($0.units.map { Self.name($0.bareName) }) }
    }
    for key in Self.units {
      guard let text = facts.text(key) else { continue }
      units[key] = [Self.name(AdministrativeUnit.bareName(of: text))]
    }
    for body in Self.bodies {
      guard let text = facts.text(body) else { continue }
      let printed = " \(Self.name(text[...])) "
      let holders = units.filter { $0.value.contains { printed.contains(" \($0) ") } }.keys
      guard !holders.isEmpty else { continue }
      tally.confirm(body)
      for key in holders { tally.confirm(key) }
    }
  }

  private static func name(_ text: Substring) -> String {
    String(text).foldedForComparison().split { !$0.isLetter && !$0.isNumber }
      .joined(separator: " ")
  }

  /// Whether the letters before the @ are words of the name and first letters of them, at least one
  /// of them a whole word.
  private static func isMade(_ mail: String, of name: String) -> Bool {
    let words = name.normalized().strippingMarks().lowercased().split(separator: " ")
      .map { Array($0.utf8) }
    let runs = mail.prefix { $0 != "@" }.lowercased().utf8.split { !(97...122).contains($0) }
    guard !runs.isEmpty else { return false }
    var hasWord = false
    for run in runs {
      let letters = Array(run)
      // Whether the letters up to here can be parted, and whether a whole word is among the parts.
      var reached = [Bool](repeating: false, count: letters.count + 1)
      var withWord = reached
      reached[0] = true
      for start in letters.indices where reached[start] {
        for word in words {
          if letters[start] == word.first {
            reached[start + 1] = true
            withWord[start + 1] = withWord[start + 1] || withWord[start]
          }
          if word.count > 1, letters[start...].starts(with: word) {
            reached[start + word.count] = true
            withWord[start + word.count] = true
          }
        }
      }
      guard reached[letters.count] else { return false }
      hasWord = hasWord || withWord[letters.count]
    }
    return hasWord
  }
}

extension Corroboration {
  /// What was found for and against each field.
  private struct Tally {
    private var confirmed: [FieldKey: Int] = [:]
    private var denied: [FieldKey: Int] = [:]

    /// The confirmations of each field, or less than zero where anything speaks against it.
    var counts: [FieldKey: Int] {
      confirmed.merging(denied.mapValues { -$0 }) { _, denials in denials }
    }

    mutating func confirm(_ keys: FieldKey...) {
      for key in keys { confirmed[key, default: 0] += 1 }
    }

    mutating func judge(_ holds: Bool, _ keys: FieldKey...) {
      for key in keys {
        if holds { confirmed[key, default: 0] += 1 } else { denied[key, default: 0] += 1 }
      }
    }
  }
}
