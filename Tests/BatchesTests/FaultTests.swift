import Batches
import Delivery
import Documents
import FaultRuns
import Foundation
import Glibc
import RecordStore
import Registry
import RegistrySupport
import TestSupport
import Testing

/// Imports that are killed, cut off and crowded, and what must be true of them afterwards.
@Suite(.serialized) struct FaultTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var data: String { folder.path + "/data" }
  private var input: String { folder.path + "/in" }

  /// Files of every fate; of each text there may be several copies.
  private func fill(_ random: inout SplitMix64) throws -> [String: String] {
    var files: [String: String] = [:]
    for number in 0..<Int.random(in: 4...10, using: &random) {
      let text =
        ["accepted 01\(number)", "accepted 01\(number)", "review \(number)", "rejected \(number)"]
        .randomElement(using: &random) ?? ""
      for copy in 0..<(Int.random(in: 0..<5, using: &random) == 0 ? 2 : 1) {
        files[input + "/\(number % 3)/\(number)-\(copy)"] = text
      }
    }
    for (path, text) in files {
      try folder.write(text, to: String(path.dropFirst(folder.path.count + 1)))
    }
    return files
  }

  /// Each file has one source, each content one record, each accepted content one registration.
  private func check(_ files: [String: String]) async throws {
    let directory = try DataDirectory(path: data)
    let store = try RecordStore(directory: directory)
    let batches = try await store.batches()
    #expect(batches.map(\.state) == [.finished])
    let sources = try await store.sources(inBatch: try #require(batches.first).id)
    #expect(sources.map(\.path).sorted() == files.keys.sorted())
    var states: [String: [SourceState]] = [:]
    for source in sources { states[files[source.path] ?? "", default: []].append(source.state) }
    for (text, states) in states {
      let originals = states.filter { $0 != .duplicate }
      let expected: SourceState =
        text.hasPrefix("accepted") ? .delivered : text.hasPrefix("review") ? .review : .rejected
      #expect(originals == [expected], "\(text)")
    }
    for source in sources where source.state != .duplicate {
      #expect(try await store.result(ofSource: source.id)?.source.sha256 == source.sha256)
    }
    let accepted = Set(files.values.filter { $0.hasPrefix("accepted") })
    let receipts = try await EmbeddedRegistry(
      directory: directory, workflows: .committed()
    ).receipts()
    #expect(receipts.count == accepted.count)
  }

  private func exitCode(of files: [String: String]) -> Int32 {
    let fates = Set(files.values.compactMap { $0.split(separator: " ").first })
    return fates.contains("rejected") ? 4 : fates.contains("review") ? 3 : 0
  }

  /// Killed at any step, at random moments, with a worker killed, a full disk, answers cut off and a
  /// clock that jumps, nothing is lost, doubled or half-written.
  @Test func faultsLoseAndDoubleNothing() async throws {
    let count = UInt64(100)
    let outcomes = try await withThrowingTaskGroup(of: FaultRun.Outcome.self) { group in
      var next = UInt64(0)
      func begin() {
        guard next < count else { return }
        let seed = next
        next += 1
        group.addTask { try await FaultRun(seed: seed, probe: Probe.path).outcome() }
      }
      for _ in 0..<2 { begin() }
      var outcomes: [FaultRun.Outcome] = []
      while let outcome = try await group.next() {
        outcomes.append(outcome)
        begin()
      }
      return outcomes
    }
    #expect(outcomes.flatMap(\.violations) == [])
    #expect(outcomes.reduce(0) { $0 + $1.hits.values.reduce(0, +) } > 50)
  }

  /// The list of durable steps names every step there is.
  @Test func everyStepIsOnTheList() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/durability.md"), encoding: .utf8)
    for step in DurableStep.allCases {
      #expect(page.contains("`\(step.rawValue)`"), "\(step)")
    }
  }

  /// A file-size limit stands for the full disk: writes fail at any point of the work.
  @Test(arguments: [0, 4, 16, 40, 64, 80, 96, 112, 128, 160, 200])
  func aFullDiskLosesNothing(kilobytes: Int) async throws {
    var random = SplitMix64(seed: 7)
    let files = try fill(&random)
    let full = try await Probe.run(["import", data, input, "\(kilobytes * 1024 + 1)"])
    if full.status != exitCode(of: files) {
      #expect(full.status == 5)
      #expect(full.log.contains("the disk is full"), "\(full.log)")
    }
    let ending = try await Probe.run(["import", data, input])
    #expect(ending == Probe.Ending(status: exitCode(of: files), log: ""))
    try await check(files)
  }

  @Test func aSecondImportIsToldToWait() async throws {
    var random = SplitMix64(seed: 1)
    let files = try fill(&random)
    do {
      let held = try DataDirectory(path: data)
      let ending = try await Probe.run(["import", data, input])
      #expect(ending.status == 5)
      #expect(ending.log.contains("is in use by another hoso (process \(getpid()))"))
      _ = held
    }
    async let first = Probe.run(["import", data, input])
    async let second = Probe.run(["import", data, input])
    for ending in [try await first, try await second] where ending.status == 5 {
      #expect(ending.log.contains("is in use by another hoso"))
    }
    #expect(try await Probe.run(["import", data, input]).status == exitCode(of: files))
    try await check(files)
  }

  @Test func aFolderWithoutPermissionIsNamed() async throws {
    try folder.write("accepted 1", to: "in/a")
    try folder.write("accepted 2", to: "in/closed/b")
    // Root may read everything, so the probe goes on as nobody.
    let user = getuid() == 0 ? "65534" : "\(getuid())"
    chmod(folder.path, 0o777)
    chmod(input + "/closed", 0)
    defer { chmod(input + "/closed", 0o700) }
    let inner = try await Probe.run(["import", data, input, "0", user])
    #expect(inner.status == 5)
    let named = try await Probe.run(["import", data, input + "/closed", "0", user])
    #expect(named.status == 5)
    #expect(named.log.contains("closed: cannot be read (no permission)"), "\(named.log)")
  }
}
