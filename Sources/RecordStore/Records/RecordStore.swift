internal import Documents
public import Foundation

/// The batches, sources, records and outbox of a data directory.
///
/// Each method that changes something is one transaction, on disk when it returns. One connection,
/// used by this actor on a queue of its own.
public actor RecordStore {
  private let executor: SerialQueueExecutor
  let database: Database
  private let directory: DataDirectory?
  private let clock: @Sendable () -> Date
  private let onStep: @Sendable (DurableStep, DurableStep.Moment) -> Void

  /// The queue on which the connection is used.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Opens the store in `directory`, and keeps the directory locked.
  ///
  /// - Parameters:
  ///   - directory: The locked data directory.
  ///   - clock: Tells the time that is written beside each step.
  /// - Throws: `DatabaseError`, or `DataDirectoryError` for a file of another version.
  public init(
    directory: DataDirectory, clock: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    try self.init(directory: directory, clock: clock) { _, _ in }
  }

  /// Opens the store as above; `onStep` is told of each step before and after its commit.
  package init(
    directory: DataDirectory, clock: @escaping @Sendable () -> Date,
    onStep: @escaping @Sendable (DurableStep, DurableStep.Moment) -> Void
  ) throws {
    executor = SerialQueueExecutor(label: "hoso.store")
    self.directory = directory
    self.clock = clock
    self.onStep = onStep
    database = try Database(path: directory.databasePath, schema: RecordSchema.schema)
  }

  /// Opens the store at `path` for reading only, even while another process works on it.
  ///
  /// - Parameter path: The data directory.
  /// - Throws: `DatabaseError`, or `DataDirectoryError` for a file of another version.
  public init(readingFrom path: String) throws {
    executor = SerialQueueExecutor(label: "hoso.store.reader")
    directory = nil
    clock = { Date() }
    onStep = { _, _ in }
    database = try Database(
      path: path + "/hoso.sqlite", schema: RecordSchema.schema, readOnly: true)
  }

  /// Does all of `body` durably, or nothing of it, as the step `step`.
  @discardableResult
  func transaction<Result>(_ step: DurableStep, _ body: () throws -> Result) throws -> Result {
    let result = try database.transaction {
      let result = try body()
      onStep(step, .within)
      return result
    }
    onStep(step, .after)
    return result
  }

  /// The present time in milliseconds since 1970.
  var now: Int64 { Int64((clock().timeIntervalSince1970 * 1000).rounded()) }
}
