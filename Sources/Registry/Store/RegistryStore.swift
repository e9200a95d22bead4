package import Foundation
internal import RecordStore
internal import Synchronization

/// The registry in its database: registrations, their history, tokens and the audit trail.
///
/// Each method is one transaction, on disk when it returns; one after the other, on the thread that
/// calls. What is overdue by the clock is ended before anything else is done.
package final class RegistryStore: Sendable {
  /// The workflows that registrations go through.
  package let workflows: Workflows

  private let database: Mutex<Database>
  private let keysUnderWay = Mutex<Set<String>>([])
  private let clock: @Sendable () -> Date

  /// Opens the registry in the file at `path`, and brings it to the newest version.
  ///
  /// - Parameters:
  ///   - path: The database; made when it is not there.
  ///   - workflows: The workflows.
  ///   - clock: Tells the time.
  /// - Throws: `DatabaseError`, or `DataDirectoryError` for a file of another version.
  package init(
    path: String, workflows: Workflows, clock: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    self.workflows = workflows
    self.clock = clock
    database = Mutex(try Database(path: path, schema: RegistrySchema.schema))
  }

  /// Does `body` as one transaction, after ending what is overdue.
  func transaction<Result: Sendable>(
    _ body: @Sendable (RegistrySession) throws -> Result
  ) throws -> Result {
    try database.withLock { database in
      try database.transaction {
        let session = RegistrySession(database: database, workflows: workflows, date: clock())
        try session.endOverdue()
        return try body(session)
      }
    }
  }

  /// Looks into the database without changing it.
  func look<Result: Sendable>(_ body: @Sendable (RegistrySession) throws -> Result) throws -> Result
  {
    try database.withLock { database in
      try body(RegistrySession(database: database, workflows: workflows, date: clock()))
    }
  }

  /// Ends what is overdue by now; returns how many registrations that were.
  package func endOverdue() throws -> Int {
    try transaction { $0.ended }
  }

  /// Whether the database answers.
  package var isReady: Bool {
    (try? look { try $0.database.row("SELECT count(*) FROM tokens") }) != nil
  }

  /// Takes a registration in, once for each content.
  ///
  /// - Parameters:
  ///   - body: The registration in JSON.
  ///   - key: The key by which a repeat is known, among those of the office.
  ///   - caller: Who sends it.
  /// - Returns: The receipt, and whether it is a new one.
  /// - Throws: `Problem`, or `DatabaseError`.
  package func submit(
    _ body: [UInt8], key: String, caller: Caller
  ) throws -> (isNew: Bool, receipt: [UInt8]) {
    guard (1...128).contains(key.utf8.count), key.utf8.allSatisfy({ (33...126).contains($0) })
    else { throw Problem.badKey }
    let claim = "\(caller.office ?? "") \(key)"
    guard keysUnderWay.withLock({ $0.insert(claim).inserted }) else { throw Problem.underWay }
    defer { keysUnderWay.withLock { _ = $0.remove(claim) } }
    return try transaction { try $0.submit(body, key: key, caller: caller) }
  }
}
