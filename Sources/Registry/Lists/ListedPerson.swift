/// A person in a list, as far as the list tells.
package struct ListedPerson: Hashable, Sendable {
  /// The line of the list on which the person begins, from 1.
  package var line: Int
  /// The social insurance number: 10 or 12 digits.
  package var number: String?
  /// The full name in NFC.
  package var name: String
  /// The date of birth, as `1990-01-15`, `1990-01` or `1990`.
  package var birthDate: String?
  /// The number of a card or passport.
  package var idNumber: String?
  /// The phone number in digits.
  package var phone: String?
  /// The e-mail address.
  package var email: String?
}
