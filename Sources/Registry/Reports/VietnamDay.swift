internal import Documents
package import Foundation

/// Days of Vietnam, seven hours ahead of UTC all year round.
package enum VietnamDay {
  /// The beginning of the day written as `2026-11-21`; nil when it is none.
  package static func start(of text: String) -> Date? {
    guard CalendarDate(iso: text) != nil, text.utf8.count == 10 else { return nil }
    return try? Date(text + "T00:00:00+07:00", strategy: .iso8601)
  }
}
