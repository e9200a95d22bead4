/// Where an employee of a unit stands.
package struct EmployeeStatus: Hashable, Sendable {
  /// Whether the employee has an account, or is on the way to it.
  package enum Standing: String, Hashable, Codable, CaseIterable, Sendable {
    /// There is an account, or a registration that has not ended.
    case registered
    /// There is none.
    case missing
    /// What the unit says does not agree with what the registry has.
    case conflict
  }

  /// What does not agree.
  package enum Conflict: String, Hashable, Codable, CaseIterable, Sendable {
    /// The registration of that number has another name.
    case name
    /// The registration of that number has another date of birth.
    case birthDate = "birth-date"
    /// The two numbers belong to registrations of different persons.
    case numbers
    /// The phone number belongs to another person.
    case phone
    /// The list of participants has another name or date of birth for that number.
    case participant
  }

  /// The employee.
  package let person: ListedPerson
  /// Where the employee stands.
  package let standing: Standing
  /// What does not agree.
  package let conflicts: [Conflict]
  /// The registration, where it is of the same office.
  package let registration: StoredRegistration?
}
