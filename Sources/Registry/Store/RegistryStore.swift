package import Foundation
internal import Postgres
package import RecordStore
internal import Synchronization

/// The registry in its database: registrations, their history, tokens and the audit trail.
///
/// What changes something is on the disk when its method returns. Callers that wait at the same time
/// share a transaction, in which each has a savepoint of its own: one that is refused takes nothing
/// back but its own. What is overdue by the clock is ended before anything else is done.
package final class RegistryStore: Sendable {
  /// The workflows that registrations go through.
  package let workflows: Workflows

  private let writer: Mutex<any RegistryDatabase>
  private let reader: Mutex<any RegistryDatabase>
  private let group = CommitGroup<Undertaking>(limit: 32)
  private let keysUnderWay = Mutex<Set<String>>([])
  private let clock: @Sendable () -> Date
  private let onCommit: @Sendable (Set<String>, DurableStep.Moment) -> Void

  /// Opens the registry at `place`, and brings it to the newest version.
  ///
  /// - Parameters:
  ///   - place: The database; a file is made when it is not there.
  ///   - workflows: The workflows.
  ///   - clock: Tells the time.
  ///   - onCommit: Is told what a transaction does, in the words of the audit trail, when everything is
  ///     written, and when it is on the disk.
  /// - Throws: `DatabaseError`, `PostgresError`, or `DataDirectoryError` for another version.
  package init(
    _ place: RegistryPlace, workflows: Workflows,
    clock: @escaping @Sendable () -> Date = { Date() },
    onCommit: @escaping @Sendable (Set<String>, DurableStep.Moment) -> Void = { _, _ in }
  ) throws {
    self.workflows = workflows
    self.clock = clock
    self.onCommit = onCommit
    writer = Mutex(try place.openWriter())
    reader = Mutex(try place.openReader())
  }

  /// Does `body` within a transaction, after ending what is overdue; returns when it is on the disk.
  func transaction<Result: Sendable>(
    _ body: @escaping @Sendable (RegistrySession) throws -> Result
  ) throws -> Result {
    let result = Outcome<Result>()
    let undertaking = Undertaking { session in
      let value = try body(session)
      result.value.withLock { $0 = value }
    }
    group.perform(undertaking, doAll: commit)
    if let error = undertaking.error { throw error }
    guard let value = result.value.withLock(\.self) else {
      preconditionFailure("an undertaking either fails or has a result")
    }
    return value
  }

  private final class Outcome<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// Does all of `undertakings` that can be done, in one transaction.
  private func commit(_ undertakings: [Undertaking]) {
    do {
      try writer.withLock { database in
        let actions = try database.transaction {
          let session = RegistrySession(database: database, workflows: workflows, date: clock())
          try session.endOverdue()
          try run(undertakings, in: session)
          onCommit(session.actions, .within)
          return session.actions
        }
        onCommit(actions, .after)
      }
    } catch {
      for undertaking in undertakings { undertaking.fail(error) }
    }
  }

  /// Does each of `undertakings`; where they are several, one that fails takes back its own alone.
  private func run(_ undertakings: [Undertaking], in session: RegistrySession) throws {
    guard undertakings.count > 1 else {
      for undertaking in undertakings { try undertaking.run(in: session) }
      return
    }
    for undertaking in undertakings {
      let actions = session.actions
      do {
        try session.database.savepoint { try undertaking.run(in: session) }
      } catch {
        undertaking.fail(error)
        session.takeBack(to: actions)
        // With the transaction itself gone, nothing of the group is done.
        guard session.database.isInTransaction else { throw error }
      }
    }
  }

  /// Rewrites the tables without the room of what was deleted.
  func compact() throws { try writer.withLock { try $0.compact() } }

  /// How many callers wait for the transaction after the present one.
  package var waitingCount: Int { group.waitingCount }

  /// Looks into the database without changing it, beside what is being written.
  func look<Result: Sendable>(_ body: @Sendable (RegistrySession) throws -> Result) throws -> Result
  {
    try reader.withLock { database in
      try body(RegistrySession(database: database, workflows: workflows, date: clock()))
    }
  }

  /// Ends what is overdue by now; returns how many registrations that were.
  package func endOverdue() throws -> Int {
    try transaction { $0.ended }
  }

  /// Whether what failed may succeed later: a full disk, a database that is held or away.
  package static func isPassing(_ error: any Error) -> Bool {
    switch error {
    case let error as DatabaseError: error.isDiskFull || error.isBusy
    case let error as PostgresError: error.isPassing
    default: false
    }
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
