internal import ContentHash
internal import Documents
internal import Foundation
internal import RecordStore

extension RegistrySession {
  func submit(
    _ body: [UInt8], key: String, caller: Caller
  ) throws -> (isNew: Bool, receipt: [UInt8]) {
    let digest = SHA256Digest(of: body).hexadecimal
    let office = caller.office ?? ""
    let known = try database.row(
      """
      SELECT body_sha256, receipt, registration_id FROM submissions
      WHERE office = ? AND idempotency_key = ?
      """,
      [.text(office), .text(key)])
    if let known {
      guard known.text(0) == digest else { throw Problem.keyMismatch }
      try note(caller, "submit", target: "R-\(known.integer(2))", outcome: "repeated")
      return (false, known.blob(1))
    }
    let registration = try Registration(checking: body)
    try claimPhone(of: registration)
    let receipt =
      try fulfil(registration, caller: caller) ?? open(registration, caller: caller)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = Array(try encoder.encode(receipt))
    guard let number = StoredRegistration.number(in: receipt.id) else {
      preconditionFailure("a receipt names a registration")
    }
    try database.write(
      """
      INSERT INTO submissions (office, idempotency_key, body_sha256, registration_id, body,
        receipt, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(office), .text(key), .text(digest), .integer(number), .blob(body), .blob(bytes),
        .integer(now),
      ])
    try note(caller, "submit", target: receipt.id, outcome: receipt.state)
    try notify(number)
    return (true, bytes)
  }

  private func isSigned(_ registration: Registration) -> Bool {
    registration.text(.declarantSignature) == "present"
  }

  private func open(
    _ registration: Registration, caller: Caller
  ) throws -> RegistrationReceipt {
    let workflow = workflows[registration.type]
    let person = Person(registration)
    let last =
      try lastNumber ?? database.row("SELECT max(id) FROM registrations")?.integer(0) ?? 0
    let number = last + 1
    lastNumber = number
    let due = workflow.deadline(in: workflow.initial).map { now + Int64($0.days) * 86_400_000 }
    try database.write(
      """
      INSERT INTO registrations (id, type, state, office, social_insurance_number, id_number,
        phone, email, full_name, birth_date, received_at, changed_at, due_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(number), .text(registration.type.rawValue), .text(workflow.initial),
        .text(caller.office ?? ""), DatabaseValue(person.socialInsuranceNumber),
        DatabaseValue(person.idNumber), DatabaseValue(registration.text(.phone)),
        DatabaseValue(registration.text(.email).flatMap { Notice.isAddress($0) ? $0 : nil }),
        DatabaseValue(registration.text(.fullName)),
        DatabaseValue(registration.text(.dateOfBirth)), .integer(now), .integer(now),
        DatabaseValue(due),
      ])
    try insertChange(of: number, to: workflow.initial, by: caller, note: nil)
    var opened = StoredRegistration(
      number: number, type: registration.type, state: workflow.initial,
      office: caller.office ?? "", receivedAt: Self.date(now), changedAt: Self.date(now),
      dueAt: due.map(Self.date))
    // A form that comes signed is the paper that it would have waited for.
    if let paper = workflow.paper, paper.in.contains(opened.state), isSigned(registration) {
      try move(opened, to: paper.to, by: .program, note: nil)
      opened = try stored(number) ?? opened
    }
    if workflow.participant != nil {
      try settle(opened, registration)
      opened = try stored(number) ?? opened
    }
    return receipt(for: opened)
  }

  /// The receipt of the registration that waits for this signed form, if one does.
  private func fulfil(
    _ registration: Registration, caller: Caller
  ) throws -> RegistrationReceipt? {
    guard let paper = workflows[registration.type].paper, isSigned(registration) else { return nil }
    let person = Person(registration)
    let numbers = [person.socialInsuranceNumber, person.idNumber].compactMap(\.self)
    for number in numbers {
      let waiting = try database.execute(
        """
        SELECT \(Self.columns) FROM registrations
        WHERE id IN (\(Self.idsOfNumber)) AND type = ? AND office = ?
        ORDER BY id
        """,
        [
          .text(number), .text(number), .text(registration.type.rawValue),
          .text(caller.office ?? ""),
        ]
      ).compactMap(self.registration).first { paper.in.contains($0.state) }
      guard let waiting else { continue }
      try move(waiting, to: paper.to, by: .program, note: nil)
      return receipt(for: try stored(waiting.number) ?? waiting)
    }
    return nil
  }

  private func receipt(for registration: StoredRegistration) -> RegistrationReceipt {
    RegistrationReceipt(
      id: registration.id, type: registration.type, state: registration.state,
      receivedAt: registration.receivedAt.ISO8601Format())
  }

  /// Notes whose phone it is; throws when it is another person's.
  private func claimPhone(of registration: Registration) throws {
    let person = Person(registration)
    guard let phone = registration.text(.phone), person != Person(nil, nil) else { return }
    let row = try database.row(
      "SELECT social_insurance_number, id_number FROM phones WHERE phone = ?", [.text(phone)])
    guard let row else {
      try database.write(
        "INSERT INTO phones (phone, social_insurance_number, id_number) VALUES (?, ?, ?)",
        [
          .text(phone), DatabaseValue(person.socialInsuranceNumber), DatabaseValue(person.idNumber),
        ])
      return
    }
    let owner = Person(row.optionalText(0), row.optionalText(1))
    guard owner.isSame(as: person) else { throw Problem.phoneTaken }
    try database.write(
      """
      UPDATE phones SET social_insurance_number = coalesce(social_insurance_number, ?),
        id_number = coalesce(id_number, ?) WHERE phone = ?
      """,
      [DatabaseValue(person.socialInsuranceNumber), DatabaseValue(person.idNumber), .text(phone)])
  }

  /// Gives the phone of a registration up, unless another registration that has not ended uses it.
  func releasePhone(of number: Int64) throws {
    let phone = try database.row(
      "SELECT phone FROM registrations WHERE id = ?", [.integer(number)])?.optionalText(0)
    guard let phone else { return }
    let others = try database.execute(
      "SELECT \(Self.columns) FROM registrations WHERE phone = ? AND id <> ?",
      [.text(phone), .integer(number)]
    ).compactMap(registration)
    let isUsed = others.contains { other in
      workflows[other.type].states[other.state]?.releasesPhone != true
    }
    if !isUsed { try database.write("DELETE FROM phones WHERE phone = ?", [.text(phone)]) }
  }
}
