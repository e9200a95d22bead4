internal import RecordStore

extension RegistryStore {
  /// The units that `caller` sees, behind the code `after`; the audit trail notes it.
  package func units(
    after code: String, limit: Int, for caller: Caller
  ) throws -> [StoredUnit] {
    try transaction { session in
      let units = try session.units(after: code, limit: limit, for: caller)
      try session.note(caller, "list-units", target: "", outcome: "\(units.count)")
      return units
    }
  }

  /// The unit with this code, in the caller's office or in `office`; the audit trail notes it.
  package func unit(_ code: String, office: String?, for caller: Caller) throws -> StoredUnit {
    try transaction { session in
      let unit = try session.unit(code, office: Self.office(office, of: caller))
      try session.note(caller, "read-unit", target: unit.code, outcome: unit.office)
      return unit
    }
  }

  /// Writes a unit down; tells whether it is new.
  package func put(
    _ unit: EmployerUnit, code: String, office: String?, by caller: Caller
  ) throws -> (unit: StoredUnit, isNew: Bool) {
    guard EmployerUnit.isCode(code) else { throw Problem.unknownUnit }
    try unit.check()
    let office = try Self.office(office, of: caller)
    return try transaction { session in
      let isNew = try session.put(unit, code: code, office: office)
      try session.note(caller, "put-unit", target: code, outcome: isNew ? "new" : "changed")
      return (try session.unit(code, office: office), isNew)
    }
  }

  /// Puts a list in the place of a unit's employees, and tells where each of them stands.
  package func replaceEmployees(
    ofUnit code: String, office: String?, by list: PersonList, caller: Caller
  ) throws -> [EmployeeStatus] {
    let office = try Self.office(office, of: caller)
    return try transaction { session in
      let unit = try session.unit(code, office: office)
      try session.replaceEmployees(of: unit, by: list.persons)
      try session.note(
        caller, "put-employees", target: code, outcome: "\(list.persons.count) persons")
      return try session.employees(of: unit, for: caller)
    }
  }

  /// Where each employee of a unit stands; the audit trail notes it.
  package func employees(
    ofUnit code: String, office: String?, for caller: Caller
  ) throws -> [EmployeeStatus] {
    let office = try Self.office(office, of: caller)
    return try transaction { session in
      let unit = try session.unit(code, office: office)
      let employees = try session.employees(of: unit, for: caller)
      try session.note(
        caller, "read-employees", target: code, outcome: "\(employees.count) persons")
      return employees
    }
  }

  /// The office whose units are meant: the caller's own, or the one that was named.
  private static func office(_ named: String?, of caller: Caller) throws(Problem) -> String {
    guard let own = caller.office else { return named ?? "" }
    guard named == nil || named == own else { throw .unknownUnit }
    return own
  }
}
