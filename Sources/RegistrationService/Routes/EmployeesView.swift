internal import Registry

/// The employees of a unit as the service tells them.
struct EmployeesView: Encodable {
  struct Employee: Encodable {
    var line: Int
    var name: String
    var birthDate: String?
    var number: String?
    var idNumber: String?
    var phone: String?
    var email: String?
    var standing: EmployeeStatus.Standing
    var conflicts: [EmployeeStatus.Conflict]
    var registration: String?
    var state: String?

    init(_ status: EmployeeStatus) {
      line = status.person.line
      name = status.person.name
      birthDate = status.person.birthDate
      number = status.person.number
      idNumber = status.person.idNumber
      phone = status.person.phone
      email = status.person.email
      standing = status.standing
      conflicts = status.conflicts
      registration = status.registration?.id
      state = status.registration?.state
    }
  }

  /// How many employees stand where.
  var totals: [String: Int]
  var employees: [Employee]
  /// The rows of a list that were not taken.
  var faults: [ListFault]?

  init(_ all: [EmployeeStatus], page: [EmployeeStatus], faults: [ListFault]?) {
    totals = Dictionary(
      uniqueKeysWithValues: EmployeeStatus.Standing.allCases.map { standing in
        (standing.rawValue, all.count { $0.standing == standing })
      })
    employees = page.map(Employee.init)
    self.faults = faults
  }
}
