package import Documents

/// An invented person with everything that cards and forms print about one.
package struct Person: Hashable, Sendable {
  /// Male or female.
  package var sex: Sex
  /// As written in running text: `Nguyễn Văn Đức`.
  package var name: String
  /// The day of birth.
  package var birth: CalendarDate
  /// Whether early documents know no more than the year of birth.
  package var isBirthYearOnly: Bool
  /// The twelve-digit number.
  package var personalNumber: String
  /// The nine-digit number of former cards.
  package var formerNumber: String
  /// The ethnic group, by its usual name.
  package var ethnicity: String
  /// The religion, or `Không`.
  package var religion: String
  /// Where the family comes from.
  package var origin: Address
  /// Where the birth was registered.
  package var birthRegistration: Address
  /// Residence in units of before July 2025, and since.
  package var formerResidence: Address
  /// Where the person lives.
  package var residence: Address
  /// Personal identification marks as cards describe them.
  package var marks: String
  /// The name of the father.
  package var fatherName: String
  /// The name of the mother.
  package var motherName: String
  /// A mobile number with its leading zero.
  package var phone: String
  /// A mail address.
  package var email: String
  /// Ten digits.
  package var socialInsuranceNumber: String
  /// Ten digits.
  package var householdNumber: String

  /// The name in capitals.
  package var capitalName: String { name.uppercased() }
  /// The first syllable of the name.
  package var surname: String { String(name.split(separator: " ").first ?? "") }

  /// The residence in units of the time of `date`.
  package func residence(on date: CalendarDate) -> Address {
    date < PersonMaker.reform ? formerResidence : residence
  }
}
