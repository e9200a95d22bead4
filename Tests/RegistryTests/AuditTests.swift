import Documents
import Foundation
import RecordStore
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct AuditTests {
  private let folder: TemporaryFolder
  private let place: RegistryPlace
  private let store: RegistryStore

  private static let auditor = Caller(id: "T-7", role: .auditor)

  init() throws {
    folder = try TemporaryFolder()
    place = try TestPlace.new(in: folder.path)
    store = try RegistryStore(place, workflows: .committed())
    for seed in 0..<5 {
      _ = try store.submit(
        SampleRegistration.body(seed: seed), key: "k\(seed)", caller: .program)
    }
  }

  /// Does what somebody with the file could do.
  private func tamper(_ statements: [String]) throws {
    let database = try place.openWriter()
    let table = TestPlace.isPostgres ? " ON audit" : ""
    try database.execute("DROP TRIGGER audit_stays" + table)
    try database.execute("DROP TRIGGER audit_is_kept" + table)
    for sql in statements { try database.execute(sql) }
  }

  /// Whether a registry is there can be asked without making one.
  @Test func aPlaceTellsWhetherItHoldsARegistry() throws {
    #expect(try place.holdsRegistry())
    let other = try TestPlace.new(in: folder.path + "/other")
    #expect(try !other.holdsRegistry())
    #expect(try !other.holdsRegistry())
  }

  @Test func notesEveryReadAndChange() throws {
    let before = try store.auditEntries(after: 0, limit: 1000).count
    _ = try store.registration("R-2", for: Self.auditor)
    _ = try store.history(of: "R-3", for: Self.auditor)
    var search = RegistrationSearch()
    search.number = "0100000001"
    _ = try store.registrations(search, for: Self.auditor)
    _ = try store.lead(
      "R-4", to: "rejected", note: nil, by: Caller(id: "T-8", role: .reviewer))
    let entries = try store.auditEntries(after: Int64(before), limit: 1000)
    #expect(entries.map(\.action) == ["read", "read-history", "search", "transition"])
    #expect(entries.map(\.caller) == ["T-7", "T-7", "T-7", "T-8"])
    #expect(entries.map(\.target) == ["R-2", "R-3", "R-1 R-2 R-3 R-4 R-5", "R-4"])
    #expect(!entries.contains { "\($0)".contains("0100000001") })
  }

  @Test func isIntactAsItWasWritten() throws {
    let entries = try store.auditEntries(after: 0, limit: 1000)
    let head = try #require(entries.last)
    #expect(
      try store.verifyAudit() == .intact(count: Int64(entries.count), head: head.hash))
    #expect(try store.verifyAudit(seen: (2, entries[1].hash)) != .altered(id: 2))
  }

  @Test func theDatabaseItselfRefusesToAlterIt() throws {
    let database = try place.openWriter()
    #expect(throws: (any Error).self) { try database.execute("UPDATE audit SET caller = 'x'") }
    #expect(throws: (any Error).self) { try database.execute("DELETE FROM audit") }
  }

  @Test(arguments: ["at", "caller", "action", "target", "outcome", "previous", "hash"])
  func namesTheFirstAlteredEntry(column: String) throws {
    let value = column == "at" ? "1" : "'x'"
    try tamper(["UPDATE audit SET \(column) = \(value) WHERE id >= 3"])
    #expect(try store.verifyAudit() == .altered(id: 3))
  }

  @Test func namesTheEntryThatWasTakenOut() throws {
    try tamper(["DELETE FROM audit WHERE id = 2"])
    #expect(try store.verifyAudit() == .altered(id: 2))
  }

  @Test func tellsATrailThatWasCutOff() throws {
    let entries = try store.auditEntries(after: 0, limit: 1000)
    let last = try #require(entries.last)
    try tamper(["DELETE FROM audit WHERE id > 3"])
    #expect(try store.verifyAudit() == .intact(count: 3, head: entries[2].hash))
    #expect(try store.verifyAudit(seen: (last.id, last.hash)) == .cutOff(after: 3))
  }

  @Test func tellsATrailThatWasWrittenAnew() throws {
    let entries = try store.auditEntries(after: 0, limit: 1000)
    let forged = AuditEntry.hash(
      previous: entries[3].hash, id: 5, at: 1, caller: "x", action: "submit", target: "R-5",
      outcome: "received")
    try tamper([
      "UPDATE audit SET at = 1, caller = 'x', outcome = 'received', hash = '\(forged)' WHERE id = 5"
    ])
    #expect(try store.verifyAudit() == .intact(count: 5, head: forged))
    #expect(try store.verifyAudit(seen: (5, entries[4].hash)) == .altered(id: 5))
  }
}
