import Batches
import Delivery
import Documents
import Foundation
import Glibc
import RecordStore
import TestSupport
import Testing
import Workers

/// A hot folder under a clock that the tests move.
@Suite struct FolderWatchTests {
  private let fixture: IntakeFixture

  init() throws { fixture = try IntakeFixture() }

  private func states() async throws -> [String: SourceState] {
    var states: [String: SourceState] = [:]
    for batch in try await fixture.store.batches() {
      for source in try await fixture.store.sources(inBatch: batch.id) {
        states[String(source.path.dropFirst(fixture.input.count + 1))] = source.state
      }
    }
    return states
  }

  @Test func aFileIsReadOnceItHasSettledAndThenDeleted() async throws {
    let watch = try fixture.watch()
    try fixture.folder.write("accepted 0100000001", to: "in/sub/a.jpg")
    #expect(try await watch.look() == FolderWatch.Look(settled: 0, waiting: 1))
    fixture.clock.advance(by: .seconds(2))
    #expect(try await watch.look() == FolderWatch.Look(settled: 0, waiting: 1))
    fixture.clock.advance(by: .seconds(2))
    #expect(try await watch.look() == FolderWatch.Look(settled: 1, waiting: 0))
    #expect(try await states() == ["sub/a.jpg": .delivered])
    #expect(fixture.files == [])
    #expect(fixture.sealed.count == 1)
    #expect(try await fixture.store.batches().map(\.name) == ["evening 2027-01-15"])
    await fixture.pool.stop()
  }

  @Test func aFileThatChangesWaits() async throws {
    let watch = try fixture.watch()
    for length in 1...5 {
      try fixture.folder.write("accepted 010000000\(length)", to: "in/a.jpg")
      fixture.clock.advance(by: .seconds(2))
      #expect(try await watch.look().waiting == 1)
    }
    fixture.clock.advance(by: .seconds(4))
    #expect(try await watch.look().settled == 1)
    #expect(try await states().count == 1)
    await fixture.pool.stop()
  }

  @Test func aFileThatIsBeingWrittenWaits() async throws {
    let watch = try fixture.watch()
    let path = try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    let writer = try FileHandle(forWritingTo: URL(filePath: path))
    _ = try await watch.look()
    fixture.clock.advance(by: .seconds(100))
    #expect(try await watch.look() == FolderWatch.Look(settled: 0, waiting: 1))
    #expect(fixture.files == ["a.jpg"])
    try writer.close()
    // A process that another test is starting may hold the file open a moment longer.
    while try await watch.look().settled == 0 {}
    #expect(fixture.files == [])
    await fixture.pool.stop()
  }

  /// Half a file is refused as damaged; while it is young it is tried again instead.
  @Test func aHalfWrittenFileIsTriedAgain() async throws {
    let watch = try fixture.watch()
    try fixture.folder.write("damaged", to: "in/a.jpg")
    try fixture.folder.write("", to: "in/empty.jpg")
    _ = try await watch.look()
    fixture.clock.advance(by: .seconds(10))
    #expect(try await watch.look() == FolderWatch.Look(settled: 0, waiting: 2))
    #expect(try await states() == [:])
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    _ = try await watch.look()
    fixture.clock.advance(by: .seconds(10))
    #expect(try await watch.look() == FolderWatch.Look(settled: 1, waiting: 1))
    fixture.clock.advance(by: .seconds(60))
    #expect(try await watch.look().waiting == 0)
    #expect(try await states() == ["a.jpg": .delivered, "empty.jpg": .delivered])
    await fixture.pool.stop()
  }

  @Test func originalsCanBeKept() async throws {
    let watch = try fixture.watch(WatchOptions(keepsOriginals: true))
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    try fixture.folder.write("accepted 0100000001", to: "in/sub/copy.jpg")
    try fixture.folder.write("review", to: "in/sub/b.jpg")
    try fixture.folder.write("rejected", to: "in/c.jpg")
    try fixture.folder.write("an earlier one", to: "in/rejected/c.jpg")
    _ = try await watch.look()
    fixture.clock.advance(by: .seconds(4))
    #expect(try await watch.look().settled == 4)
    #expect(
      fixture.files == [
        "done/a.jpg", "done/sub/copy.jpg", "rejected/c (2).jpg", "rejected/c.jpg",
        "review/sub/b.jpg",
      ])
    #expect(try await watch.look() == FolderWatch.Look())
    await fixture.pool.stop()
  }

  @Test func linksAndSpecialFilesArePassedOverAndToldOnce() async throws {
    let watch = try fixture.watch()
    let outside = try fixture.folder.write("accepted 1", to: "outside.jpg")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.input + "/link.jpg", withDestinationPath: outside)
    #expect(mkfifo(fixture.input + "/pipe", 0o600) == 0)
    try fixture.folder.write("", to: "in/.hidden")
    var told: [WatchEvent] = []
    for _ in 0..<3 {
      _ = try await watch.look { told.append($0) }
      fixture.clock.advance(by: .seconds(10))
    }
    #expect(told.count == 3)
    #expect(try await states() == [:])
    #expect(FileManager.default.fileExists(atPath: outside))
    await fixture.pool.stop()
  }

  /// A file that is refused unread has no copy, so it stays.
  @Test func nothingIsDeletedWithoutACopy() async throws {
    let watch = try fixture.watch()
    try fixture.folder.write(String(repeating: "x", count: 1001), to: "in/long.jpg")
    _ = try await watch.look()
    fixture.clock.advance(by: .seconds(100))
    #expect(try await watch.look().settled == 1)
    #expect(try await watch.look() == FolderWatch.Look())
    #expect(fixture.files == ["long.jpg"])
    #expect(try await states() == ["long.jpg": .rejected])
    await fixture.pool.stop()
  }

  /// Nothing kept: the copy goes when the registration is delivered, and not before.
  @Test func withNoDaysTheCopyGoesOnDelivery() async throws {
    let watch = try fixture.watch(days: 0)
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    try fixture.folder.write("review", to: "in/b.jpg")
    _ = try await watch.look()
    fixture.clock.advance(by: .seconds(4))
    _ = try await watch.look()
    #expect(fixture.files == [])
    #expect(fixture.sealed.count == 1)
    await fixture.pool.stop()
  }

  @Test func aWatchThatWasEndedGoesOn() async throws {
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    _ = try await fixture.batches().run([fixture.input])
    #expect(fixture.files == ["a.jpg"])
    // Settled before, but not taken away: as after a kill between the two.
    let watch = try fixture.watch()
    _ = try await watch.look()
    fixture.clock.advance(by: .seconds(4))
    #expect(try await watch.look().settled == 1)
    #expect(fixture.files == [])
    #expect(try await fixture.registry.receipts().count == 1)
    await fixture.pool.stop()
  }

  @Test func theDataDirectoryIsNoHotFolder() throws {
    #expect(throws: BatchError.watchesItself(fixture.directory.path)) {
      _ = try FolderWatch(
        folder: fixture.directory.path, store: fixture.store, directory: fixture.directory,
        pool: fixture.pool, delivery: fixture.delivery, keeping: fixture.keeping(),
        joiner: IntakeFixture.joiner, phrase: SampleResult.phrase)
    }
    #expect(throws: BatchError.noSuchPath("/no/such/folder")) {
      _ = try FolderWatch(
        folder: "/no/such/folder", store: fixture.store, directory: fixture.directory,
        pool: fixture.pool, delivery: fixture.delivery, keeping: fixture.keeping(),
        joiner: IntakeFixture.joiner, phrase: SampleResult.phrase)
    }
  }
}
