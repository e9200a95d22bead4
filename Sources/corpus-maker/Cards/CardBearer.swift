import CorpusDrawing
import Documents

/// Who holds a card, since when and until when.
struct CardBearer {
  let person: Person
  let kind: DocumentKind
  let issued: CalendarDate
  /// Nil for a card without limit.
  let expiry: CalendarDate?

  /// Invents a bearer who was old enough for a card of `kind`.
  static func draw(
    _ kind: DocumentKind, people: PersonMaker, with random: inout SplitMix64
  ) throws -> CardBearer {
    let years: ClosedRange<Int> =
      switch kind {
      case .canCuoc2024: random.chance(0.12) ? 2011...2025 : 1940...2010
      case .cccdChip: 1940...2009
      default: 1938...2000
      }
    for _ in 0..<100 {
      let person = try people.person(bornIn: years, with: &random)
      guard let issued = CardRules.issueDate(of: kind, birth: person.birth, with: &random)
      else { continue }
      let expiry = CardRules.expiry(of: kind, birth: person.birth, issued: issued)
      return CardBearer(person: person, kind: kind, issued: issued, expiry: expiry)
    }
    throw DrawingError.missingData("nobody was old enough for \(kind.rawValue)")
  }

  /// A card of `kind` for a person who was old enough for it.
  static func draw(
    _ kind: DocumentKind, of person: Person, with random: inout SplitMix64
  ) throws -> CardBearer {
    guard let issued = CardRules.issueDate(of: kind, birth: person.birth, with: &random) else {
      throw DrawingError.missingData("too young for \(kind.rawValue)")
    }
    return CardBearer(
      person: person, kind: kind, issued: issued,
      expiry: CardRules.expiry(of: kind, birth: person.birth, issued: issued))
  }

  /// How old the bearer was on the day of issue.
  var ageAtIssue: Int {
    var age = issued.year - person.birth.year
    if let birthday = person.birth.adding(years: age), issued < birthday { age -= 1 }
    return age
  }

  var expiryText: String { expiry?.printed() ?? "Không thời hạn" }
  /// The field's value: a date, or `none`.
  var expiryValue: String { expiry?.description ?? "none" }

  /// The zone on the back of cards since 2021, and what it proves.
  var zone: MachineReadableZone {
    MachineReadableZone(
      personalNumber: person.personalNumber, birth: person.birth, sex: person.sex, expiry: expiry,
      name: person.name)
  }

  var zoneFields: [(FieldKey, String?)] {
    [
      (.personalNumber, person.personalNumber), (.dateOfBirth, person.birth.description),
      (.sex, person.sex.rawValue), (.dateOfExpiry, expiryValue),
    ]
  }
}
