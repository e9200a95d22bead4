import Foundation
import Postgres
import RecordStore
import Registry
import RegistrySupport

/// What must be true of a registry, whatever was killed while it worked.
struct FaultCheck {
  let seed: UInt64
  let place: RegistryPlace
  let spool: String
  /// The answers that were given, by key.
  let answers: [String: [UInt8]]
  /// The states to which registrations were led, by id.
  let led: [String: String]

  func run(into tally: inout FaultTally) throws {
    let store = try RegistryStore(place, workflows: .committed())
    func find(_ words: String) { tally.findings.append("seed \(seed): \(words)") }
    let kept = try rows("SELECT idempotency_key, receipt, registration_id FROM submissions")
    let byKey = Dictionary(grouping: kept) { $0.text(0) }
    for (key, answer) in answers where byKey[key]?.first?.blob(1) != answer {
      tally.lost += 1
      find("\(key) was answered and is not kept so")
    }
    for (key, rows) in byKey where rows.count > 1 {
      tally.doubled += 1
      find("\(key) is kept \(rows.count) times")
    }
    // Each submission and registration is whole, or it is not there.
    let broken = [
      "SELECT id FROM registrations WHERE id NOT IN (SELECT registration_id FROM submissions)",
      "SELECT id FROM registrations WHERE id NOT IN (SELECT registration_id FROM transitions)",
      """
      SELECT id FROM registrations WHERE state <> (
        SELECT state FROM transitions WHERE registration_id = registrations.id
        ORDER BY id DESC LIMIT 1)
      """,
      "SELECT phone FROM phones WHERE social_insurance_number IS NULL AND id_number IS NULL",
    ]
    for question in broken {
      let count = try rows(question).count
      tally.halfWritten += count
      if count > 0 { find("\(count) rows of: \(question)") }
    }
    guard case .intact(let entries, _) = try store.verifyAudit() else {
      tally.halfWritten += 1
      find("the audit trail is broken")
      return
    }
    let trail = try store.auditEntries(after: 0, limit: Int(entries))
    let submitted = trail.filter { $0.action == "submit" && $0.outcome != "repeated" }.count
    if submitted != kept.count {
      tally.halfWritten += 1
      find("\(kept.count) submissions, \(submitted) in the trail")
    }
    try checkStates(into: &tally)
    try checkNotifications(into: &tally)
    try checkErasure(into: &tally)
    try checkTokens(trail, into: &tally)
  }

  /// What was led to its end is there, once, and lists are there as a whole.
  private func checkStates(into tally: inout FaultTally) throws {
    let states = Dictionary(
      try rows("SELECT id, state FROM registrations").map { ("R-\($0.integer(0))", $0.text(1)) }
    ) { $1 }
    for (id, state) in led where states[id] != state {
      tally.lost += 1
      tally.findings.append(
        "seed \(seed): \(id) was led to \(state) and is \(states[id] ?? "gone")")
    }
    let twice = try rows(
      "SELECT registration_id, state FROM transitions GROUP BY 1, 2 HAVING count(*) > 1")
    tally.doubled += twice.count
    if !twice.isEmpty { tally.findings.append("seed \(seed): transitions doubled") }
    for table in ["employees", "participants"] {
      let count = try rows("SELECT count(*) FROM \(table)").first?.integer(0) ?? 0
      if count != 10 {
        tally.halfWritten += 1
        tally.findings.append("seed \(seed): \(count) of 10 \(table)")
      }
    }
  }

  /// Each state that has a text is told once, and what was sent is in the spool.
  private func checkNotifications(into tally: inout FaultTally) throws {
    let told = try rows(
      "SELECT registration_id, channel, text, count(*) FROM notifications GROUP BY 1, 2, 3")
    let doubled = told.count { $0.integer(3) > 1 }
    tally.doubled += doubled
    if doubled > 0 { tally.findings.append("seed \(seed): \(doubled) notifications doubled") }
    for row in try rows("SELECT id, state FROM notifications") {
      let isThere = FileManager.default.fileExists(atPath: spool + "/\(row.integer(0)).json")
      if row.text(1) != "sent" || !isThere {
        tally.lost += 1
        tally.findings.append("seed \(seed): notification \(row.integer(0)) is \(row.text(1))")
      }
    }
  }

  /// The person who was erased is nowhere, and the registration stays as one.
  private func checkErasure(into tally: inout FaultTally) throws {
    let rows = try rows(
      """
      SELECT r.social_insurance_number, r.phone, s.body FROM registrations r
      JOIN submissions s ON s.registration_id = r.id WHERE s.idempotency_key = 'erased'
      """)
    let isGone =
      rows.count == 1 && rows[0].optionalText(0) == nil && rows[0].optionalText(1) == nil
      && rows[0].blob(2) == Array("{}".utf8)
    let phones = try self.rows("SELECT phone FROM phones WHERE phone = '0988888888'")
    if !isGone || !phones.isEmpty {
      tally.halfWritten += 1
      tally.findings.append("seed \(seed): an erased person is still there")
    }
  }

  /// Each token, and each end of one, has its entry.
  private func checkTokens(_ trail: [AuditEntry], into tally: inout FaultTally) throws {
    let tokens = try rows("SELECT revoked_at FROM tokens")
    let made = trail.count { $0.action == "token-create" }
    let revoked = trail.count { $0.action == "token-revoke" }
    if tokens.count != made || tokens.count(where: { $0.optionalInteger(0) != nil }) != revoked {
      tally.halfWritten += 1
      tally.findings.append("seed \(seed): tokens and trail differ")
    }
  }

  private func rows(_ sql: String) throws -> [DatabaseRow] {
    switch place {
    case .file(let path): try Database(path: path, schema: nil, readOnly: true).execute(sql)
    case .postgres(let address): try PostgresConnection(address, isReadOnly: true).execute(sql)
    }
  }
}
