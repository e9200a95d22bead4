internal import CSQLite
internal import Glibc

/// A connection to an SQLite database file, used by one owner at a time.
///
/// It is opened without SQLite's own mutexes: the class is not Sendable, so the compiler keeps every
/// connection inside its one owner.
package final class Database {
  /// The file of the database.
  package let path: String
  private let connection: OpaquePointer
  /// Statements that were compiled before; the program has some hundred at most.
  private var statements: [String: Statement] = [:]

  /// Opens the file at `path`, and brings a writable one to the newest version of `schema`.
  ///
  /// A commit is on disk when it returns (WAL with full synchronisation). Without a schema the file is
  /// taken as it is.
  package init(path: String, schema: DatabaseSchema?, readOnly: Bool = false) throws {
    // SQLite gives its own files the permissions of the database: none but the owner's.
    if !readOnly {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      if file >= 0 { close(file) }
    }
    var handle: OpaquePointer?
    let access = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      let systemError = handle.map { sqlite3_system_errno($0) } ?? 0
      sqlite3_close_v2(handle)  // A failed open may leave a handle.
      throw DatabaseError(code: code, message: message, path: path, systemError: systemError)
    }
    self.path = path
    connection = handle
    sqlite3_busy_timeout(connection, 10_000)
    try execute("PRAGMA foreign_keys = ON")
    try execute("PRAGMA trusted_schema = OFF")
    if !readOnly {
      try execute("PRAGMA journal_mode = WAL")
      try execute("PRAGMA synchronous = FULL")
    }
    try schema?.apply(to: self, readOnly: readOnly)
  }

  deinit {
    statements = [:]
    sqlite3_close_v2(connection)
  }

  /// Runs one statement to its end, and returns its rows.
  @discardableResult
  package func execute(
    _ sql: String, _ values: [DatabaseValue] = []
  ) throws(DatabaseError) -> [DatabaseRow] {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    var rows: [DatabaseRow] = []
    while let row = try statement.step() { rows.append(row) }
    return rows
  }

  private func prepared(_ sql: String) throws(DatabaseError) -> Statement {
    if let statement = statements[sql] { return statement }
    let statement = try Statement(sql, connection: connection, path: path)
    statements[sql] = statement
    return statement
  }

  /// The first row of an answer, if any.
  package func row(
    _ sql: String, _ values: [DatabaseValue] = []
  ) throws(DatabaseError) -> DatabaseRow? {
    try execute(sql, values).first
  }

  /// The number that SQLite gave to the row inserted last.
  package var lastInsertedID: Int64 { sqlite3_last_insert_rowid(connection) }

  /// How many rows the last statement changed.
  package var changedCount: Int { Int(sqlite3_changes64(connection)) }

  /// Does all of `body` durably, or nothing of it.
  @discardableResult
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // A full disk may have rolled the transaction back already.
      if isInTransaction { _ = try? execute("ROLLBACK") }
      throw error
    }
  }

  /// Whether a transaction is open; a full disk, for one, may have ended it.
  package var isInTransaction: Bool { sqlite3_get_autocommit(connection) == 0 }

  /// Does all of `body` within the open transaction, or nothing of it.
  package func savepoint(_ body: () throws -> Void) throws {
    try execute("SAVEPOINT part")
    do {
      try body()
      try execute("RELEASE part")
    } catch {
      if isInTransaction {
        try execute("ROLLBACK TO part")
        try execute("RELEASE part")
      }
      throw error
    }
  }

  static func error(
    _ code: Int32, connection: OpaquePointer, path: String, sql: String
  ) -> DatabaseError {
    DatabaseError(
      code: code, message: String(cString: sqlite3_errmsg(connection)), path: path, sql: sql,
      systemError: sqlite3_system_errno(connection))
  }
}
