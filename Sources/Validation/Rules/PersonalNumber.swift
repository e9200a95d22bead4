import Documents

/// A 12-digit personal number taken apart: province, century and sex, year of birth, six digits.
///
/// TT 59/2021/TT-BCA, article 4; there is no check digit.
package struct PersonalNumber: Hashable, Sendable {
  /// The 12 digits.
  package let digits: String

  /// Creates a number; nil unless `text` is 12 ASCII digits.
  package init?(_ text: String) {
    guard text.utf8.count == 12, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    digits = text
  }

  /// The three digits of the province of birth registration, or of a country.
  package var provincePrefix: Substring { digits.prefix(3) }

  /// `male` or `female`.
  package var sex: String { digit(3) % 2 == 0 ? "male" : "female" }

  /// The year of birth.
  package var birthYear: Int { 1900 + digit(3) / 2 * 100 + digit(4) * 10 + digit(5) }

  private func digit(_ place: Int) -> Int {
    Int(digits.utf8[digits.utf8.index(digits.startIndex, offsetBy: place)]) - 48
  }
}
