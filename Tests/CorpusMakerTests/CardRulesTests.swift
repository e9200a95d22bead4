import CorpusDrawing
import Documents
import Testing

@Suite("Rules of cards")
struct CardRulesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: DocumentKind
    let birth: String
    let issued: String
    let expiry: String?
    var testDescription: String { "\(kind.rawValue) born \(birth) issued \(issued)" }
  }

  /// Source: article 21 of the laws of 2014 and 2023.
  ///
  /// Cards are renewed at the ages that the law names; one issued within the two years before such
  /// a birthday holds to the next.
  @Test(
    "Cards hold to the birthday that the law names",
    arguments: [
      Case(kind: .cccdChip, birth: "1990-01-15", issued: "2021-04-20", expiry: "2030-01-15"),
      Case(kind: .cccdChip, birth: "1998-05-01", issued: "2021-04-30", expiry: "2023-05-01"),
      Case(kind: .cccdChip, birth: "1998-05-01", issued: "2021-05-01", expiry: "2038-05-01"),
      Case(kind: .cccdChip, birth: "1962-03-01", issued: "2021-04-20", expiry: nil),
      Case(kind: .canCuoc2024, birth: "2015-02-03", issued: "2024-08-01", expiry: "2029-02-03"),
      Case(kind: .canCuoc2024, birth: "2011-02-03", issued: "2024-08-01", expiry: "2036-02-03"),
      Case(kind: .canCuoc2024, birth: "1950-02-03", issued: "2024-08-01", expiry: nil),
      Case(kind: .cmnd12, birth: "1980-02-03", issued: "2013-06-10", expiry: "2028-06-10"),
    ])
  func expiry(example: Case) throws {
    let expiry = CardRules.expiry(
      of: example.kind, birth: try #require(CalendarDate(iso: example.birth)),
      issued: try #require(CalendarDate(iso: example.issued)))
    #expect(expiry?.description == example.expiry)
  }

  @Test(
    "Nobody got a card before the age of 14 or after its generation",
    arguments: [DocumentKind.cmnd9, .cmnd12, .cccdBarcode, .cccdChip])
  func issueDates(kind: DocumentKind) throws {
    let end = try #require(CalendarDate(iso: kind == .cccdChip ? "2024-06-30" : "2021-02-28"))
    var random = SplitMix64(seed: 3)
    for year in 1940...2008 {
      let birth = try #require(CalendarDate(year: year, month: 6, day: 30))
      guard let issued = CardRules.issueDate(of: kind, birth: birth, with: &random) else {
        continue
      }
      #expect(try issued > #require(birth.adding(years: 14)))
      #expect(issued <= end)
    }
  }

  @Test("Days are counted across months and leap years", arguments: [1, 28, 59, 366, 1461, 20_000])
  func days(count: Int) throws {
    let start = try #require(CalendarDate(iso: "1999-12-31"))
    #expect(start.days(to: start.adding(days: count)) == count)
    #expect(start.adding(days: 60).description == "2000-02-29")
  }
}
