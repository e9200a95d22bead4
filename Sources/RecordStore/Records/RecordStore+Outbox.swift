package import Documents
package import Foundation

extension RecordStore {
  /// The longest that a submission is ever told to wait, in milliseconds, and some more.
  ///
  /// What is due later than that was written by a clock that ran ahead, and is due now.
  private static let longestWait: Int64 = 2 * 3_600_000

  /// The submissions that are due, the longest waiting first.
  package func dueSubmissions(limit: Int) throws -> [OutboxEntry] {
    try database.execute(
      """
      SELECT id, idempotency_key, body, attempts FROM outbox
      WHERE state = 'waiting' AND (due_at <= ? OR due_at > ?) ORDER BY due_at, id LIMIT ?
      """, [.integer(now), .integer(now + Self.longestWait), .integer(Int64(limit))]
    ).map(entry)
  }

  /// The submission of a source, if it waits.
  package func waitingSubmission(ofSource id: Int64) throws -> OutboxEntry? {
    try database.row(
      """
      SELECT id, idempotency_key, body, attempts FROM outbox
      WHERE state = 'waiting' AND source_id = ?
      """, [.integer(id)]
    ).map(entry)
  }

  /// How many submissions wait, when the next one is due, and why one of them waits.
  package func waitingSubmissions() throws -> (count: Int, nextDue: Date?, problem: String?) {
    let row = try database.row(
      "SELECT count(*), min(due_at), max(problem) FROM outbox WHERE state = 'waiting'")
    return (
      Int(row?.integer(0) ?? 0),
      row?.optionalInteger(1).map { Date(timeIntervalSince1970: Double($0) / 1000) },
      row?.optionalText(2)
    )
  }

  /// How many submissions are given up.
  package func deadSubmissions() throws -> Int {
    Int(
      try database.row("SELECT count(*) FROM outbox WHERE state = 'dead'")?.integer(0) ?? 0)
  }

  /// The service has acknowledged a submission.
  package func acknowledge(_ id: Int64, registration: String) throws {
    try transaction(.acknowledged) {
      try database.execute(
        """
        UPDATE outbox SET state = 'delivered', registration_id = ?, problem = NULL,
          attempts = attempts + 1, settled_at = ?
        WHERE id = ? AND state = 'waiting'
        """, [.text(registration), .integer(now), .integer(id)])
      try setState(.delivered, ofSubmission: id)
    }
  }

  /// A submission failed and is tried again after `delay`.
  ///
  /// - Parameters:
  ///   - id: The submission.
  ///   - delay: How long to wait.
  ///   - problem: The service's own words; no person's data.
  ///   - counts: Whether the attempt brings the submission nearer to being given up.
  /// - Throws: `DatabaseError`.
  package func postpone(
    _ id: Int64, by delay: Duration, problem: String, counts: Bool
  ) throws {
    try transaction(.postponed) {
      try database.execute(
        """
        UPDATE outbox SET attempts = attempts + ?, due_at = ?, problem = ?
        WHERE id = ? AND state = 'waiting'
        """,
        [
          counts ? 1 : 0, .integer(now + Int64(delay / .milliseconds(1))), .text(problem),
          .integer(id),
        ])
    }
  }

  /// Gives a submission up: its source goes to review with `reason`.
  package func giveUp(_ id: Int64, problem: String, reason: Reason) throws {
    try transaction(.givenUp) {
      let row = try database.row(
        "SELECT source_id FROM outbox WHERE id = ? AND state = 'waiting'", [.integer(id)])
      guard let source = row?.integer(0) else { return }
      try database.execute(
        """
        UPDATE outbox SET state = 'dead', attempts = attempts + 1, problem = ?, settled_at = ?
        WHERE id = ?
        """, [.text(problem), .integer(now), .integer(id)])
      try insert(reason, source: source)
      try setState(.review, ofSubmission: id)
    }
  }

  /// Puts all given-up submissions back into the outbox; returns how many.
  public func replayDeadSubmissions() throws -> Int {
    try transaction(.replayed) {
      try database.execute(
        """
        DELETE FROM reasons WHERE code LIKE 'registration.%' AND source_id IN (
          SELECT source_id FROM outbox WHERE state = 'dead')
        """)
      try database.execute(
        """
        UPDATE sources SET state = 'accepted'
        WHERE coalesce(joined_to, id) IN (SELECT source_id FROM outbox WHERE state = 'dead')
        """)
      try database.execute(
        """
        UPDATE batches SET state = 'open', ended_at = NULL WHERE id IN (
          SELECT sources.batch_id FROM sources
          JOIN outbox ON outbox.source_id = sources.id WHERE outbox.state = 'dead')
        """)
      try database.execute(
        """
        UPDATE outbox SET state = 'waiting', attempts = 0, due_at = ?, settled_at = NULL
        WHERE state = 'dead'
        """, [.integer(now)])
      return database.changedCount
    }
  }

  private func setState(_ state: SourceState, ofSubmission id: Int64) throws {
    try database.execute(
      """
      WITH handed (id) AS (SELECT source_id FROM outbox WHERE id = ?)
      UPDATE sources SET state = ?
      WHERE id = (SELECT id FROM handed) OR joined_to = (SELECT id FROM handed)
      """, [.integer(id), .text(state.rawValue)])
  }

  private func entry(_ row: DatabaseRow) -> OutboxEntry {
    OutboxEntry(
      id: row.integer(0),
      submission: Submission(idempotencyKey: row.text(1), body: row.blob(2)),
      attempts: Int(row.integer(3)))
  }
}
