package import Documents

/// The three lines of 30 signs on the back of cards since 2021 (ICAO 9303 part 5, TD1).
package struct MachineReadableZone: Hashable, Sendable {
  /// The rows from top to bottom, of like length.
  package let lines: [String]

  /// The zone of a Vietnamese card; without an expiry the date is `expiryWhenNone`.
  package init(
    personalNumber: String, birth: CalendarDate, sex: Sex, expiry: CalendarDate?, name: String,
    expiryWhenNone: String = "991231"
  ) {
    let document = String(personalNumber.suffix(9))
    let optional = personalNumber + "<<"
    let first =
      "IDVNM" + document + Self.checkDigit(document) + optional + Self.checkDigit(optional)
    let dates = (birth.sixDigits, expiry?.sixDigits ?? expiryWhenNone)
    let head =
      dates.0 + Self.checkDigit(dates.0) + (sex == .male ? "M" : "F") + dates.1
      + Self.checkDigit(dates.1) + "VNM" + String(repeating: "<", count: 11)
    let whole =
      Array(first)[5..<30] + Array(head)[0..<7] + Array(head)[8..<15] + Array(head)[18..<29]
    lines = [first, head + Self.checkDigit(String(whole)), Self.nameLine(name)]
  }

  /// The check digit of ICAO 9303: weights 7, 3, 1.
  package static func checkDigit(_ text: String) -> String {
    var sum = 0
    for (index, byte) in text.utf8.enumerated() {
      let value =
        switch byte {
        case 48...57: Int(byte) - 48
        case 65...90: Int(byte) - 55
        default: 0
        }
      sum += value * [7, 3, 1][index % 3]
    }
    return String(sum % 10)
  }

  private static func nameLine(_ name: String) -> String {
    let plain = Diacritics.stripped(name).uppercased()
    let words = plain.split(separator: " ").map { word in
      word.filter { $0.isASCII && ($0.isLetter || $0 == "-") }.replacing("-", with: "<")
    }
    let line = (words.first ?? "") + "<<" + words.dropFirst().joined(separator: "<")
    return String((line + String(repeating: "<", count: 30)).prefix(30))
  }
}
