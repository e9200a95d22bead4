internal import RecordStore

extension RegistryStore {
  /// How many failures a notification gets before it is given up.
  package static let notificationTries = 10

  /// The longest pause between two tries, in milliseconds.
  private static let longestPause: Int64 = 3_600_000

  /// A notification that is due, with how often it has failed.
  private struct Due: Sendable {
    let notification: Notice
    let registration: String
    let attempts: Int
  }

  /// Hands the notifications that are due to `sender`, the oldest first.
  ///
  /// Each is settled in a transaction of its own; what fails is tried again later, with pauses that
  /// double from a second to an hour, and given up after ten times or when trying again cannot help.
  ///
  /// - Parameter sender: Where they go.
  /// - Returns: How many were handed on, and how many failed.
  /// - Throws: `DatabaseError`, `CancellationError`.
  package func sendNotifications(
    by sender: NotificationSender
  ) async throws -> (sent: Int, failed: Int) {
    var counts = (sent: 0, failed: 0)
    for due in try dueNotifications(limit: 100) {
      try Task.checkCancellation()
      do {
        try await sender.send(due.notification)
        try settle(due, problem: nil, isPassing: true)
        counts.sent += 1
      } catch let failure as NotificationSender.Failure {
        try settle(due, problem: failure.description, isPassing: failure.isPassing)
        counts.failed += 1
      }
    }
    return counts
  }

  /// Puts the notifications back that were given up; returns how many.
  package func retryNotifications() throws -> Int {
    try transaction { session in
      try session.database.execute(
        """
        UPDATE notifications SET state = 'waiting', attempts = 0, due_at = ?, settled_at = NULL
        WHERE state = 'dead'
        """, [.integer(session.now)])
      return session.database.changedCount
    }
  }

  /// How many notifications are in each state: `waiting`, `sent` or `dead`.
  package func notificationCounts() throws -> [String: Int] {
    try look { session in
      let rows = try session.database.execute(
        "SELECT state, count(*) FROM notifications GROUP BY state")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.text(0), Int($0.integer(1))) })
    }
  }

  private func dueNotifications(limit: Int) throws -> [Due] {
    try look { session in
      try session.database.execute(
        """
        SELECT id, channel, address, subject, text, registration_id, attempts FROM notifications
        WHERE state = 'waiting' AND (due_at <= ? OR due_at > ?) ORDER BY due_at, id LIMIT ?
        """,
        // What is due later than any pause was written under a clock that was ahead.
        [
          .integer(session.now), .integer(session.now + Self.longestPause),
          .integer(Int64(limit)),
        ]
      ).compactMap { row in
        Notice.Channel(rawValue: row.text(1)).map { channel in
          Due(
            notification: Notice(
              id: row.integer(0), channel: channel, to: row.text(2),
              subject: row.optionalText(3), text: row.text(4)),
            registration: "R-\(row.integer(5))", attempts: Int(row.integer(6)))
        }
      }
    }
  }

  private func settle(_ due: Due, problem: String?, isPassing: Bool) throws {
    try transaction { session in
      let failures = due.attempts + 1
      let isGivenUp = problem != nil && (!isPassing || failures >= Self.notificationTries)
      let state = problem == nil ? "sent" : isGivenUp ? "dead" : "waiting"
      let pause = min(Self.longestPause, Int64(1000) << Int64(min(failures - 1, 20)))
      try session.database.execute(
        """
        UPDATE notifications SET state = ?, attempts = ?, problem = ?, due_at = ?, settled_at = ?
        WHERE id = ? AND state = 'waiting'
        """,
        [
          .text(state), .integer(Int64(failures)), DatabaseValue(problem),
          .integer(session.now + pause), state == "waiting" ? .null : .integer(session.now),
          .integer(due.notification.id),
        ])
      if state != "waiting" {
        try session.note(
          .program, "notify", target: due.registration,
          outcome: "\(due.notification.channel.rawValue) \(state)")
      }
    }
  }
}
