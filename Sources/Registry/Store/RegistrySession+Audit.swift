internal import RecordStore

extension RegistrySession {
  /// Appends an entry to the audit trail; the transaction fails when that does.
  func note(_ caller: Caller, _ action: String, target: String, outcome: String) throws {
    let last =
      try lastEntry
      ?? database.row("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").map { row in
        (id: row.integer(0), hash: row.text(1))
      }
    let id = 1 + (last?.id ?? 0)
    let previous = last?.hash ?? ""
    let hash = AuditEntry.hash(
      previous: previous, id: id, at: now, caller: caller.id, action: action, target: target,
      outcome: outcome)
    try database.write(
      """
      INSERT INTO audit (id, at, caller, action, target, outcome, previous, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(id), .integer(now), .text(caller.id), .text(action), .text(target),
        .text(outcome), .text(previous), .text(hash),
      ])
    lastEntry = (id, hash)
    actions.insert(action)
  }

  /// Entries of the trail behind the entry `id`, in their order.
  func auditEntries(after id: Int64, limit: Int) throws -> [AuditEntry] {
    try database.execute(
      """
      SELECT id, at, caller, action, target, outcome, previous, hash FROM audit
      WHERE id > ? ORDER BY id LIMIT ?
      """, [.integer(id), .integer(Int64(limit))]
    ).map { row in
      AuditEntry(
        id: row.integer(0), at: row.integer(1), caller: row.text(2), action: row.text(3),
        target: row.text(4), outcome: row.text(5), previous: row.text(6), hash: row.text(7))
    }
  }
}
