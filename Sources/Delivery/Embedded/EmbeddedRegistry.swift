internal import ContentHash
internal import Documents
public import Foundation
public import RecordStore

/// The registration service inside the program, with a database of its own in the data directory.
///
/// It keeps to `POST /v1/registrations` of the service's contract: each registration is one
/// transaction, and a repeat of it changes nothing. One connection, on a queue of its own.
public actor EmbeddedRegistry {
  private let executor: SerialQueueExecutor
  private let database: Database
  private let directory: DataDirectory
  private let clock: @Sendable () -> Date

  /// The queue on which the connection is used.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    // The actor, which keeps the executor, outlives every job on it.
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Opens the registry in `directory`.
  ///
  /// - Parameters:
  ///   - directory: The locked data directory.
  ///   - clock: Tells the time of receipt.
  /// - Throws: `DatabaseError`, or `DataDirectoryError` for a file of another version.
  public init(
    directory: DataDirectory, clock: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    executor = SerialQueueExecutor(label: "hoso.registry")
    self.directory = directory
    self.clock = clock
    database = try Database(path: directory.registryPath, schema: RegistrySchema.schema)
  }

  /// The registry as a place to send registrations to.
  public nonisolated var endpoint: RegistrationEndpoint {
    RegistrationEndpoint { try await self.register($0) }
  }

  /// Answers one request: 201 the first time, 200 with the same body on a repeat.
  public func register(_ request: RegistrationRequest) throws -> RegistrationResponse {
    let digest = SHA256Digest(of: request.body).hexadecimal
    return try database.transaction {
      let known = try database.row(
        "SELECT body_sha256, receipt FROM registrations WHERE idempotency_key = ?",
        [.text(request.idempotencyKey)])
      if let known {
        guard known.text(0) == digest else { return try refusal(.keyMismatch) }
        return RegistrationResponse(status: 200, body: known.blob(1))
      }
      let registration = try? JSONDecoder().decode(Registration.self, from: Data(request.body))
      guard !request.idempotencyKey.isEmpty, let registration,
        registration.schema == Registration.schema, !registration.fields.isEmpty
      else { return try refusal(.malformed) }
      guard try claimPhone(of: registration) else { return try refusal(.phoneTaken) }
      return try store(registration, request: request, digest: digest)
    }
  }

  /// The receipts of all registrations, in the order in which they came.
  public func receipts() throws -> [RegistrationReceipt] {
    try database.execute("SELECT receipt FROM registrations ORDER BY id").map {
      try JSONDecoder().decode(RegistrationReceipt.self, from: Data($0.blob(0)))
    }
  }

  private func store(
    _ registration: Registration, request: RegistrationRequest, digest: String
  ) throws -> RegistrationResponse {
    let time = clock()
    let at = DatabaseValue.integer(Int64((time.timeIntervalSince1970 * 1000).rounded()))
    let number = 1 + (try database.row("SELECT max(id) FROM registrations")?.integer(0) ?? 0)
    let receipt = RegistrationReceipt(
      id: "R-\(number)", type: registration.type, state: "received",
      receivedAt: time.ISO8601Format())
    let response = try RegistrationResponse(status: 201, json: receipt)
    let person = Person(registration)
    try database.execute(
      """
      INSERT INTO registrations (id, idempotency_key, body_sha256, type, state,
        social_insurance_number, id_number, body, receipt, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(Int64(number)), .text(request.idempotencyKey), .text(digest),
        .text(registration.type.rawValue), .text(receipt.state),
        DatabaseValue(person.socialInsuranceNumber), DatabaseValue(person.idNumber),
        .blob(request.body), .blob(response.body), at,
      ])
    try database.execute(
      "INSERT INTO transitions (registration_id, state, at) VALUES (?, ?, ?)",
      [.integer(Int64(number)), .text(receipt.state), at])
    return response
  }

  /// Notes whose phone it is; false when it is another person's.
  private func claimPhone(of registration: Registration) throws -> Bool {
    let person = Person(registration)
    guard let phone = registration.text(.phone), person != Person(nil, nil) else { return true }
    let row = try database.row(
      "SELECT social_insurance_number, id_number FROM phones WHERE phone = ?", [.text(phone)])
    guard let row else {
      try database.execute(
        "INSERT INTO phones (phone, social_insurance_number, id_number) VALUES (?, ?, ?)",
        [
          .text(phone), DatabaseValue(person.socialInsuranceNumber), DatabaseValue(person.idNumber),
        ])
      return true
    }
    let owner = Person(row.optionalText(0), row.optionalText(1))
    guard owner.isSame(as: person) else { return false }
    try database.execute(
      """
      UPDATE phones SET social_insurance_number = coalesce(social_insurance_number, ?),
        id_number = coalesce(id_number, ?) WHERE phone = ?
      """,
      [DatabaseValue(person.socialInsuranceNumber), DatabaseValue(person.idNumber), .text(phone)])
    return true
  }

  private func refusal(_ problem: Problem) throws -> RegistrationResponse {
    try RegistrationResponse(status: problem.status, json: problem)
  }
}
