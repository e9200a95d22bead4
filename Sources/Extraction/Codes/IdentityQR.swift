import Documents
import Foundation

/// The payload of an identity card's QR code: seven fields parted by `|`, and perhaps a tail.
package struct IdentityQR: Hashable, Sendable {
  /// The holder's number, 12 digits.
  package var personalNumber: String
  /// The nine-digit number of the former card; nil when empty.
  package var formerNumber: String?
  /// The name as the code spells it.
  package var fullName: String
  /// The date of birth as the contract writes it.
  package var dateOfBirth: String
  /// `male` or `female`.
  package var sex: String
  /// The place of residence as the code spells it; empty where it holds none.
  package var residence: String
  /// The date of issue as the contract writes it; nil when the code leaves it empty.
  package var dateOfIssue: String?
  /// Further fields in their order, of which no rule is known.
  package var tail: [String]

  /// Reads a payload; nil when it is not that of an identity card.
  package init?(_ payload: String) {
    let fields = payload.split(separator: "|", omittingEmptySubsequences: false).map { field in
      field.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard fields.count >= 7, Self.isDigits(fields[0], count: 12),
      fields[1].isEmpty || Self.isDigits(fields[1], count: 9)
        || Self.isDigits(fields[1], count: 12),
      Self.isName(fields[2]), let birth = Self.date(fields[3])
    else { return nil }
    switch fields[4].lowercased() {
    case "nam": sex = "male"
    case "nữ": sex = "female"
    default: return nil
    }
    if fields[6].isEmpty {
      dateOfIssue = nil
    } else {
      guard let issue = Self.date(fields[6]) else { return nil }
      dateOfIssue = issue
    }
    personalNumber = fields[0]
    formerNumber = fields[1].isEmpty ? nil : fields[1]
    fullName = fields[2]
    dateOfBirth = birth
    residence = fields[5]
    tail = Array(fields.dropFirst(7))
  }

  private static func isDigits(_ text: String, count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.allSatisfy { $0.isLetter || $0.isWhitespace || "'’-.".contains($0) }
  }

  /// `ddMMyyyy`, or `yyyy` with zeros before it where only the year is known.
  private static func date(_ digits: String) -> String? {
    guard isDigits(digits, count: 8), let number = Int(digits) else { return nil }
    let day = number / 1_000_000
    let month = number / 10000 % 100
    let date = DateReading(
      year: number % 10000, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    return date.date?.description
  }
}
