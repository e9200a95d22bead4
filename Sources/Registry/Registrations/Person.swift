internal import Documents

/// The numbers by which the registry knows a person.
struct Person: Hashable {
  let socialInsuranceNumber: String?
  let idNumber: String?

  init(_ socialInsuranceNumber: String?, _ idNumber: String?) {
    self.socialInsuranceNumber = socialInsuranceNumber
    self.idNumber = idNumber
  }

  /// The person whom a registration is about.
  init(_ registration: Registration) {
    self.init(
      registration.text(.socialInsuranceNumber),
      registration.text(.idNumber) ?? registration.text(.personalNumber))
  }

  /// Whether `other` is the same person, as far as both are known.
  ///
  /// A personal number of twelve digits replaces a social insurance number, so one stands for the
  /// other.
  func isSame(as other: Person) -> Bool {
    let mine = Set([socialInsuranceNumber, idNumber].compactMap(\.self))
    let theirs = Set([other.socialInsuranceNumber, other.idNumber].compactMap(\.self))
    return !mine.isDisjoint(with: theirs)
  }
}
