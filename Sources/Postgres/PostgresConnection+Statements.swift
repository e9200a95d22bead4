internal import CPostgres
internal import RecordStore

extension PostgresConnection {
  /// Whether statements are sent without waiting for each.
  var isPipelined: Bool { PQpipelineStatus(connection) != PQ_PIPELINE_OFF }

  func leavePipeline() throws {
    guard PQexitPipelineMode(connection) == 1 else {
      throw PostgresError(state: "", message: "it broke off", place: place)
    }
  }

  /// Sends a statement, whose answer is read by `settle`.
  func send(_ sql: String, _ values: [DatabaseValue]) throws {
    if prepared[sql] == nil {
      // Preparing is for once, and not for the pipeline.
      try settle()
      try leavePipeline()
      _ = try prepare(sql)
      PQenterPipelineMode(connection)
    }
    let statement = try prepare(sql)
    let isSent = withBytes(of: values, for: statement, sql: sql) { pointers, lengths, formats in
      PQsendQueryPrepared(
        connection, statement.name, Int32(values.count), pointers, lengths, formats, 1)
    }
    guard isSent == 1 else { throw error(nil, sql: sql) }
    waiting.append(sql)
  }

  /// Waits for all that was sent, and returns the rows of the last statement.
  @discardableResult
  func settle() throws -> [DatabaseRow] {
    guard !waiting.isEmpty else { return [] }
    let sent = waiting
    waiting = []
    guard PQpipelineSync(connection) == 1 else { throw error(nil, sql: sent[0]) }
    var failure: PostgresError?
    var rows: [DatabaseRow] = []
    for sql in sent {
      while let result = PQgetResult(connection) {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: rows = self.rows(of: result)
        case PGRES_PIPELINE_ABORTED: break
        default: failure = failure ?? error(result, sql: sql)
        }
      }
    }
    // The answer to the sync itself.
    let end = PQgetResult(connection)
    if PQresultStatus(end) != PGRES_PIPELINE_SYNC {
      failure = failure ?? error(end, sql: sent[0])
    }
    PQclear(end)
    if let failure { throw failure }
    return rows
  }

  func run(_ sql: String, _ values: [DatabaseValue]) throws -> [DatabaseRow] {
    let statement = try prepare(sql)
    let result = withBytes(of: values, for: statement, sql: sql) { pointers, lengths, formats in
      PQexecPrepared(
        connection, statement.name, Int32(values.count), pointers, lengths, formats, 1)
    }
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
      throw error(result, sql: sql)
    }
    return rows(of: result)
  }

  private func rows(of result: OpaquePointer?) -> [DatabaseRow] {
    changedCount = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    return (0..<PQntuples(result)).map { row in
      DatabaseRow((0..<PQnfields(result)).map { Self.value(in: result, row: row, column: $0) })
    }
  }

  /// Lends the bytes of values as libpq takes them.
  private func withBytes<Result>(
    of values: [DatabaseValue], for statement: (name: String, count: Int), sql: String,
    _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
  ) -> Result {
    precondition(statement.count == values.count, "placeholders: \(sql)")
    var bytes: [UInt8] = []
    var places: [Int?] = []
    var lengths: [Int32] = []
    var formats: [Int32] = []
    for value in values {
      let start = bytes.count
      switch value {
      case .null: break
      case .integer(let integer): bytes += "\(integer)".utf8
      case .text(let text): bytes += text.utf8
      case .blob(let blob): bytes += blob
      }
      lengths.append(Int32(bytes.count - start))
      bytes.append(0)
      places.append(value == .null ? nil : start)
      if case .blob = value { formats.append(1) } else { formats.append(0) }
    }
    return bytes.withUnsafeBytes { bytes in
      let start = bytes.bindMemory(to: CChar.self).baseAddress
      return body(
        places.map { place in place.flatMap { start?.advanced(by: $0) } }, lengths, formats)
    }
  }

  private func prepare(_ sql: String) throws -> (name: String, count: Int) {
    if let known = prepared[sql] { return known }
    let statement = PostgresStatement(sql)
    let name = "s\(prepared.count)"
    let result = PQprepare(connection, name, statement.sql, 0, nil)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw error(result, sql: sql) }
    prepared[sql] = (name, statement.count)
    return (name, statement.count)
  }

  /// A value in binary form: whole numbers with the high byte first, else bytes.
  private static func value(
    in result: OpaquePointer?, row: Int32, column: Int32
  ) -> DatabaseValue {
    guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
      return .null
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
    switch PQftype(result, column) {
    case 20: return .integer(Int64(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }))
    case 23: return .integer(Int64(Int32(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) })))
    case 17: return .blob(Array(bytes))
    default: return .text(String(decoding: bytes, as: UTF8.self))
    }
  }
}
