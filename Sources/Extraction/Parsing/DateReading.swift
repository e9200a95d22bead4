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

  /// The one possible date that an exchange of digits that look alike, in day or month, leads to;
  /// nil when it is possible as it stands, or when none or several are near.
  var nearestPossible: DateReading? {
    guard date == nil, let month, let day else { return nil }
    let alike: [Int: [Int]] = [
      0: [6, 8, 9], 1: [4, 7], 2: [7], 3: [8], 4: [1], 5: [6], 6: [0, 5, 8], 7: [1, 2],
      8: [0, 3, 6], 9: [0],
    ]
    func changed(_ number: Int) -> [Int] {
      (alike[number / 10] ?? []).map { $0 * 10 + number % 10 }
        + (alike[number % 10] ?? []).map { number / 10 * 10 + $0 }
    }
    func possible(in years: [Int]) -> [DateReading] {
      years.flatMap { year in
        changed(day).map { DateReading(year: year, month: month, day: $0) }
          + changed(month).map { DateReading(year: year, month: $0, day: day) }
      }.filter { $0.date != nil }
    }
    let near = possible(in: [year])
    if !near.isEmpty { return near.count == 1 ? near[0] : nil }
    // A year that cannot be was misread by the same wear: 2904 is 2004.
    let hundreds = alike[year / 100 % 10] ?? []
    let far = hundreds.map { year / 1000 * 1000 + $0 * 100 + year % 100 }
    let wholes = far.map { DateReading(year: $0, month: month, day: day) }
      .filter { $0.date != nil }
    let found = wholes.isEmpty ? possible(in: far) : wholes
    return found.count == 1 ? found[0] : nil
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
