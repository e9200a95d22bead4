package import Documents

/// An invented person with everything that cards and forms print about one.
package struct Person: Hashable, Sendable {
  package var sex: Sex
  /// As written in running text: `Nguyễn Văn Đức`.
  package var name: String
  package var birth: CalendarDate
  /// Whether early documents know no more than the year of birth.
  package var isBirthYearOnly: Bool
  /// The twelve-digit number.
  package var personalNumber: String
  /// The nine-digit number of former cards.
  package var formerNumber: String
  package var ethnicity: String
  package var religion: String
  package var origin: Address
  package var birthRegistration: Address
  /// Residence in units of before July 2025, and since.
  package var formerResidence: Address
  package var residence: Address
  /// Personal identification marks as cards describe them.
  package var marks: String
  package var fatherName: String
  package var motherName: String
  package var phone: String
  package var email: String
  /// Ten digits.
  package var socialInsuranceNumber: String
  /// Ten digits.
  package var householdNumber: String

  /// The name in capitals.
  package var capitalName: String { name.uppercased() }
  package var surname: String { String(name.split(separator: " ").first ?? "") }

  /// The residence in units of the time of `date`.
  package func residence(on date: CalendarDate) -> Address {
    date < PersonMaker.reform ? formerResidence : residence
  }
}
