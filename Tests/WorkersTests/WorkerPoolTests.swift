import Documents
import Foundation
import Testing

@testable import Workers

@Suite struct WorkerPoolTests {
  /// The probe stands beside the test program.
  private static let probe = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "batch-probe").path

  /// Without a confinement, workers leave marks.
  private func pool(
    _ mode: String? = nil, count: Int = 1, limits: WorkerLimits = WorkerLimits(),
    isConfined: Bool = true
  ) -> WorkerPool {
    WorkerPool(
      program: WorkerProgram(
        path: Self.probe, arguments: ["worker"] + (mode.map { [$0] } ?? []), showsLog: false),
      count: count, limits: limits, confinement: isConfined ? .required : .whereThere,
      kernel: isConfined ? .offered : Confinement())
  }

  private func read(_ text: String, in pool: WorkerPool) async throws -> WorkerOutcome {
    try await pool.result(
      of: Array(text.utf8), request: WorkRequest(name: "a.jpg", sha256: "00"))
  }

  private func process(of outcome: WorkerOutcome) throws -> String {
    guard case .finished(let answer) = outcome else {
      Issue.record("not finished: \(outcome)")
      return ""
    }
    return try #require(answer.result.dossier.fields[FieldKey(rawValue: "process")]?.value?.text)
  }

  @Test func readsInOneWarmWorker() async throws {
    let pool = pool()
    let first = try process(of: await read("accepted", in: pool))
    let second = try process(of: await read("review", in: pool))
    #expect(first == second)
    await pool.stop()
  }

  /// What the preview JSON leaves out must still reach the store.
  @Test func keepsTheSeverityOfReasons() async throws {
    let pool = pool()
    let outcome = try await read("rejected", in: pool)
    guard case .finished(let answer) = outcome else {
      Issue.record("not finished")
      return
    }
    #expect(answer.result.documents.first?.reasons.first?.severity == .refusal)
    await pool.stop()
  }

  struct Poison: Sendable, CustomTestStringConvertible {
    let text: String
    let code: ReasonCode
    var testDescription: String { text }
  }

  @Test(arguments: [
    Poison(text: "crash", code: .workerCrashed),
    Poison(text: "babble", code: .workerCrashed),
    Poison(text: "hang", code: .workerTimedOut),
    Poison(text: "eat", code: .workerOutOfMemory),
  ])
  func costsOneDocument(poison: Poison) async throws {
    let pool = pool(
      limits: WorkerLimits(
        time: poison.text == "hang" ? .seconds(1) : .seconds(60), memoryBytes: 200 << 20,
        addressSpaceBytes: 0))
    #expect(try await read(poison.text, in: pool) == .failed(Finding(poison.code)))
    _ = try process(of: await read("accepted", in: pool))
    await pool.stop()
  }

  @Test func refusesAnAddressSpaceBeyondTheLimit() async throws {
    let pool = pool()
    _ = try process(of: await read("map", in: pool))
    await pool.stop()
  }

  @Test func triesAgainInAFreshWorker() async throws {
    let mark = FileManager.default.temporaryDirectory.appending(path: "probe-\(UUID()).mark").path
    defer { try? FileManager.default.removeItem(atPath: mark) }
    let pool = pool(isConfined: false)
    _ = try process(of: await read("crash-once \(mark)", in: pool))
    #expect(FileManager.default.fileExists(atPath: mark))
    await pool.stop()
  }

  @Test func replacesAWorkerAfterItsShare() async throws {
    let pool = pool(limits: WorkerLimits(recycleCount: 2))
    var processes: [String] = []
    for _ in 0..<4 { processes.append(try process(of: await read("accepted", in: pool))) }
    #expect(processes[0] == processes[1])
    #expect(processes[2] == processes[3])
    #expect(processes[1] != processes[2])
    await pool.stop()
  }

  @Test func replacesAWorkerThatGrew() async throws {
    let pool = pool(limits: WorkerLimits(recycleMemoryBytes: 1))
    let first = try process(of: await read("accepted", in: pool))
    #expect(try process(of: await read("accepted", in: pool)) != first)
    await pool.stop()
  }

  @Test func aStrayPrintDisturbsNothing() async throws {
    let pool = pool()
    _ = try process(of: await read("print", in: pool))
    _ = try process(of: await read("accepted", in: pool))
    await pool.stop()
  }

  @Test func carriesBytesOfAnySize() async throws {
    let pool = pool(count: 2)
    let large = "accepted 1234567890 " + String(repeating: "x", count: 5_000_000)
    _ = try process(of: await read(large, in: pool))
    _ = try process(of: await read("", in: pool))
    await pool.stop()
  }

  @Test func sharesTheWorkAmongWorkers() async throws {
    let pool = pool(count: 2)
    let results = try await withThrowingTaskGroup(of: WorkerOutcome.self) { group in
      for _ in 0..<20 { group.addTask { try await self.read("accepted", in: pool) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 20)
    #expect(Set(try results.map(process)).count <= 2)
    await pool.stop()
  }

  @Test func saysWhyTheWorkCannotBeDone() async throws {
    let missing = WorkerPool(
      program: WorkerProgram(path: "/nowhere/hoso", arguments: []), count: 1)
    await #expect(
      throws: WorkerPoolError.cannotStart(
        program: "/nowhere/hoso", cause: "No such file or directory")
    ) { try await read("accepted", in: missing) }
    await #expect(
      throws: WorkerPoolError.cannotStart(
        program: Self.probe, cause: "it ended before it was ready")
    ) { try await read("accepted", in: pool("dies")) }
    await #expect(
      throws: WorkerPoolError.cannotStart(
        program: Self.probe, cause: "it did not speak the worker's protocol")
    ) { try await read("accepted", in: pool("babbles")) }
    await #expect(throws: WorkerPoolError.workFailed(message: "cannot load model 'xyz'")) {
      try await read("accepted", in: pool("refuses"))
    }
    await #expect(throws: WorkerPoolError.workFailed(message: "the model is gone")) {
      try await read("refuse", in: pool())
    }
  }

  @Test func stopsAHangingWorkerWhenCancelled() async throws {
    let mark = FileManager.default.temporaryDirectory.appending(path: "probe-\(UUID()).mark").path
    defer { try? FileManager.default.removeItem(atPath: mark) }
    let pool = pool(limits: WorkerLimits(time: .seconds(3600)), isConfined: false)
    let waiting = Task { try await read("hang \(mark)", in: pool) }
    while !FileManager.default.fileExists(atPath: mark) { await Task.yield() }
    let queued = Task { try await read("accepted", in: pool) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    _ = try process(of: await queued.value)
    await pool.stop()
    await #expect(throws: WorkerPoolError.stopped) { try await read("accepted", in: pool) }
  }
}
