import CorpusDrawing
import Documents
import Foundation
import Testing

@Suite("Invented people")
struct PersonTests {
  let people: PersonMaker

  init() throws { people = try Workplace.people.get() }

  @Test("Numbers obey province, century, sex and year", arguments: UInt64(0)..<60)
  func numbers(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let person = try people.person(bornIn: 1940...2024, with: &random)
    let digits = person.personalNumber.compactMap(\.wholeNumberValue)
    #expect(digits.count == 12)
    #expect(
      people.units.formerProvinceCodes.contains(String(person.personalNumber.dropFirst().prefix(2)))
    )
    #expect(digits[3] % 2 == (person.sex == .male ? 0 : 1))
    #expect(1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5] == person.birth.year)
    #expect(person.formerNumber.wholeMatch(of: /\d{9}/) != nil)
    #expect(person.phone.wholeMatch(of: /0[35789]\d{8}/) != nil)
    #expect(person.email.wholeMatch(of: /[a-z0-9._-]+@[a-z.]+/) != nil)
    #expect(person.socialInsuranceNumber.wholeMatch(of: /\d{10}/) != nil)
  }

  @Test("Texts are in composed form, and units belong to their time", arguments: UInt64(0)..<40)
  func texts(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let person = try people.person(bornIn: 1960...2000, with: &random)
    for text in [
      person.name, person.formerResidence.line(.full), person.residence.line(.full), person.marks,
    ] {
      #expect(Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
    }
    #expect(person.formerResidence.district != nil)
    #expect(person.residence.district == nil)
  }

  @Test("The same seed gives the same person")
  func sameSeed() throws {
    var first = SplitMix64(seed: 11)
    var second = SplitMix64(seed: 11)
    #expect(
      try people.person(bornIn: 1950...2000, with: &first)
        == people.person(bornIn: 1950...2000, with: &second))
  }
}
