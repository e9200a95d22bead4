internal import Foundation

/// Fills in the placeholders of a notification.
enum NotificationText {
  /// The placeholders there are: the registration's id, the last day of its deadline, its office.
  static let known: Set = ["id", "due", "office"]

  /// The words in braces in `text`.
  static func placeholders(in text: String) -> [String] {
    text.split(separator: "{").dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  /// `text` with what stands for its placeholders in `registration`.
  static func filled(_ text: String, for registration: StoredRegistration) -> String {
    var text = text.replacing("{id}", with: registration.id)
      .replacing("{office}", with: registration.office)
    if let dueAt = registration.dueAt {
      text = text.replacing("{due}", with: lastDay(before: dueAt))
    }
    return text
  }

  /// The last whole day of Vietnam before a moment, as people there write it.
  private static func lastDay(before date: Date) -> String {
    let day = (date + 7 * 3600 - 86_400).ISO8601Format().prefix(10).split(separator: "-")
    return day.reversed().joined(separator: "/")
  }
}
