import Documents
import Foundation
import Gazetteer
import Validation

/// The dictionaries of this package, and a validator on a fixed day.
enum Dictionaries {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "dictionaries")
    .path

  static let validator = Result {
    guard let today = CalendarDate(iso: "2026-11-21") else { throw CancellationError() }
    return try Validator(gazetteer: Gazetteer(directory: directory), today: today)
  }
}
