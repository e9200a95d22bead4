internal import CPostgres
internal import Glibc
package import RecordStore

/// A connection to a PostgreSQL database, used by one owner at a time.
///
/// Not Sendable, as libpq serves one thread at a time. A connection that was lost is made anew by the
/// next transaction, or by the next statement outside of one.
package final class PostgresConnection {
  /// The server and database, without a password.
  package let place: String
  /// How many rows the last statement changed.
  package internal(set) var changedCount = 0
  /// What opens a transaction.
  package var opening = "BEGIN"

  let connection: OpaquePointer
  /// The names of statements that the server knows, with how many values they take.
  var prepared: [String: (name: String, count: Int)] = [:]
  /// The statements whose answers were not read yet.
  var waiting: [String] = []
  private let isReadOnly: Bool

  /// Connects.
  ///
  /// - Parameters:
  ///   - address: A connection URI of libpq, `postgres://…`.
  ///   - isReadOnly: Whether changes are refused.
  /// - Throws: `PostgresError`.
  package init(_ address: String, isReadOnly: Bool = false) throws {
    let options = [
      // What stands in the address comes last, and so goes before these.
      ("connect_timeout", "10"), ("tcp_user_timeout", "15000"), ("client_encoding", "UTF8"),
      ("application_name", "hoso"), ("dbname", address),
    ]
    let texts = options.map { (strdup($0.0), strdup($0.1)) }
    defer {
      for text in texts {
        free(text.0)
        free(text.1)
      }
    }
    let keys = texts.map { UnsafePointer($0.0) } + [nil]
    let values = texts.map { UnsafePointer($0.1) } + [nil]
    guard let handle = PQconnectdbParams(keys, values, 1) else {
      throw PostgresError(state: "", message: "out of memory", place: "PostgreSQL")
    }
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    let name = PQdb(handle).map { String(cString: $0) } ?? ""
    let host = PQhost(handle).map { String(cString: $0) } ?? ""
    place = "the PostgreSQL database '\(name)'" + (host.isEmpty ? "" : " at \(host)")
    connection = handle
    self.isReadOnly = isReadOnly
    // All properties are set, so that `deinit` ends the connection when this throws.
    guard PQstatus(handle) == CONNECTION_OK else {
      throw PostgresError(state: "", message: Self.message(of: handle), place: place)
    }
    try prepareSession()
    guard try row("SHOW server_encoding")?.text(0) == "UTF8" else {
      throw PostgresError(
        state: "0A000", message: "its encoding is not UTF8; make it with -E UTF8", place: place)
    }
  }

  deinit { PQfinish(connection) }

  /// Whether a transaction is open; a lost connection ended it.
  package var isInTransaction: Bool {
    let status = PQtransactionStatus(connection)
    return [PQTRANS_INTRANS, PQTRANS_INERROR, PQTRANS_ACTIVE].contains(status)
  }

  /// Runs one statement to its end, and returns its rows.
  @discardableResult
  package func execute(_ sql: String, _ values: [DatabaseValue] = []) throws -> [DatabaseRow] {
    guard !isPipelined else {
      try send(sql, values)
      return try settle()
    }
    return try reconnecting { try run(sql, values) }
  }

  /// Runs a statement of a transaction without waiting for it: whether it failed is told by the next
  /// statement that is waited for, or by the end of the transaction or savepoint.
  package func write(_ sql: String, _ values: [DatabaseValue]) throws {
    guard isPipelined else {
      try execute(sql, values)
      return
    }
    try send(sql, values)
    // The server must not wait for its answers to be read while it is sent more.
    if waiting.count >= 64 { try settle() }
  }

  /// The first row of an answer, if any.
  package func row(_ sql: String, _ values: [DatabaseValue] = []) throws -> DatabaseRow? {
    try execute(sql, values).first
  }

  /// Does all of `body` durably, or nothing of it.
  @discardableResult
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    // Nothing is done yet, so that it may begin anew.
    try reconnecting { try command(opening) }
    do {
      PQenterPipelineMode(connection)
      let result = try body()
      try settle()
      try requireTransaction()
      try leavePipeline()
      try command("COMMIT")
      return result
    } catch {
      // What was sent before is answered first; the first failure is the one to tell.
      _ = try? settle()
      _ = try? leavePipeline()
      if isInTransaction { _ = try? command("ROLLBACK") }
      throw error
    }
  }

  /// Does all of `body` within the open transaction, or nothing of it.
  package func savepoint(_ body: () throws -> Void) throws {
    // One behind the other under the same name, they end with the transaction.
    try write("SAVEPOINT part", [])
    do {
      try body()
      try settle()
      try requireTransaction()
    } catch {
      _ = try? settle()
      if isInTransaction { try execute("ROLLBACK TO part") }
      throw error
    }
  }

  /// Throws when what was done is gone already: outside of a transaction, COMMIT is no error.
  private func requireTransaction() throws {
    guard isInTransaction else {
      throw PostgresError(state: "40000", message: "the transaction has ended", place: place)
    }
  }

  /// Runs commands without values.
  private func command(_ sql: String) throws {
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw error(result, sql: sql) }
    // A transaction that failed before is rolled back by COMMIT, which is then no failure.
    if sql == "COMMIT", PQcmdStatus(result).map({ String(cString: $0) }) != "COMMIT" {
      throw PostgresError(state: "40000", message: "it was rolled back", place: place, sql: sql)
    }
  }

  private func reconnecting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PostgresError {
      guard PQstatus(connection) == CONNECTION_BAD else { throw error }
      PQreset(connection)
      prepared = [:]
      waiting = []
      guard PQstatus(connection) == CONNECTION_OK else { throw error }
      try prepareSession()
      return try body()
    }
  }

  /// What holds for every statement on the connection.
  private func prepareSession() throws {
    // A commit that has returned is on the disk, whatever the server's habit.
    try command("SET synchronous_commit = on")
    try command("SET lock_timeout = '10s'")
    if isReadOnly { try command("SET default_transaction_read_only = on") }
  }

  func error(_ result: OpaquePointer?, sql: String) -> PostgresError {
    func field(_ code: Character) -> String? {
      PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
    }
    return PostgresError(
      state: field("C") ?? "",
      message: field("M") ?? (PQstatus(connection) == CONNECTION_OK ? "no answer" : "it broke off"),
      place: place, sql: sql)
  }

  /// Why there is no connection; an address that is none would be repeated in it, password and all.
  private static func message(of connection: OpaquePointer) -> String {
    let text = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
    return text.contains("URI") || text.contains("encoded") ? "the address is malformed" : text
  }
}
