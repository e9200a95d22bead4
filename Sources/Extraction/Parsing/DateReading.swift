import Documents

/// Day, month and year as they were read, possible or not.
struct DateReading: Hashable {
  var year: Int
  var month: Int?
  var day: Int?

  /// Creates a reading; a day needs a month.
  init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  /// The date; nil when the calendar has none, or no document speaks of such a year.
  var date: CalendarDate? {
    guard (1880...2150).contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Year, month and day in the contract's form, possible or not.
  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return ([padded(year, 4)] + [month, day].compactMap { $0 }.map { padded($0, 2) })
      .joined(separator: "-")
  }
}
