internal import Postgres
internal import RecordStore

/// A database that holds the registry: SQLite or PostgreSQL.
///
/// Both are asked in the same SQL, with `?` for values; what differs is in the schema.
protocol RegistryDatabase: AnyObject {
  /// How many rows the last statement changed.
  var changedCount: Int { get }
  /// Whether a transaction is open.
  var isInTransaction: Bool { get }

  /// Runs one statement to its end, and returns its rows.
  @discardableResult
  func execute(_ sql: String, _ values: [DatabaseValue]) throws -> [DatabaseRow]

  /// Runs a statement of a transaction; whether it failed may be told by a later one, or by the end of
  /// the transaction or savepoint.
  func write(_ sql: String, _ values: [DatabaseValue]) throws

  /// Does all of `body` durably, or nothing of it; nobody else writes meanwhile.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result

  /// Does all of `body` within the open transaction, or nothing of it.
  func savepoint(_ body: () throws -> Void) throws
}

extension RegistryDatabase {
  /// Runs one statement without values to its end, and returns its rows.
  @discardableResult
  func execute(_ sql: String) throws -> [DatabaseRow] { try execute(sql, []) }

  /// The first row of an answer, if any.
  func row(_ sql: String, _ values: [DatabaseValue] = []) throws -> DatabaseRow? {
    try execute(sql, values).first
  }
}

extension Database: RegistryDatabase {
  func write(_ sql: String, _ values: [DatabaseValue]) throws { try execute(sql, values) }
}

extension PostgresConnection: RegistryDatabase {}
