/// The tables of a database file, as the steps that lead from one version to the next.
package struct DatabaseSchema: Sendable {
  /// A number in the file's header that tells whose file it is.
  package let applicationID: Int32
  /// For each version, from 1 on, the statements that lead to it; what was released never changes.
  package let migrations: [[String]]

  /// Creates a schema.
  package init(applicationID: Int32, migrations: [[String]]) {
    self.applicationID = applicationID
    self.migrations = migrations
  }

  /// The version this program writes.
  package var version: Int { migrations.count }

  /// Brings `database` to the newest version, one transaction a step.
  func apply(to database: Database, readOnly: Bool) throws {
    let found = Int(try database.row("PRAGMA user_version")?.integer(0) ?? 0)
    let owner = try database.row("PRAGMA application_id")?.integer(0) ?? 0
    guard found <= version else {
      throw DataDirectoryError.newerVersion(path: database.path, found: found, known: version)
    }
    guard found == 0 || owner == Int64(applicationID) else {
      throw DataDirectoryError.foreignFile(path: database.path)
    }
    guard found < version else { return }
    guard !readOnly else {
      throw DataDirectoryError.olderVersion(path: database.path, found: found, known: version)
    }
    for (step, statements) in migrations.enumerated().dropFirst(found) {
      try database.transaction {
        for sql in statements { try database.execute(sql) }
        try database.execute("PRAGMA application_id = \(applicationID)")
        try database.execute("PRAGMA user_version = \(step + 1)")
      }
    }
  }
}
