internal import Postgres
internal import RecordStore

/// The tables of the registry in PostgreSQL, in the first schema of the search path.
enum PostgresRegistrySchema {
  /// Brings a database to the newest of `versions`, one transaction a version.
  ///
  /// Later transactions begin by locking a table against other writers, so that entries of the audit
  /// trail follow each other.
  ///
  /// - Throws: `PostgresError`, or `DataDirectoryError` for a database of a newer version.
  static func apply(_ versions: [[SchemaStep]], to connection: PostgresConnection) throws {
    while true {
      let isDone = try connection.transaction {
        // Two programs that begin at once must not both make the tables.
        try connection.execute("SELECT pg_advisory_xact_lock(hashtext(current_schema()))::text")
        try connection.execute(
          """
          CREATE TABLE IF NOT EXISTS hoso_registry (
            id BIGINT PRIMARY KEY CHECK (id = 1), version BIGINT NOT NULL)
          """)
        let found = Int(
          try connection.row("SELECT version FROM hoso_registry")?.integer(0) ?? 0)
        guard found <= versions.count else {
          throw DataDirectoryError.newerVersion(
            path: connection.place, found: found, known: versions.count)
        }
        guard found < versions.count else { return true }
        for sql in versions[found].compactMap(\.postgres) { try connection.execute(sql) }
        try connection.execute(
          """
          INSERT INTO hoso_registry (id, version) VALUES (1, ?)
          ON CONFLICT (id) DO UPDATE SET version = excluded.version
          """, [.integer(Int64(found + 1))])
        return false
      }
      if isDone { break }
    }
    connection.opening = "BEGIN; LOCK TABLE hoso_registry IN EXCLUSIVE MODE"
  }
}
