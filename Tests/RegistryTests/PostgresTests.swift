import Documents
import Foundation
import Postgres
import RecordStore
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite(.enabled(if: TestPlace.isPostgres)) struct PostgresTests {
  private func connection() throws -> PostgresConnection {
    guard case .postgres(let address) = try TestPlace.new(in: "") else { throw CancellationError() }
    return try PostgresConnection(address)
  }

  @Test func valuesComeBackAsTheyWent() throws {
    let connection = try connection()
    try connection.execute("CREATE TABLE t (id BIGINT, name TEXT, bytes BYTEA)")
    let bytes: [UInt8] = Array(0...255)
    for (number, text, blob) in [
      (Int64.max, "", []), (Int64.min, "Đặng 'Thuỳ' ?", bytes), (0, "\t\n", [0]),
    ] as [(Int64, String, [UInt8])] {
      try connection.execute(
        "INSERT INTO t VALUES (?, ?, ?)", [.integer(number), .text(text), .blob(blob)])
      #expect(connection.changedCount == 1)
      let row = try connection.row(
        "SELECT id, name, bytes, '?' FROM t WHERE id = ?", [.integer(number)])
      #expect(row?.integer(0) == number)
      #expect(row?.text(1) == text)
      #expect(row?.blob(2) == blob)
      #expect(row?.text(3) == "?")
    }
    try connection.execute("INSERT INTO t VALUES (?, ?, ?)", [.null, .null, .null])
    let row = try connection.row("SELECT id, name, bytes FROM t WHERE id IS NULL")
    #expect(row?.optionalInteger(0) == nil && row?.optionalText(1) == nil)
  }

  @Test func aConnectionThatWasLostIsMadeAnew() throws {
    let connection = try connection()
    try connection.execute("CREATE TABLE t (id BIGINT)")
    func cut() throws {
      _ = try? connection.execute("SELECT pg_terminate_backend(pg_backend_pid())::text")
    }
    try cut()
    try connection.transaction { try connection.execute("INSERT INTO t VALUES (1)") }
    #expect(throws: PostgresError.self) {
      try connection.transaction {
        try connection.execute("INSERT INTO t VALUES (2)")
        try cut()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try connection.row("SELECT count(*) FROM t")?.integer(0) == 1)
  }

  /// The second is long, for shorter ones also stand in names that the message may hold, as of a
  /// database for tests.
  @Test func anErrorHoldsNoValue() throws {
    let connection = try connection()
    try connection.execute("CREATE TABLE t (id BIGINT PRIMARY KEY CHECK (id > 0))")
    for value in ["secret-value", "-7310052918"] {
      let error = #expect(throws: PostgresError.self) {
        try connection.execute("INSERT INTO t VALUES (?)", [.text(value)])
      }
      #expect(error?.isPassing == false)
      #expect(error.map { !"\($0)".contains(value) } == true)
    }
  }

  @Test(arguments: [
    "postgres://hoso:secret@127.0.0.1:1/x", "postgres://hoso:secret@[/x",
    "postgres://hoso:secret@/x?host=/nowhere", "postgres://hoso:sec%ret@127.0.0.1/x",
  ])
  func aServerThatIsAwayIsNamedWithoutItsPassword(address: String) {
    let error = #expect(throws: PostgresError.self) { try PostgresConnection(address) }
    #expect(error?.isLost == true)
    #expect(error.map { "\($0)".contains("check that PostgreSQL runs there") } == true)
    #expect(error.map { !"\($0)".contains("sec") } == true)
  }

  /// Dumped in the middle of the work, a restored copy is whole, and knows what it has.
  @Test func aRestoredDumpIsWhole() throws {
    let place = try TestPlace.new(in: "")
    let store = try RegistryStore(place, workflows: .committed())
    @Sendable func submit(_ number: Int, to store: RegistryStore) throws -> Bool {
      try store.submit(
        SampleRegistration.body(
          .individualAccount, [.socialInsuranceNumber: String(format: "01%08d", number)]),
        key: "k\(number)", caller: .program
      ).isNew
    }
    for number in 0..<20 { _ = try submit(number, to: store) }
    let ended = DispatchSemaphore(value: 0)
    Thread {
      for number in 20..<120 { _ = try? submit(number, to: store) }
      ended.signal()
    }.start()
    let copy = try PostgresCluster.shared.get().restoredCopy(of: place)
    ended.wait()
    let restored = try RegistryStore(copy, workflows: .committed())
    guard case .intact = try restored.verifyAudit() else {
      Issue.record("the trail is broken")
      return
    }
    let held = try restored.receipts().count
    #expect(held >= 20)
    var new = 0
    for number in 0..<120 where try submit(number, to: restored) { new += 1 }
    #expect(held + new == 120)
  }

  @Test func aReaderChangesNothing() throws {
    guard case .postgres(let address) = try TestPlace.new(in: "") else { return }
    let reader = try PostgresConnection(address, isReadOnly: true)
    #expect(throws: PostgresError.self) { try reader.execute("CREATE TABLE t (id BIGINT)") }
  }
}
