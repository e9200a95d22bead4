import Documents
import Foundation
import TestSupport
import Testing

@testable import RecordStore

@Suite struct RecordStoreTests {
  private let folder: TemporaryFolder
  private let clock = TestClock()
  private let store: RecordStore

  init() throws {
    folder = try TemporaryFolder()
    store = try RecordStore(
      directory: DataDirectory(path: folder.path), clock: { [clock] in clock.now })
  }

  private func file(_ path: String, bytes: Int64 = 10) -> FileFacts {
    FileFacts(path: path, bytes: bytes, modifiedAt: 5)
  }

  private func submission(_ key: String = "k1") -> Submission {
    Submission(idempotencyKey: key, body: [1, 2, 3])
  }

  private func new(_ path: String, sha256: String, batch: Int64) async throws -> Int64 {
    guard case .new(let id) = try await store.take(file(path), sha256: sha256, batch: batch) else {
      Issue.record("\(path) is not new")
      return 0
    }
    return id
  }

  @Test func takesTheSameFileOnce() async throws {
    let batch = try await store.openBatch(named: "b", roots: ["/in"])
    let id = try await new("/in/a", sha256: "aa", batch: batch.id)
    #expect(
      try await store.take(file("/in/a"), sha256: "aa", batch: batch.id) == .known(id: id, .taken))
    let unchanged = try #require(try await store.source(unchanged: file("/in/a")))
    #expect(unchanged.id == id)
    #expect(try await store.source(unchanged: file("/in/a", bytes: 11)) == nil)
  }

  @Test func sameBytesElsewhereAreADuplicate() async throws {
    let first = try await store.openBatch(named: "one", roots: ["/in"])
    let second = try await store.openBatch(named: "two", roots: ["/else"])
    let id = try await new("/in/a", sha256: "aa", batch: first.id)
    for batch in [first, second] {
      let intake = try await store.take(file("/else/\(batch.id)"), sha256: "aa", batch: batch.id)
      guard case .duplicate(let copy) = intake else {
        Issue.record("\(intake)")
        return
      }
      let source = try #require(try await store.source(copy))
      #expect(source.originalPath == "/in/a")
      #expect(source.state == .duplicate)
    }
    #expect(try await store.places(ofSource: id)?.paths == ["/in/a", "/else/1", "/else/2"])
    // The second batch cannot be finished while the one that was first has not read the bytes.
    #expect(try await store.undecidedSources(inBatch: second.id) == [id])
  }

  @Test func decidesOnce() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    let id = try await new("/a", sha256: "aa", batch: batch.id)
    try await store.decide(id, result: SampleResult.make(), submission: submission())
    try await store.decide(id, result: SampleResult.make(.rejected), submission: nil)
    #expect(try await store.source(id)?.state == .accepted)
    #expect(try await store.dueSubmissions(limit: 9).map(\.submission) == [submission()])
  }

  @Test func keepsResultAndReasonsWithTheirSeverity() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    let id = try await new("/a", sha256: "aa", batch: batch.id)
    let result = SampleResult.make(.review, kinds: [.cccdChip, .form01])
    try await store.decide(id, result: result, submission: nil)
    #expect(try await store.result(ofSource: id)?.documents == result.documents)
    let source = try #require(try await store.source(id))
    #expect(source.kinds == [.cccdChip, .form01])
    #expect(source.reasons == result.documents.flatMap(\.reasons))
    #expect(source.state == .review)
  }

  @Test func aSubmissionGoesThroughTheOutbox() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    let id = try await new("/a", sha256: "aa", batch: batch.id)
    try await store.decide(id, result: SampleResult.make(), submission: submission())
    let entry = try #require(try await store.waitingSubmission(ofSource: id))
    try await store.postpone(entry.id, by: .seconds(2), problem: "away", counts: true)
    #expect(try await store.dueSubmissions(limit: 9).isEmpty)
    #expect(try await store.waitingSubmissions().count == 1)
    try await store.finishBatch(batch.id)
    #expect(try await store.batch(named: "b")?.state == .open)
    clock.advance(by: .seconds(2))
    #expect(try await store.dueSubmissions(limit: 9).map(\.attempts) == [1])
    try await store.acknowledge(entry.id, registration: "R-1")
    #expect(try await store.source(id)?.state == .delivered)
    #expect(try await store.waitingSubmissions().count == 0)
    try await store.finishBatch(batch.id)
    #expect(try await store.batch(named: "b")?.state == .finished)
  }

  @Test func aDeadLetterGoesToReviewAndCanBeReplayed() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    let id = try await new("/a", sha256: "aa", batch: batch.id)
    try await store.decide(id, result: SampleResult.make(), submission: submission())
    let entry = try #require(try await store.waitingSubmission(ofSource: id))
    let reason = SampleResult.phrase(Finding(.registrationConflict))
    try await store.giveUp(entry.id, problem: "taken", reason: reason)
    try await store.giveUp(entry.id, problem: "taken", reason: reason)
    #expect(try await store.source(id)?.state == .review)
    #expect(try await store.source(id)?.reasons == [reason])
    try await store.finishBatch(batch.id)
    #expect(try await store.replayDeadSubmissions() == 1)
    #expect(try await store.source(id)?.state == .accepted)
    #expect(try await store.source(id)?.reasons == [])
    #expect(try await store.batch(named: "b")?.state == .open)
    #expect(try await store.dueSubmissions(limit: 9).map(\.attempts) == [0])
  }

  @Test func anUnreadableFileIsTriedAgain() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    for _ in 0..<2 {
      let id = try await store.refuse(
        file("/a"), result: SampleResult.make(.rejected, sha256: "", kinds: []), batch: batch.id)
      #expect(try await store.source(id)?.state == .rejected)
    }
    #expect(try await store.source(unchanged: file("/a")) == nil)
    let id = try await new("/a", sha256: "aa", batch: batch.id)
    #expect(try await store.sources(inBatch: batch.id).map(\.id) == [id])
  }

  @Test func aVanishedSourceGivesUpItsClaim() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    let id = try await new("/a", sha256: "aa", batch: batch.id)
    try await store.refuseVanished(id, result: SampleResult.make(.rejected, kinds: []))
    #expect(try await store.source(id)?.state == .rejected)
    _ = try await new("/b", sha256: "aa", batch: batch.id)
  }

  @Test func retryingPutsRejectedSourcesBack() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    let rejected = try await new("/a", sha256: "aa", batch: batch.id)
    let review = try await new("/b", sha256: "bb", batch: batch.id)
    try await store.decide(rejected, result: SampleResult.make(.rejected), submission: nil)
    try await store.decide(review, result: SampleResult.make(.review), submission: nil)
    try await store.finishBatch(batch.id)
    #expect(try await store.retryRejected(inBatch: batch.id) == 1)
    #expect(try await store.undecidedSources(inBatch: batch.id) == [rejected])
    #expect(try await store.source(rejected)?.reasons == [])
    #expect(try await store.batch(named: "b")?.state == .open)
    try await store.decide(rejected, result: SampleResult.make(.review), submission: nil)
    #expect(try await store.batch(named: "b")?.counts == [.review: 2])
  }

  @Test func cancellingForgetsOnlyWhatIsUndecided() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    let done = try await new("/a", sha256: "aa", batch: batch.id)
    try await store.decide(done, result: SampleResult.make(.review), submission: nil)
    _ = try await new("/b", sha256: "bb", batch: batch.id)
    _ = try await store.take(file("/b2"), sha256: "bb", batch: batch.id)
    try await store.cancelBatch(batch.id)
    #expect(try await store.sources(inBatch: batch.id).map(\.id) == [done])
    #expect(try await store.batch(named: "b")?.state == .cancelled)
  }

  /// What another batch found to be a copy must not go with the batch that held the original.
  @Test func cancellingHandsOverWhatAnotherBatchNeeds() async throws {
    let first = try await store.openBatch(named: "one", roots: [])
    let second = try await store.openBatch(named: "two", roots: [])
    let id = try await new("/a", sha256: "aa", batch: first.id)
    _ = try await store.take(file("/copy"), sha256: "aa", batch: second.id)
    try await store.finishBatch(second.id)
    try await store.cancelBatch(first.id)
    #expect(try await store.source(id)?.batchID == second.id)
    #expect(try await store.batch(named: "two")?.state == .open)
  }

  @Test func goesOnWithABatchOfTheSameName() async throws {
    let first = try await store.openBatch(named: "b", roots: ["/x"])
    clock.advance(by: .seconds(60))
    let second = try await store.openBatch(named: "b", roots: ["/x", "/y"])
    #expect(first.id == second.id)
    #expect(second.roots == ["/x", "/y"])
    #expect(second.createdAt == first.createdAt)
    #expect(first.createdAt == Date(timeIntervalSince1970: 1_800_000_000))
  }

  @Test func canBeReadWhileAnotherWorks() async throws {
    let batch = try await store.openBatch(named: "b", roots: [])
    _ = try await new("/a", sha256: "aa", batch: batch.id)
    let reader = try RecordStore(readingFrom: folder.path)
    #expect(try await reader.batches().map(\.counts) == [[.taken: 1]])
    await #expect(throws: DatabaseError.self) { try await reader.cancelBatch(batch.id) }
  }
}
