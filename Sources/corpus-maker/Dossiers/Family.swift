import CorpusDrawing
import Documents

/// A child with its parents and the papers that speak of them; nobody is real.
struct Family {
  let child: Person
  let mother: Person
  let father: Person
  let registered: CalendarDate
  /// The number of the birth certificate: `12/2015`.
  let number: String
  /// What the guardian who declares is to the child.
  let relation: String

  /// The one who declares.
  var guardian: Person { relation == "Mẹ" ? mother : father }

  static func draw(people: PersonMaker, with random: inout SplitMix64) throws -> Family {
    var child = try people.person(bornIn: 2010...2024, with: &random)
    var mother = try people.person(
      bornIn: child.birth.year - 38...child.birth.year - 21, with: &random)
    var father = try people.person(
      bornIn: child.birth.year - 40...child.birth.year - 22, with: &random)
    mother = named(mother, child.motherName, .female, with: &random)
    father = named(father, child.fatherName, .male, with: &random)
    child.socialInsuranceNumber =
      random.chance(0.5) ? child.personalNumber : child.socialInsuranceNumber
    let registered = child.birth.adding(days: random.whole(2...60))
    return Family(
      child: child, mother: mother, father: father, registered: registered,
      number: "\(random.whole(1...399))/\(registered.year)",
      relation: random.chance(0.6) ? "Mẹ" : random.pick(["Bố", "Cha"]))
  }

  private static func named(
    _ person: Person, _ name: String, _ sex: Sex, with random: inout SplitMix64
  ) -> Person {
    var person = person
    person.name = name
    person.sex = sex
    person.personalNumber = PersonMaker.personalNumber(
      province: person.birthRegistration.formerProvinceCode, sex: sex,
      birthYear: person.birth.year, with: &random)
    return person
  }
}
