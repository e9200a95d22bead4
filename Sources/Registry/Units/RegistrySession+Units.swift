internal import Foundation
internal import RecordStore

extension RegistrySession {
  /// The units that `caller` sees, in the order of their codes, behind the code `after`; at most
  /// `limit`, and what other offices have under the last code.
  func units(after code: String, limit: Int, for caller: Caller) throws -> [StoredUnit] {
    func page(_ condition: String, _ values: [DatabaseValue], limit: Int) throws -> [StoredUnit] {
      try database.execute(
        """
        SELECT id, office, code, name, changed_at FROM units
        WHERE \(condition) AND (? = '*' OR office = ?) ORDER BY code, office LIMIT ?
        """,
        values + [
          .text(caller.office == nil ? "*" : ""), .text(caller.office ?? ""),
          .integer(Int64(limit)),
        ]
      ).map(unit)
    }
    let first = try page("code > ?", [.text(code)], limit: limit)
    guard first.count == limit, let last = first.last else { return first }
    return try first
      + page("code = ? AND office > ?", [.text(last.code), .text(last.office)], limit: 10_000)
  }

  /// The unit with this code in an office.
  func unit(_ code: String, office: String) throws -> StoredUnit {
    let row = try database.row(
      "SELECT id, office, code, name, changed_at FROM units WHERE office = ? AND code = ?",
      [.text(office), .text(code)])
    guard let row else { throw Problem.unknownUnit }
    return try unit(row)
  }

  private func unit(_ row: DatabaseRow) throws -> StoredUnit {
    let contacts = try database.execute(
      "SELECT name, phone, email FROM contacts WHERE unit_id = ? ORDER BY id",
      [.integer(row.integer(0))])
    return StoredUnit(
      number: row.integer(0), office: row.text(1), code: row.text(2),
      unit: EmployerUnit(
        name: row.text(3),
        contacts: contacts.map { contact in
          EmployerUnit.Contact(
            name: contact.text(0), phone: contact.optionalText(1), email: contact.optionalText(2))
        }), changedAt: Self.date(row.integer(4)))
  }

  /// Writes a unit down; tells whether it is new.
  func put(_ unit: EmployerUnit, code: String, office: String) throws -> Bool {
    let known = try database.row(
      "SELECT id FROM units WHERE office = ? AND code = ?", [.text(office), .text(code)])
    let row = try database.row(
      """
      INSERT INTO units (office, code, name, changed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (office, code) DO UPDATE SET name = excluded.name,
        changed_at = excluded.changed_at
      RETURNING id
      """, [.text(office), .text(code), .text(unit.name), .integer(now)])
    let id = row?.integer(0) ?? 0
    try database.write("DELETE FROM contacts WHERE unit_id = ?", [.integer(id)])
    for contact in unit.contacts {
      try database.write(
        "INSERT INTO contacts (unit_id, name, phone, email) VALUES (?, ?, ?, ?)",
        [
          .integer(id), .text(contact.name), DatabaseValue(contact.phone),
          DatabaseValue(contact.email),
        ])
    }
    return known == nil
  }

  /// Puts `persons` in the place of a unit's employees.
  func replaceEmployees(of unit: StoredUnit, by persons: [ListedPerson]) throws {
    try database.write("DELETE FROM employees WHERE unit_id = ?", [.integer(unit.number)])
    for person in persons {
      try database.write(
        """
        INSERT INTO employees (unit_id, line, full_name, birth_date, social_insurance_number,
          id_number, phone, email) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .integer(unit.number), .integer(Int64(person.line)), .text(person.name),
          DatabaseValue(person.birthDate), DatabaseValue(person.number),
          DatabaseValue(person.idNumber), DatabaseValue(person.phone), DatabaseValue(person.email),
        ])
    }
    try database.write(
      "UPDATE units SET changed_at = ? WHERE id = ?", [.integer(now), .integer(unit.number)])
  }

  /// Where each employee of a unit stands, in the order of the list.
  func employees(of unit: StoredUnit, for caller: Caller) throws -> [EmployeeStatus] {
    let id = DatabaseValue.integer(unit.number)
    let registrations = try registrations(ofEmployeesOf: unit)
    // Every employee is compared by either number with the lists of participants and phones.
    var participants: [Int64: [Participant]] = [:]
    for row in try database.execute(
      """
      SELECT e.id, p.number, p.full_name, p.birth_date, p.id_number FROM employees e
      JOIN participants p ON p.number = e.social_insurance_number WHERE e.unit_id = ?
      """, [id])
    {
      participants[row.integer(0), default: []].append(
        Participant(
          number: row.text(1), name: row.text(2), birthDate: row.optionalText(3),
          idNumber: row.optionalText(4)))
    }
    var owners: [Int64: Person] = [:]
    for row in try database.execute(
      """
      SELECT e.id, o.social_insurance_number, o.id_number FROM employees e
      JOIN phones o ON o.phone = e.phone WHERE e.unit_id = ?
      """, [id])
    {
      owners[row.integer(0)] = Person(row.optionalText(1), row.optionalText(2))
    }
    return try database.execute(
      """
      SELECT id, line, full_name, birth_date, social_insurance_number, id_number, phone, email
      FROM employees WHERE unit_id = ? ORDER BY id
      """, [id]
    ).map { row in
      let person = ListedPerson(
        line: Int(row.integer(1)), number: row.optionalText(4), name: row.text(2),
        birthDate: row.optionalText(3), idNumber: row.optionalText(5), phone: row.optionalText(6),
        email: row.optionalText(7))
      return status(
        of: person, registrations: registrations[row.integer(0)] ?? [],
        participants: participants[row.integer(0)] ?? [], owner: owners[row.integer(0)],
        for: caller)
    }
  }

  private struct Claim {
    let registration: StoredRegistration
    let person: Person
    let name: String?
    let birthDate: String?
  }

  /// The registrations of accounts that have not ended, by the employee whose number they have.
  private func registrations(ofEmployeesOf unit: StoredUnit) throws -> [Int64: [Claim]] {
    let columns = Self.columns.split(separator: ", ").map { "r.\($0)" }.joined(separator: ", ")
    let joins = ["social_insurance_number", "id_number"].flatMap { mine in
      ["social_insurance_number", "id_number"].map { theirs in
        """
        SELECT e.id AS employee, \(columns), r.social_insurance_number, r.id_number, r.full_name,
          r.birth_date
        FROM employees e JOIN registrations r ON r.\(theirs) = e.\(mine)
        WHERE e.unit_id = ? AND r.type = 'individual-account'
        """
      }
    }
    let rows = try database.execute(
      joins.joined(separator: "\nUNION\n") + "\nORDER BY 1, 2",
      Array(repeating: .integer(unit.number), count: joins.count))
    var claims: [Int64: [Claim]] = [:]
    for row in rows {
      guard let found = registration(row, from: 1),
        workflows[found.type].states[found.state]?.releasesPhone != true
      else { continue }
      claims[row.integer(0), default: []].append(
        Claim(
          registration: found, person: Person(row.optionalText(8), row.optionalText(9)),
          name: row.optionalText(10), birthDate: row.optionalText(11)))
    }
    return claims
  }

  private func status(
    of person: ListedPerson, registrations: [Claim], participants: [Participant], owner: Person?,
    for caller: Caller
  ) -> EmployeeStatus {
    var conflicts: Set<EmployeeStatus.Conflict> = []
    func differ(_ left: String?, _ right: String?) -> Bool {
      guard let left, let right else { return false }
      return !PersonComparison.isCompatible(left, right)
    }
    for claim in registrations {
      if let name = claim.name, !PersonComparison.isSame(name, person.name) {
        conflicts.insert(.name)
      }
      if differ(claim.birthDate, person.birthDate) { conflicts.insert(.birthDate) }
    }
    if let first = registrations.first,
      registrations.dropFirst().contains(where: { !$0.person.isSame(as: first.person) })
    {
      conflicts.insert(.numbers)
    }
    let myself = Person(person.number, person.idNumber)
    if let owner, myself != Person(nil, nil), !owner.isSame(as: myself) {
      conflicts.insert(.phone)
    }
    if participants.contains(where: { participant in
      !PersonComparison.isSame(participant.name, person.name)
        || differ(participant.birthDate, person.birthDate)
    }) {
      conflicts.insert(.participant)
    }
    let seen = registrations.last {
      caller.office == nil || caller.office == $0.registration.office
    }
    return EmployeeStatus(
      person: person,
      standing: !conflicts.isEmpty ? .conflict : registrations.isEmpty ? .missing : .registered,
      conflicts: EmployeeStatus.Conflict.allCases.filter(conflicts.contains),
      registration: seen?.registration)
  }
}
