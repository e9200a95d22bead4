internal import RecordStore

extension RegistrySession {
  /// Selects the registrations of a person by a number of either kind, given twice.
  ///
  /// One index after the other: an office has more registrations than a number has.
  static let idsOfNumber = """
    SELECT id FROM registrations WHERE social_insurance_number = ?
    UNION SELECT id FROM registrations WHERE id_number = ?
    """

  /// The registration with this number, whoever asks.
  func stored(_ number: Int64) throws -> StoredRegistration? {
    try database.row(
      "SELECT \(Self.columns) FROM registrations WHERE id = ?", [.integer(number)]
    ).flatMap(registration)
  }

  /// The registration with this identifier, as far as `caller` sees it.
  func registration(_ id: String, for caller: Caller) throws -> StoredRegistration {
    guard let number = StoredRegistration.number(in: id), let found = try stored(number),
      caller.office == nil || caller.office == found.office
    else { throw Problem.unknownRegistration }
    return found
  }

  /// What was sent to a registration, the first that opened it first; nothing of an erased person.
  func bodies(of registration: StoredRegistration) throws -> [[UInt8]] {
    try database.execute(
      "SELECT body FROM submissions WHERE registration_id = ? AND body <> ? ORDER BY id",
      [.integer(registration.number), .blob(Self.erasedBody)]
    ).map { $0.blob(0) }
  }

  /// What stands in the place of a submission whose person was erased.
  static let erasedBody = Array("{}".utf8)

  func history(of registration: StoredRegistration) throws -> [StateChange] {
    try database.execute(
      "SELECT state, at, caller, note FROM transitions WHERE registration_id = ? ORDER BY id",
      [.integer(registration.number)]
    ).map { row in
      StateChange(
        state: row.text(0), at: Self.date(row.integer(1)), by: row.text(2),
        note: row.optionalText(3))
    }
  }

  func registrations(_ search: RegistrationSearch, for caller: Caller) throws
    -> [StoredRegistration]
  {
    var conditions = ["id > ?"]
    var values: [DatabaseValue] = [.integer(search.after)]
    func require(_ condition: String, _ value: DatabaseValue) {
      conditions.append(condition)
      values.append(value)
    }
    if let office = caller.office { require("office = ?", .text(office)) }
    if let office = search.office { require("office = ?", .text(office)) }
    if let type = search.type { require("type = ?", .text(type.rawValue)) }
    if let state = search.state { require("state = ?", .text(state)) }
    if let number = search.number {
      require("id IN (\(Self.idsOfNumber))", .text(number))
      values.append(.text(number))
    }
    if let from = search.receivedFrom {
      require("received_at >= ?", .integer(Self.milliseconds(from)))
    }
    if let to = search.receivedBefore {
      require("received_at < ?", .integer(Self.milliseconds(to)))
    }
    values.append(.integer(Int64(search.limit)))
    return try database.execute(
      """
      SELECT \(Self.columns) FROM registrations WHERE \(conditions.joined(separator: " AND "))
      ORDER BY id LIMIT ?
      """, values
    ).compactMap(registration)
  }
}
