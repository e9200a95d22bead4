internal import RecordStore

/// What was erased of a person in a registry.
package struct ErasedRegistrations: Hashable, Codable, Sendable {
  /// The registrations that named the person; each stays as a number, a type and its history.
  package var registrations: [String] = []
  /// Entries of the lists of participants and employees.
  package var listed = 0
}

extension RegistryStore {
  /// Erases the person with `number`, in one transaction; to do it again erases what came since.
  ///
  /// What was submitted goes, numbers, names, phones, notifications and entries of lists. The audit trail
  /// stays whole, since it holds hashes and names of registrations alone, and gets an entry of this.
  package func forget(
    number: String, by caller: Caller = .program
  ) throws -> ErasedRegistrations {
    let erased = try transaction { try $0.forget(number: number, by: caller) }
    try compact()
    return erased
  }
}

extension RegistrySession {
  func forget(number: String, by caller: Caller) throws -> ErasedRegistrations {
    try database.overwritesDeleted()
    var erased = ErasedRegistrations()
    var found = Set(
      try database.execute(
        "SELECT id FROM registrations WHERE social_insurance_number = ? OR id_number = ?",
        [.text(number), .text(number)]
      ).map { $0.integer(0) })
    found.formUnion(try registrations(mentioning: number))
    // A phone is given up with the registration that claimed it, by whichever number that was.
    try database.execute(
      """
      DELETE FROM phones WHERE social_insurance_number = ? OR id_number = ? OR phone IN (
        SELECT phone FROM registrations WHERE social_insurance_number = ? OR id_number = ?)
      """, Array(repeating: .text(number), count: 4))
    for id in found.sorted() {
      try erase(id)
      erased.registrations.append("R-\(id)")
    }
    try database.execute(
      "DELETE FROM participants WHERE number = ? OR id_number = ?", [.text(number), .text(number)])
    erased.listed += database.changedCount
    try database.execute(
      "DELETE FROM employees WHERE social_insurance_number = ? OR id_number = ?",
      [.text(number), .text(number)])
    erased.listed += database.changedCount
    try note(
      caller, "forget", target: erased.registrations.joined(separator: " "),
      outcome: "\(erased.registrations.count) registrations, \(erased.listed) entries of lists")
    return erased
  }

  /// Registrations with a submission that holds `number` anywhere.
  private func registrations(mentioning number: String) throws -> Set<Int64> {
    var found: Set<Int64> = []
    var last: Int64 = 0
    let digits = Array(number.utf8)
    while true {
      let rows = try database.execute(
        "SELECT id, registration_id, body FROM submissions WHERE id > ? ORDER BY id LIMIT 200",
        [.integer(last)])
      guard let final = rows.last else { return found }
      for row in rows where row.blob(2).contains(digits) { found.insert(row.integer(1)) }
      last = final.integer(0)
    }
  }

  private func erase(_ id: Int64) throws {
    // What stays tells that something was, of what type, and when.
    try database.execute(
      """
      UPDATE registrations SET social_insurance_number = NULL, id_number = NULL, phone = NULL,
        email = NULL, full_name = NULL, birth_date = NULL, matching = NULL, participant = NULL,
        due_at = NULL
      WHERE id = ?
      """, [.integer(id)])
    // The key and the digest stay, so that a repeat is known.
    try database.execute(
      "UPDATE submissions SET body = ? WHERE registration_id = ?",
      [.blob(Self.erasedBody), .integer(id)])
    try database.execute(
      "UPDATE transitions SET note = NULL WHERE registration_id = ?", [.integer(id)])
    try database.execute("DELETE FROM notifications WHERE registration_id = ?", [.integer(id)])
  }
}

extension RegistryDatabase {
  /// Has what is deleted overwritten.
  fileprivate func overwritesDeleted() throws {
    // PostgreSQL gives the room back when it is compacted.
    if self is Database { try execute("PRAGMA secure_delete = ON") }
  }

  /// Rewrites the tables without the room of what was deleted.
  func compact() throws {
    guard self is Database else {
      for table in [
        "registrations", "submissions", "transitions", "notifications", "phones", "participants",
        "employees",
      ] {
        try execute("VACUUM FULL \(table)")
      }
      return
    }
    try execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try execute("VACUUM")
    try execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
