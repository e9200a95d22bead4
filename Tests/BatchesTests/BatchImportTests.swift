@testable import Batches
@testable import Delivery
import Documents
import Foundation
import RecordStore
import Registry
import RegistrySupport
import TestSupport
import Testing
import Workers

@Suite struct BatchImportTests {
  private let folder: TemporaryFolder
  private let directory: DataDirectory
  private let store: RecordStore
  private let registry: EmbeddedRegistry
  private let pool: WorkerPool
  private let batch: BatchImport

  init() throws {
    folder = try TemporaryFolder()
    directory = try DataDirectory(path: folder.path + "/in/data")
    store = try RecordStore(directory: directory)
    registry = try EmbeddedRegistry(directory: directory, workflows: .committed())
    // Workers leave marks for the tests, which a confinement would refuse.
    pool = WorkerPool(
      program: WorkerProgram(path: Probe.path, arguments: ["worker"], showsLog: false), count: 2,
      confinement: .whereThere, kernel: Confinement())
    batch = BatchImport(
      store: store, directory: directory, pool: pool,
      delivery: OutboxDelivery(
        store: store, endpoint: registry.endpoint, phrase: SampleResult.phrase),
      maximumFileBytes: 1000, joiner: IntakeFixture.joiner, phrase: SampleResult.phrase)
  }

  private var input: String { folder.path + "/in" }

  private func states(_ report: BatchReport) -> [String: SourceState] {
    Dictionary(
      uniqueKeysWithValues: report.files.map {
        (String($0.source.path.dropFirst(input.count + 1)), $0.source.state)
      })
  }

  @Test func everyFileEndsSomewhere() async throws {
    try folder.write("accepted 0100000001", to: "in/a.jpg")
    try folder.write("review", to: "in/b.jpg")
    try folder.write("rejected", to: "in/sub/deep/c.jpg")
    try folder.write("accepted 0100000001", to: "in/sub/copy of a.jpg")
    try folder.write("crash", to: "in/d.jpg")
    try folder.write(String(repeating: "x", count: 1001), to: "in/long.jpg")
    try folder.write("", to: "in/empty.jpg")
    try folder.write("accepted", to: "in/.hidden")
    try FileManager.default.createSymbolicLink(
      atPath: input + "/link", withDestinationPath: input + "/a.jpg")
    var events: [BatchEvent] = []
    let report = try await batch.run([input]) { events.append($0) }
    var states = states(report)
    // Which of two copies is met first is open.
    let copies = [
      states.removeValue(forKey: "a.jpg"), states.removeValue(forKey: "sub/copy of a.jpg"),
    ]
    #expect(Set(copies) == [.delivered, .duplicate])
    #expect(
      states == [
        "b.jpg": .review, "sub/deep/c.jpg": .rejected, "d.jpg": .rejected, "long.jpg": .rejected,
        "empty.jpg": .delivered,
      ])
    #expect(
      Set(report.refused) == [
        RefusedPath(path: input + "/.hidden", cause: .hidden),
        RefusedPath(path: input + "/link", cause: .symbolicLink),
      ])
    #expect(report.batch.state == .finished)
    #expect(report.exitCode == 4)
    #expect(try await registry.receipts().count == 2)
    let codes = Dictionary(
      uniqueKeysWithValues: report.files.map {
        ($0.source.path.split(separator: "/").last ?? "", $0.source.reasons.map(\.code))
      })
    #expect(codes["d.jpg"] == [.workerCrashed])
    #expect(codes["long.jpg"] == [.fileTooLarge])
    #expect(events.first == .listed(count: 7))
    #expect(events.last == .delivering)
    #expect(events.count == 9)
    await pool.stop()
  }

  @Test func runningAgainSkipsWhatItHas() async throws {
    try folder.write("accepted 0100000001", to: "in/a.jpg")
    try folder.write("review", to: "in/b.jpg")
    let first = try await batch.run([input])
    try folder.write("accepted 0100000002", to: "in/c.jpg")
    let second = try await batch.run([input])
    #expect(first.batch.id == second.batch.id)
    #expect(second.files.filter { !$0.wasKnown }.map(\.source.path) == [input + "/c.jpg"])
    #expect(second.files.count == 3)
    #expect(second.exitCode == 3)
    #expect(try await registry.receipts().count == 2)
    let single = try await batch.run([input + "/a.jpg"], name: "single")
    #expect(single.files.map(\.wasKnown) == [true])
    #expect(single.exitCode == 0)
    await pool.stop()
  }

  @Test func aCopyDoesNotCountForTheExitCode() async throws {
    try folder.write("rejected", to: "in/a.jpg")
    try folder.write("rejected", to: "in/other/b.jpg")
    #expect(try await batch.run([input + "/a.jpg"]).exitCode == 4)
    let report = try await batch.run([input + "/other"])
    #expect(report.files.map(\.source.state) == [.duplicate])
    #expect(report.files.first?.source.originalPath == input + "/a.jpg")
    #expect(report.exitCode == 0)
    await pool.stop()
  }

  /// A changed file is another source; what was known about the old bytes stays.
  @Test func aChangedFileIsReadAgain() async throws {
    try folder.write("review", to: "in/a.jpg")
    _ = try await batch.run([input])
    try folder.write("accepted 1", to: "in/a.jpg")
    let report = try await batch.run([input])
    #expect(
      report.files.map(\.source.state).sorted { $0.rawValue < $1.rawValue } == [
        .delivered, .review,
      ])
    await pool.stop()
  }

  @Test func whatIsNoRegistrationGoesToReview() async throws {
    try folder.write("letter", to: "in/a.jpg")
    let report = try await batch.run([input])
    #expect(report.files.map(\.source.state) == [.review])
    #expect(report.files.first?.source.reasons.map(\.code) == [.kindNotRegistrable])
    #expect(report.files.first?.source.reasons.map(\.severity) == [.doubt])
    await pool.stop()
  }

  @Test func cancellingStopsAndRunningAgainFinishes() async throws {
    let mark = folder.path + "/mark"
    try folder.write("accepted 1", to: "in/a.jpg")
    let hanging = try folder.write("hang \(mark)", to: "in/b.jpg")
    let run = Task { try await batch.run([input], name: "evening") }
    while !FileManager.default.fileExists(atPath: mark) { await Task.yield() }
    run.cancel()
    let report = try await run.value
    #expect(report.wasInterrupted)
    #expect(report.exitCode == 5)
    #expect(report.batch.state == .open)
    // The bytes that were taken in are gone: nothing else can become of them.
    try FileManager.default.removeItem(atPath: hanging)
    let second = try await batch.resume()
    #expect(second.batch.name == "evening")
    #expect(states(second) == ["a.jpg": .delivered, "b.jpg": .rejected])
    #expect(second.files.last?.source.reasons.map(\.code) == [.fileUnreadable])
    #expect(second.batch.state == .finished)
    await pool.stop()
  }

  /// The original has gone before it was read, a copy of it is still there.
  @Test func readsACopyWhenTheOriginalHasGone() async throws {
    let copy = try folder.write("hang \(folder.path)/mark", to: "in/copy.jpg")
    let original = try folder.write("hang \(folder.path)/mark", to: "in/a.jpg")
    let run = Task { try await batch.run([original], name: "one") }
    while !FileManager.default.fileExists(atPath: folder.path + "/mark") { await Task.yield() }
    run.cancel()
    _ = try await run.value
    try FileManager.default.removeItem(atPath: original)
    let quick = WorkerPool(
      program: WorkerProgram(path: Probe.path, arguments: ["worker"], showsLog: false), count: 1,
      limits: WorkerLimits(time: .milliseconds(200)))
    let other = BatchImport(
      store: store, directory: directory, pool: quick,
      delivery: OutboxDelivery(
        store: store, endpoint: registry.endpoint, phrase: SampleResult.phrase),
      joiner: IntakeFixture.joiner, phrase: SampleResult.phrase)
    let report = try await other.run([copy], name: "two")
    // It was read, not found missing.
    let read = report.files.filter { $0.source.state != .duplicate }
    #expect(read.map(\.source.path) == [original])
    #expect(read.flatMap { $0.source.reasons.map(\.code) } == [.workerTimedOut])
    await pool.stop()
    await quick.stop()
  }

  @Test func retriesWhatWasRejected() async throws {
    let mark = folder.path + "/mark"
    try folder.write("crash-until \(mark)", to: "in/a.jpg")
    try folder.write("review", to: "in/b.jpg")
    let first = try await batch.run([input])
    #expect(states(first) == ["a.jpg": .rejected, "b.jpg": .review])
    try folder.write("", to: "mark")
    let second = try await batch.retryRejected()
    #expect(states(second) == ["a.jpg": .delivered, "b.jpg": .review])
    await pool.stop()
  }

  @Test func saysWhatIsWrongWithAPath() async throws {
    await #expect(throws: BatchError.noSuchPath("/no/such/place")) {
      try await batch.run(["/no/such/place"])
    }
    await #expect(throws: BatchError.noSuchBatch(name: "x")) { try await batch.resume("x") }
    await #expect(throws: BatchError.noSuchBatch(name: nil)) { try await batch.resume() }
    #expect(try await store.batches().isEmpty)
  }

  /// A failure of the work itself is not held against a document.
  @Test func aMissingModelRejectsNothing() async throws {
    try folder.write("accepted 1", to: "in/a.jpg")
    let broken = WorkerPool(
      program: WorkerProgram(path: Probe.path, arguments: ["worker", "refuses"], showsLog: false),
      count: 1)
    let other = BatchImport(
      store: store, directory: directory, pool: broken,
      delivery: OutboxDelivery(
        store: store, endpoint: registry.endpoint, phrase: SampleResult.phrase),
      joiner: IntakeFixture.joiner, phrase: SampleResult.phrase)
    await #expect(throws: WorkerPoolError.workFailed(message: "cannot load model 'xyz'")) {
      try await other.run([input])
    }
    #expect(states(try await batch.run([input])) == ["a.jpg": .delivered])
    await pool.stop()
  }

  @Test func aServiceThatIsAwayLosesNothing() async throws {
    try folder.write("accepted 1", to: "in/a.jpg")
    let away = BatchImport(
      store: store, directory: directory, pool: pool,
      delivery: OutboxDelivery(
        store: store,
        endpoint: RegistrationEndpoint { _ in
          throw RegistrationEndpoint.Unreachable("no connection")
        }, policy: RetryPolicy(patience: .zero), phrase: SampleResult.phrase),
      joiner: IntakeFixture.joiner, phrase: SampleResult.phrase)
    let report = try await away.run([input])
    #expect(report.undelivered == OutboxDelivery.Remainder(count: 1, problem: "no connection"))
    #expect(report.exitCode == 5)
    #expect(report.batch.state == .open)
    let second = try await batch.resume()
    #expect(states(second) == ["a.jpg": .delivered])
    #expect(second.exitCode == 0)
    await pool.stop()
  }
}
