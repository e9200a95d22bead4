import Documents
import Gazetteer
import VietnameseText

/// Rules that would hardly hold of a misread value, and so speak for the values that keep them.
struct Corroboration: Sendable {
  let gazetteer: Gazetteer
  let cards: CardRules

  /// How many such rules each field keeps.
  func counts(_ facts: DocumentFacts) -> [FieldKey: Int] {
    var counts: [FieldKey: Int] = [:]
    func confirm(_ keys: FieldKey...) {
      for key in keys { counts[key, default: 0] += 1 }
    }
    if let text = facts.text(.personalNumber), let number = PersonalNumber(text) {
      if facts.date(.dateOfBirth)?.year == number.birthYear {
        confirm(.personalNumber, .dateOfBirth)
      }
      if facts.text(.sex) == number.sex { confirm(.personalNumber, .sex) }
      if let province = gazetteer.province(numberPrefix: number.provincePrefix) {
        confirm(.personalNumber)
        // The number begins with the province in which the birth was registered.
        if self.province(of: Self.placeOfBirth, facts) == province.name {
          confirm(.personalNumber, Self.placeOfBirth)
        }
      }
    }
    if cards.isBirthday(facts) { confirm(.dateOfBirth, .dateOfBirth, .dateOfExpiry, .dateOfExpiry) }
    let provinces = Dictionary(
      grouping: [.placeOfOrigin, .placeOfResidence, Self.placeOfBirth, .issuer].compactMap { key in
        province(of: key, facts).map { (key, $0) }
      }, by: \.1)
    for keys in provinces.values where keys.count > 1 {
      for (key, _) in keys { confirm(key) }
    }
    return counts
  }

  private static let placeOfBirth = FieldKey(rawValue: "placeOfBirth")

  /// The name of the province in a field; nil where none is known.
  private func province(of key: FieldKey, _ facts: DocumentFacts) -> String? {
    facts.text(key).flatMap { gazetteer.address($0).province?.name }
  }
}
