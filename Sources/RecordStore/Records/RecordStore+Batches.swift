internal import Foundation

extension RecordStore {
  /// All batches, the latest last.
  public func batches() throws -> [Batch] {
    try database.execute("SELECT id, name, roots, state, created_at FROM batches ORDER BY id")
      .map(batch)
  }

  /// The batch called `name`, if any.
  public func batch(named name: String) throws -> Batch? {
    try database.row(
      "SELECT id, name, roots, state, created_at FROM batches WHERE name = ?", [.text(name)]
    ).map(batch)
  }

  /// Begins the batch called `name`, or goes on with it; `roots` are added to those it has.
  package func openBatch(named name: String, roots: [String]) throws -> Batch {
    try transaction(.begun) {
      let old = try batch(named: name)
      let known = old?.roots ?? []
      let all = known + roots.filter { !known.contains($0) }
      let json = String(decoding: try JSONEncoder().encode(all), as: UTF8.self)
      try database.execute(
        """
        INSERT INTO batches (name, roots, state, created_at) VALUES (?, ?, 'open', ?)
        ON CONFLICT (name) DO UPDATE SET roots = excluded.roots, state = 'open', ended_at = NULL
        """, [.text(name), .text(json), .integer(now)])
    }
    guard let batch = try batch(named: name) else {
      preconditionFailure("a batch that was just written")
    }
    return batch
  }

  /// Marks the batch as finished if nothing of it is left to read or deliver.
  package func finishBatch(_ id: Int64) throws {
    try transaction(.finished) {
      try database.execute(
        """
        UPDATE batches SET state = 'finished', ended_at = ?
        WHERE id = ? AND state = 'open' AND NOT EXISTS (
          SELECT 1 FROM sources WHERE batch_id = ? AND state IN ('taken', 'accepted'))
        """, [.integer(now), .integer(id), .integer(id)])
    }
  }

  /// Ends a batch: what is decided stays, what was only taken in is forgotten.
  ///
  /// A source of which another batch holds a copy moves to that batch, which then has work left.
  public func cancelBatch(_ id: Int64) throws {
    try transaction(.cancelled) {
      try database.execute(
        """
        UPDATE sources SET batch_id = (
          SELECT copy.batch_id FROM sources AS copy
          WHERE copy.duplicate_of = sources.id AND copy.batch_id <> sources.batch_id
          ORDER BY copy.id LIMIT 1)
        WHERE batch_id = ? AND state = 'taken' AND EXISTS (
          SELECT 1 FROM sources AS copy
          WHERE copy.duplicate_of = sources.id AND copy.batch_id <> sources.batch_id)
        """, [.integer(id)])
      try database.execute(
        """
        UPDATE batches SET state = 'open', ended_at = NULL
        WHERE state = 'finished' AND id IN (SELECT batch_id FROM sources WHERE state = 'taken')
        """)
      try database.execute(
        """
        DELETE FROM sources WHERE batch_id = ? AND duplicate_of IN (
          SELECT id FROM sources WHERE batch_id = ? AND state = 'taken')
        """, [.integer(id), .integer(id)])
      try database.execute(
        "DELETE FROM sources WHERE batch_id = ? AND state = 'taken'", [.integer(id)])
      try database.execute(
        "UPDATE batches SET state = 'cancelled', ended_at = ? WHERE id = ?",
        [.integer(now), .integer(id)])
    }
  }

  /// Puts the rejected sources of a batch back to be read again; returns how many.
  ///
  /// Those whose bytes could not be read are tried again by every run anyway.
  public func retryRejected(inBatch id: Int64) throws -> Int {
    try transaction(.retried) {
      let rejected =
        "SELECT id FROM sources WHERE batch_id = ? AND state = 'rejected' AND sha256 <> ''"
      for table in ["records", "reasons"] {
        try database.execute(
          "DELETE FROM \(table) WHERE source_id IN (\(rejected))", [.integer(id)])
      }
      try database.execute(
        "UPDATE sources SET state = 'taken', failures = 0, decided_at = NULL WHERE id IN (\(rejected))",
        [.integer(id)])
      let count = database.changedCount
      if count > 0 {
        try database.execute(
          "UPDATE batches SET state = 'open', ended_at = NULL WHERE id = ?", [.integer(id)])
      }
      return count
    }
  }

  private func batch(_ row: DatabaseRow) throws -> Batch {
    let id = row.integer(0)
    let counts = try database.execute(
      "SELECT state, count(*) FROM sources WHERE batch_id = ? GROUP BY state", [.integer(id)])
    return Batch(
      id: id, name: row.text(1),
      roots: try JSONDecoder().decode([String].self, from: Data(row.text(2).utf8)),
      state: Batch.State(rawValue: row.text(3)) ?? .open,
      createdAt: Date(timeIntervalSince1970: Double(row.integer(4)) / 1000),
      counts: Dictionary(
        uniqueKeysWithValues: counts.compactMap { row in
          SourceState(rawValue: row.text(0)).map { ($0, Int(row.integer(1))) }
        }))
  }
}
