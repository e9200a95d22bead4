package import Foundation
package import RecordStore
public import Registry

/// The registry inside the program, with its database in the data directory.
///
/// It is the registry that `hoso registry` serves, without HTTP. On a queue of its own, since each
/// registration waits for the disk.
public actor EmbeddedRegistry {
  private let executor: SerialQueueExecutor
  private let store: RegistryStore
  private let directory: DataDirectory

  /// The queue on which the database is used.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    // The actor, which keeps the executor, outlives every job on it.
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Opens the registry at `place`.
  ///
  /// - Parameters:
  ///   - directory: The locked data directory.
  ///   - place: Where the registry is kept; nil for its file in `directory`.
  ///   - workflows: The workflows of registrations.
  ///   - clock: Tells the time of receipt.
  /// - Throws: `DatabaseError`, or `DataDirectoryError` for a file of another version.
  package init(
    directory: DataDirectory, place: RegistryPlace? = nil, workflows: Workflows,
    clock: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    executor = SerialQueueExecutor(label: "hoso.registry")
    self.directory = directory
    store = try RegistryStore(
      place ?? .file(directory.registryPath), workflows: workflows, clock: clock)
  }

  /// The registry as a place to send registrations to.
  public nonisolated var endpoint: RegistrationEndpoint {
    RegistrationEndpoint { try await self.register($0) }
  }

  /// Answers one request: 201 the first time, 200 with the same body on a repeat.
  public func register(_ request: RegistrationRequest) throws -> RegistrationResponse {
    do {
      let answer = try store.submit(request.body, key: request.idempotencyKey, caller: .program)
      return RegistrationResponse(status: answer.isNew ? 201 : 200, body: answer.receipt)
    } catch let problem as Problem {
      return try RegistrationResponse(status: problem.status, json: problem)
    }
  }

  /// The receipts of all registrations, in the order in which they came.
  public func receipts() throws -> [RegistrationReceipt] {
    try store.receipts().map {
      try JSONDecoder().decode(RegistrationReceipt.self, from: Data($0))
    }
  }
}
