import Documents
import Testing

@testable import Letters

@Suite struct PlaceAndDateTests {
  private func date(_ text: String) -> PlaceAndDate? { PlaceAndDate(SampleLetter.passage(text)) }

  @Test(arguments: [
    ("Khánh Hòa, ngày 29 tháng 07 năm 2021", "2021-07-29"),
    ("Hà Nội, ngày 05tháng 1 năm 2020", "2020-01-05"),
    ("Huế, ngàyO5 thảng I2 năm 2O19.", "2019-12-05"),
    ("ngày 3 tháng 4 năm 2024", "2024-04-03"), ("Hà Nội, ngày 11 tháng ó năm 2021", "2021-06-11"),
    ("Quảng Ngãi, ngày 04 tháng 07 năm 2006", "2006-07-04"),
  ])
  func readsDates(line: String, iso: String) throws {
    #expect(try #require(date(line)).reading == .value(#require(CalendarDate(iso: iso))))
  }

  @Test(arguments: [
    "Hồng Bàng, ngày.....tháng 3 năm 2021", "Hà Nội, ngày    tháng 3 năm 2021",
    "Hà Nội, ngày … tháng … năm 2021",
  ])
  func leavesBlanksBlank(line: String) throws {
    #expect(try #require(date(line)).reading == .blank)
  }

  /// No such day, or strokes that are no number.
  @Test(arguments: [
    "Hà Nội, ngày 31 tháng 02 năm 2021", "Hà Nội, ngày f2 tháng 01 năm 2010",
    "Hà Nội, ngày /4 tháng 01 năm 2010",
  ])
  func doesNotGuess(line: String) throws {
    #expect(try #require(date(line)).reading == .unreadable)
  }

  @Test func findsThePlaceBehindANumber() throws {
    let words = "Số: 12/BHXH-QLT Khánh Hòa, ngày 29 tháng 07 năm 2021"
    let date = try #require(self.date(words))
    #expect(SampleLetter.passage(words).part(date.start..<date.placeEnd).text == "Khánh Hòa,")
  }

  /// Of the readings of a place that counts which names one; where none does, what the office says.
  @Test func placesAreThoseThatThereAre() throws {
    let vote = PlaceVote(units: try SampleLetter.lexicon().units)
    var place = SampleLetter.passage("Định Hón,")
    let office = [SampleLetter.passage("UBND HUYỆN ĐỊNH HÓA")]
    #expect(vote.best(of: place, offices: [office]).text == "Định Hóa,")
    place.alternatives = [SampleLetter.passage("Định Hóa,").words]
    #expect(vote.best(of: place, offices: []).text == "Định Hóa,")
    #expect(vote.best(of: SampleLetter.passage("Hà Nội,"), offices: [office]).text == "Hà Nội,")
  }

  /// A hand's day that one reading is half sure of, and another does not have, is none.
  @Test func daysThatNoReadingIsSureOfAreNone() throws {
    func passage(_ text: String, day: Double) -> Passage {
      var passage = SampleLetter.passage(text)
      for index in passage.words.indices where passage.words[index].text == "6" {
        passage.words[index].confidence = day
      }
      return passage
    }
    var row = passage("Quảng Ninh, ngày 6 tháng 02 năm 2020", day: 0.05)
    row.alternatives = [
      passage("Quảng Ninh, ngày 6 tháng 02 năm 2020", day: 0.67).words,
      SampleLetter.passage("Quảng Ninh, ngày tháng 02 năm 2020").words,
    ]
    let date = try #require(PlaceAndDate(row))
    #expect(DateVote(date, in: row).reading == .unreadable)
  }

  @Test func needsMonthBehindDay() {
    #expect(date("kể từ ngày ký") == nil)
  }
}
