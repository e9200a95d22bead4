internal import Foundation
internal import RecordStore

/// One transaction of the registry, at one moment.
final class RegistrySession {
  let database: any RegistryDatabase
  let workflows: Workflows
  /// The moment, in milliseconds since 1970.
  let now: Int64
  /// How many overdue registrations this transaction ended.
  private(set) var ended = 0
  /// The entry of the audit trail that was written last, once that is known.
  var lastEntry: (id: Int64, hash: String)?
  /// The number of the registration that was opened last, once that is known.
  var lastNumber: Int64?
  /// What the transaction does, in the words of the audit trail.
  var actions: Set<String> = []

  init(database: any RegistryDatabase, workflows: Workflows, date: Date) {
    self.database = database
    self.workflows = workflows
    now = Self.milliseconds(date)
  }

  /// Forgets what it knows of rows, some of which were taken back: `actions` are left.
  func takeBack(to actions: Set<String>) {
    self.actions = actions
    lastEntry = nil
    lastNumber = nil
  }

  static func milliseconds(_ date: Date) -> Int64 {
    Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  static func date(_ milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// Ends the registrations whose time is over.
  func endOverdue() throws {
    let overdue = try database.execute(
      "SELECT \(Self.columns) FROM registrations WHERE due_at <= ? ORDER BY due_at, id LIMIT 1000",
      [.integer(now)]
    ).compactMap(registration)
    for registration in overdue {
      guard let deadline = workflows[registration.type].deadline(in: registration.state) else {
        try database.write(
          "UPDATE registrations SET due_at = NULL WHERE id = ?", [.integer(registration.number)])
        continue
      }
      try move(registration, to: deadline.to, by: .program, note: nil)
      try note(.program, "expire", target: registration.id, outcome: deadline.to)
      try notify(registration.number)
      ended += 1
    }
  }

  static let columns = "id, type, state, office, received_at, changed_at, due_at"

  /// The registration in a row of `columns`; nil when its type is unknown.
  func registration(_ row: DatabaseRow) -> StoredRegistration? { registration(row, from: 0) }

  /// The registration in a row whose columns from `first` on are `columns`.
  func registration(_ row: DatabaseRow, from first: Int) -> StoredRegistration? {
    guard let type = RegistrationType(rawValue: row.text(first + 1)) else { return nil }
    return StoredRegistration(
      number: row.integer(first), type: type, state: row.text(first + 2),
      office: row.text(first + 3), receivedAt: Self.date(row.integer(first + 4)),
      changedAt: Self.date(row.integer(first + 5)),
      dueAt: row.optionalInteger(first + 6).map(Self.date))
  }

  /// Leads a registration to another state, whoever may; returns it as it is then.
  @discardableResult
  func move(
    _ registration: StoredRegistration, to state: String, by caller: Caller, note: String?
  ) throws -> StoredRegistration {
    let workflow = workflows[registration.type]
    let due = workflow.deadline(in: state).map { deadline in
      Self.milliseconds(registration.receivedAt) + Int64(deadline.days) * 86_400_000
    }
    try database.write(
      "UPDATE registrations SET state = ?, changed_at = ?, due_at = ? WHERE id = ?",
      [.text(state), .integer(now), DatabaseValue(due), .integer(registration.number)])
    try insertChange(of: registration.number, to: state, by: caller, note: note)
    if workflow.states[state]?.releasesPhone == true { try releasePhone(of: registration.number) }
    return StoredRegistration(
      number: registration.number, type: registration.type, state: state,
      office: registration.office, receivedAt: registration.receivedAt, changedAt: Self.date(now),
      dueAt: due.map(Self.date))
  }

  func insertChange(of number: Int64, to state: String, by caller: Caller, note: String?) throws {
    try database.write(
      "INSERT INTO transitions (registration_id, state, at, caller, note) VALUES (?, ?, ?, ?, ?)",
      [.integer(number), .text(state), .integer(now), .text(caller.id), DatabaseValue(note)])
  }
}
