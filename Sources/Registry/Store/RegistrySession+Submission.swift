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
    let parsed = Result { try Registration(checking: body) }
    let known = try whatIsKnown(of: try? parsed.get(), key: key, office: office)
    if let submission = known.submission {
      guard submission.digest == digest else { throw Problem.keyMismatch }
      try note(caller, "submit", target: "R-\(submission.registration)", outcome: "repeated")
      return (false, submission.receipt)
    }
    let registration = try parsed.get()
    try claimPhone(of: registration, owner: known.phoneOwner)
    let receipt =
      try (known.hasRegistrations ? fulfil(registration, caller: caller) : nil)
      ?? open(registration, caller: caller)
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

  /// What the tables hold of a submission before it is taken in.
  private struct Known {
    /// The submission that came with the same key before.
    var submission: (digest: String, receipt: [UInt8], registration: Int64)?
    /// Whose phone it names, where somebody has it.
    var phoneOwner: Person?
    /// Whether there are registrations with one of its person's numbers.
    var hasRegistrations: Bool
  }

  /// Asked in one query, since each is a way to the server and back: all of it is found by indexes.
  private static let knownOfSubmission = """
    SELECT known.body_sha256, known.receipt, known.registration_id,
      phones.phone, phones.social_insurance_number, phones.id_number,
      CAST(CASE WHEN
        EXISTS (SELECT 1 FROM registrations WHERE social_insurance_number = ?)
        OR EXISTS (SELECT 1 FROM registrations WHERE id_number = ?)
        OR EXISTS (SELECT 1 FROM registrations WHERE social_insurance_number = ?)
        OR EXISTS (SELECT 1 FROM registrations WHERE id_number = ?)
      THEN 1 ELSE 0 END AS BIGINT)
    FROM (SELECT 1 AS one) AS once
    LEFT JOIN submissions AS known ON known.office = ? AND known.idempotency_key = ?
    LEFT JOIN phones ON phones.phone = ?
    """

  private func whatIsKnown(
    of registration: Registration?, key: String, office: String
  ) throws -> Known {
    let person = registration.map(Person.init)
    let numbers = [person?.socialInsuranceNumber, person?.idNumber].map { DatabaseValue($0) }
    let row = try database.row(
      Self.knownOfSubmission,
      [
        numbers[0], numbers[0], numbers[1], numbers[1], .text(office), .text(key),
        DatabaseValue(registration?.text(.phone)),
      ])
    guard let row else { preconditionFailure("a row without a condition") }
    return Known(
      submission: row.optionalText(0).map { ($0, row.blob(1), row.integer(2)) },
      phoneOwner: row.optionalText(3).map { _ in Person(row.optionalText(4), row.optionalText(5)) },
      hasRegistrations: row.integer(6) == 1)
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
      opened = try move(opened, to: paper.to, by: .program, note: nil)
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
      return receipt(for: try move(waiting, to: paper.to, by: .program, note: nil))
    }
    return nil
  }

  private func receipt(for registration: StoredRegistration) -> RegistrationReceipt {
    RegistrationReceipt(
      id: registration.id, type: registration.type, state: registration.state,
      receivedAt: registration.receivedAt.ISO8601Format())
  }

  /// Notes whose phone it is; throws when it is another person's.
  private func claimPhone(of registration: Registration, owner: Person?) throws {
    let person = Person(registration)
    guard let phone = registration.text(.phone), person != Person(nil, nil) else { return }
    guard let owner else {
      try database.write(
        "INSERT INTO phones (phone, social_insurance_number, id_number) VALUES (?, ?, ?)",
        [
          .text(phone), DatabaseValue(person.socialInsuranceNumber), DatabaseValue(person.idNumber),
        ])
      return
    }
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
