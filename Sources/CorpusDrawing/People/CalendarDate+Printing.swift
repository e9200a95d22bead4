package import Documents

extension CalendarDate {
  /// `15/01/1990`, with another sign between the parts where `separator` says so.
  package func printed(separator: String = "/") -> String {
    [day, month].compactMap { $0 }.map(Self.twoDigits).joined(separator: separator)
      + (month == nil ? "" : separator) + String(year)
  }

  /// `15012021`, as QR codes carry dates.
  package var compact: String { printed(separator: "") }

  /// `900115`, as machine-readable zones carry dates.
  package var sixDigits: String {
    Self.twoDigits(year % 100) + Self.twoDigits(month ?? 0) + Self.twoDigits(day ?? 0)
  }

  /// A number below 100 with a leading zero where it has one digit.
  package static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  /// The day `days` later.
  package func adding(days: Int) -> CalendarDate {
    Self(dayNumber: dayNumber + days) ?? self
  }

  /// How many days lie between this day and `other`.
  package func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  private var dayNumber: Int {
    let monthNumber = month ?? 1
    let shifted = monthNumber > 2 ? year : year - 1
    let index = (monthNumber + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (index * 306 + 5) / 10
      + (day ?? 1) - 1
  }

  private init?(dayNumber: Int) {
    var year = (10_000 * dayNumber + 14_780) / 3_652_425
    func start(_ year: Int) -> Int { 365 * year + year / 4 - year / 100 + year / 400 }
    var rest = dayNumber - start(year)
    if rest < 0 {
      year -= 1
      rest = dayNumber - start(year)
    }
    let index = (100 * rest + 52) / 3060
    self.init(
      year: year + (index + 2) / 12, month: (index + 2) % 12 + 1,
      day: rest - (index * 306 + 5) / 10 + 1)
  }
}
