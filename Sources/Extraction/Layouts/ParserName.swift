/// The parsers that a layout can name.
package enum ParserName: String, Codable, CaseIterable, Sendable {
  case name
  case personalNumber = "personal-number"
  case idNumber = "id-number"
  case insuranceNumber = "insurance-number"
  case householdNumber = "household-number"
  /// The number of an entry in a civil register: its place among those of a year, and the year.
  case registryNumber = "registry-number"
  case serial
  case date
  case expiry
  case sex
  case nationality
  case ethnicity
  case address
  case text
  case phone
  case email
  case amount
  case paymentMethod = "payment-method"
  case relationship
  case office
  case facility
  case issuer
  /// Takes its words and gives no value: captions, headings, notes.
  case skip

  /// Whether a value has a form of its own, so that the parser sees where it ends.
  var isClosed: Bool {
    switch self {
    case .personalNumber, .idNumber, .insuranceNumber, .householdNumber, .registryNumber, .date,
      .expiry, .sex, .phone, .amount, .nationality:
      true
    default: false
    }
  }
}
