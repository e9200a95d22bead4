/// A date of the Gregorian calendar, of which the day, or the day and the month, may be unknown.
public struct CalendarDate: Hashable, Sendable {
  /// The year, 1 … 9999.
  public let year: Int
  /// The month, 1 … 12; nil when only the year is known.
  public let month: Int?
  /// The day of the month; nil when it is unknown.
  public let day: Int?

  /// Creates a date; nil when the calendar has no such date, or a day stands without a month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= Self.days(in: month, of: year) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `1990-01-15`, `1990-01` or `1990`; nil for anything else and for impossible dates.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// Whether year, month and day are all known.
  public var isComplete: Bool { day != nil }

  /// The first day it can mean.
  public var earliest: CalendarDate {
    CalendarDate(year, month ?? 1, day ?? 1)
  }

  /// The last day it can mean.
  public var latest: CalendarDate {
    let month = month ?? 12
    return CalendarDate(year, month, day ?? Self.days(in: month, of: year))
  }

  /// Whether it lies wholly before `other`, whatever its unknown parts are.
  public func isCertainlyBefore(_ other: CalendarDate) -> Bool {
    latest.ordinal < other.earliest.ordinal
  }

  /// The same day `years` later, 29 February becoming 28 February where the year has none; nil past
  /// the calendar's end.
  public func adding(years: Int) -> CalendarDate? {
    guard (1...9999).contains(year + years) else { return nil }
    guard let month, let day else { return CalendarDate(year: year + years, month: month) }
    return CalendarDate(year + years, month, min(day, Self.days(in: month, of: year + years)))
  }

  /// How many days `month` has in `year`.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  private var ordinal: Int { year * 10_000 + (month ?? 0) * 100 + (day ?? 0) }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `1990-01-15`, `1990-01` or `1990`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return ([padded(year, 4)] + [month, day].compactMap { $0 }.map { padded($0, 2) })
      .joined(separator: "-")
  }
}

extension CalendarDate: Comparable {
  /// Orders by year, month and day; an unknown part comes before a known one.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.ordinal < right.ordinal
  }
}

/// Coded as its ISO form.
extension CalendarDate: Codable {
  /// Decodes `1990-01-15`, `1990-01` or `1990`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = CalendarDate(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a date such as 1990-01-15")
    }
    self = date
  }

  /// Encodes the ISO form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
