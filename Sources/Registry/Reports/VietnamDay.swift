internal import Documents
package import Foundation

/// Days of Vietnam, seven hours ahead of UTC all year round.
package enum VietnamDay {
  /// The beginning of the day written as `2026-11-21`; nil when it is none.
  package static func start(of text: String) -> Date? {
    guard CalendarDate(iso: text) != nil, text.utf8.count == 10 else { return nil }
    return try? Date(text + "T00:00:00+07:00", strategy: .iso8601)
  }

  /// In SQL, the number of the day since 1970 of a column that holds milliseconds.
  static func number(of column: String) -> String { "(\(column) + 25200000) / 86400000" }

  /// The day with a number, as `2026-11-21`.
  static func name(ofDay number: Int64) -> String {
    String(Date(timeIntervalSince1970: Double(number) * 86400).ISO8601Format().prefix(10))
  }

  /// The month of the day with a number, as `2026-11`.
  static func name(ofMonth number: Int64) -> String { String(name(ofDay: number).prefix(7)) }
}
