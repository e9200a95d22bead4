import Documents
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["1990-01-15", "1990-01", "1990", "2000-02-29", "0987-12-31"])
  func readsAndWritesTheSameForm(iso: String) throws {
    #expect(try #require(CalendarDate(iso: iso)).description == iso)
  }

  /// The rules of the Gregorian calendar; 1900 was no leap year, 2000 was.
  @Test(arguments: [
    "", "90", "1990-1-15", "1990-13", "1990-00-01", "1990-02-29", "1900-02-29", "1990-04-31",
    "1990-01-15-", "1990-01-+5", "15/01/1990",
  ])
  func refusesWhatIsNoDate(iso: String) {
    #expect(CalendarDate(iso: iso) == nil)
  }

  @Test func comparesWhatIsCertain() throws {
    let year = try #require(CalendarDate(iso: "1990"))
    let day = try #require(CalendarDate(iso: "1990-06-01"))
    #expect(!year.isCertainlyBefore(day))
    #expect(!day.isCertainlyBefore(year))
    #expect(try year.isCertainlyBefore(#require(CalendarDate(iso: "1991-01"))))
    #expect(year.latest.description == "1990-12-31")
  }

  @Test func addsYearsToTheLeapDay() throws {
    let leap = try #require(CalendarDate(iso: "2000-02-29"))
    #expect(leap.adding(years: 25)?.description == "2025-02-28")
    #expect(leap.adding(years: 40)?.description == "2040-02-29")
    #expect(leap.adding(years: 9000) == nil)
  }
}
