internal import Documents
internal import Foundation
internal import RecordStore

extension RegistrySession {
  /// The participant that a registration is about; nil when no list was taken in yet.
  func match(_ registration: Registration) throws -> ParticipantMatch? {
    guard try database.row("SELECT number FROM participants LIMIT 1") != nil else { return nil }
    let person = Person(registration)
    let name = registration.text(.fullName)
    let birthDate = registration.text(.dateOfBirth)
    let numbers = [person.socialInsuranceNumber, person.idNumber].compactMap(\.self)
    var found: [String: Participant] = [:]
    for number in numbers {
      for participant in try participants("number = ? OR id_number = ?", [number, number]) {
        found[participant.number] = participant
      }
    }
    if !found.isEmpty {
      let agree = found.values.allSatisfy { participant in
        name.map { PersonComparison.isSame($0, participant.name) } ?? true
          && birthDate.flatMap { date in
            participant.birthDate.map { PersonComparison.isCompatible(date, $0) }
          } ?? true
      }
      return ParticipantMatch(
        outcome: !agree ? .conflict : found.count == 1 ? .known : .ambiguous,
        participants: found.keys.sorted())
    }
    guard let name, let birthDate, let year = PersonComparison.year(birthDate) else {
      return ParticipantMatch(outcome: .unknown, participants: [])
    }
    let alike = try participants(
      "name_key = ? AND birth_year = ?",
      [.text(PersonComparison.key(name)), .integer(year)])
    let candidates = alike.filter { participant in
      PersonComparison.isSame(name, participant.name)
        && PersonComparison.isCompatible(birthDate, participant.birthDate ?? "")
    }
    // A card that is known already is another person's, unless it is the one at hand.
    let free = candidates.filter { participant in
      participant.idNumber.map { numbers.contains($0) || $0.utf8.count != 12 } ?? true
    }
    let outcome: ParticipantMatch.Outcome =
      switch free.count {
      case 0: candidates.isEmpty ? .unknown : .conflict
      case 1: .known
      default: .ambiguous
      }
    return ParticipantMatch(
      outcome: outcome, participants: (free.isEmpty ? candidates : free).map { $0.number })
  }

  /// How a registration was held against the list; nil when it was not.
  func match(of registration: StoredRegistration, body: [UInt8]?) throws -> ParticipantMatch? {
    let row = try database.row(
      "SELECT matching, participant FROM registrations WHERE id = ?",
      [.integer(registration.number)])
    guard let outcome = row?.optionalText(0).flatMap(ParticipantMatch.Outcome.init) else {
      return nil
    }
    if let participant = row?.optionalText(1) {
      return ParticipantMatch(outcome: outcome, participants: [participant])
    }
    let now = try body.flatMap {
      try match(JSONDecoder().decode(Registration.self, from: Data($0)))
    }
    return ParticipantMatch(outcome: outcome, participants: now?.participants ?? [])
  }

  /// A participant as the list has it.
  struct Participant {
    let number: String
    let name: String
    let birthDate: String?
    let idNumber: String?
  }

  func participant(_ number: String) throws -> Participant? {
    try participants("number = ?", [.text(number)]).first
  }

  private func participants(
    _ condition: String, _ values: [DatabaseValue]
  ) throws -> [Participant] {
    try database.execute(
      """
      SELECT number, full_name, birth_date, id_number FROM participants WHERE \(condition)
      ORDER BY number LIMIT 20
      """, values
    ).map { row in
      Participant(
        number: row.text(0), name: row.text(1), birthDate: row.optionalText(2),
        idNumber: row.optionalText(3))
    }
  }

  private func participants(_ condition: String, _ numbers: [String]) throws -> [Participant] {
    try participants(condition, numbers.map(DatabaseValue.text))
  }

  /// Takes a participant in; tells whether the number is new, and whether it was known otherwise.
  func take(_ person: ListedPerson, number: String) throws -> (isNew: Bool, isChanged: Bool) {
    let known = try participant(number)
    if let known, known.name == person.name, known.birthDate == person.birthDate,
      person.idNumber == nil || known.idNumber == person.idNumber
    {
      return (false, false)
    }
    try database.write(
      """
      INSERT INTO participants (number, full_name, name_key, birth_date, birth_year, id_number,
        changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (number) DO UPDATE SET full_name = excluded.full_name,
        name_key = excluded.name_key, birth_date = excluded.birth_date,
        birth_year = excluded.birth_year,
        id_number = coalesce(excluded.id_number, participants.id_number),
        changed_at = excluded.changed_at
      """,
      [
        .text(number), .text(person.name), .text(PersonComparison.key(person.name)),
        DatabaseValue(person.birthDate),
        .integer(person.birthDate.flatMap(PersonComparison.year) ?? 0),
        DatabaseValue(person.idNumber), .integer(now),
      ])
    return (known == nil, known != nil)
  }

  /// Holds a registration against the list, and leads it where a doubt belongs.
  func settle(_ opened: StoredRegistration, _ registration: Registration) throws {
    guard let rule = workflows[opened.type].participant, let match = try match(registration) else {
      return
    }
    let former = try database.row(
      "SELECT matching FROM registrations WHERE id = ?", [.integer(opened.number)])
    guard former?.optionalText(0) != match.outcome.rawValue else { return }
    try database.write(
      "UPDATE registrations SET matching = ?, participant = ? WHERE id = ?",
      [
        .text(match.outcome.rawValue),
        DatabaseValue(match.outcome == .known ? match.participants.first : nil),
        .integer(opened.number),
      ])
    try note(.program, "match", target: opened.id, outcome: match.outcome.rawValue)
    if match.outcome != .known, rule.in.contains(opened.state) {
      try move(opened, to: rule.doubt, by: .program, note: nil)
    }
  }

  /// Holds the registrations against the list that found nobody in it before; returns how many do now.
  func settleAgain(after number: Int64, limit: Int) throws -> (last: Int64?, matched: Int) {
    var matched = 0
    let waiting = try database.execute(
      """
      SELECT \(Self.columns) FROM registrations
      WHERE id > ? AND type = ? AND (matching IS NULL OR matching <> 'known')
      ORDER BY id LIMIT ?
      """,
      [
        .integer(number), .text(RegistrationType.identityUpdate.rawValue),
        .integer(Int64(limit)),
      ]
    ).compactMap(registration)
    for registration in waiting {
      guard let rule = workflows[registration.type].participant,
        rule.in.contains(registration.state) || rule.doubt == registration.state,
        let body = try bodies(of: registration).first
      else { continue }
      try settle(registration, JSONDecoder().decode(Registration.self, from: Data(body)))
      let row = try database.row(
        "SELECT id FROM registrations WHERE id = ? AND matching = 'known'",
        [.integer(registration.number)])
      matched += row == nil ? 0 : 1
    }
    return (waiting.last?.number, matched)
  }

  /// Writes the card of a registration beside its participant, whom a person may have named.
  func record(_ registration: StoredRegistration, participant named: String?) throws {
    let row = try database.row(
      "SELECT participant, id_number FROM registrations WHERE id = ?",
      [.integer(registration.number)])
    let hasList = try database.row("SELECT number FROM participants LIMIT 1") != nil
    guard hasList || named != nil else { return }
    guard let number = named ?? row?.optionalText(0), try participant(number) != nil else {
      throw Problem.participantNeeded.saying(
        "Give the number of the participant whom it is about.")
    }
    try database.write(
      "UPDATE registrations SET participant = ? WHERE id = ?",
      [.text(number), .integer(registration.number)])
    try database.write(
      "UPDATE participants SET id_number = coalesce(?, id_number), changed_at = ? WHERE number = ?",
      [DatabaseValue(row?.optionalText(1)), .integer(now), .text(number)])
    try note(.program, "participant-update", target: registration.id, outcome: "recorded")
  }
}
