internal import CSQLite

/// A prepared statement; finalised when it goes out of scope, before its connection closes.
final class Statement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  private let path: String
  private let sql: String

  /// Compiles `sql`, which must hold exactly one statement.
  init(_ sql: String, connection: OpaquePointer, path: String) throws(DatabaseError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw Database.error(code, connection: connection, path: path, sql: sql)
    }
    self.handle = handle
    self.connection = connection
    self.path = path
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// Makes the statement ready to run again.
  func reset() {
    // What a failed run returns here was thrown when it failed.
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Binds `values` to the placeholders in order.
  func bind(_ values: [DatabaseValue]) throws(DatabaseError) {
    precondition(Int(sqlite3_bind_parameter_count(handle)) == values.count, "placeholders: \(sql)")
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let integer): sqlite3_bind_int64(handle, place, integer)
        case .text(let text): hoso_sqlite_bind_text(handle, place, text, Int32(text.utf8.count))
        case .blob(let bytes): hoso_sqlite_bind_blob(handle, place, bytes, Int32(bytes.count))
        }
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  /// The next row; nil at the end.
  func step() throws(DatabaseError) -> DatabaseRow? {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return DatabaseRow((0..<sqlite3_column_count(handle)).map(value))
    case SQLITE_DONE: return nil
    default: throw failure(code)
    }
  }

  private func value(in column: Int32) -> DatabaseValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_TEXT:
      guard let text = sqlite3_column_text(handle, column) else { return .text("") }
      return .text(String(cString: text))
    case SQLITE_BLOB:
      let count = Int(sqlite3_column_bytes(handle, column))
      guard let bytes = sqlite3_column_blob(handle, column) else { return .blob([]) }
      return .blob(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
    default: return .null
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    Database.error(code, connection: connection, path: path, sql: sql)
  }
}
