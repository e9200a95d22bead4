import Delivery
import Documents
import Foundation
import RecordStore
import Registry
import RegistrySupport
import TestSupport
import Testing

/// The program killed in the middle of an import of real files, and what must be true afterwards.
@Suite(.serialized) struct KillTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  private var input: String { hoso.path + "/in" }

  /// Everything that an import leaves behind.
  private struct Outcome: Hashable {
    /// The states of the sources by file name; those of the two copies stand together, since either
    /// may be met first.
    var states: [String: [SourceState]] = [:]
    /// The type of each registration.
    var registrations: [String] = []
  }

  /// Files of every fate: the two sides of a card, a copy of one, a blank page, a damaged file, a text.
  private func fill() throws {
    let card = try Data(contentsOf: Hoso.root.appending(path: Self.card + "front.jpg"))
    let back = try Data(contentsOf: Hoso.root.appending(path: Self.card + "back.jpg"))
    try hoso.write(Array(card), to: "in/card.jpg")
    try hoso.write(Array(back), to: "in/back.jpg")
    try hoso.write(Array(card), to: "in/copies/card.jpg")
    for file in [SampleFile.blank, .truncatedJPEG, .text] {
      try hoso.write(file.bytes(), to: "in/\(file.rawValue)")
    }
  }

  private static let card = "corpus/chip/clean-02/"

  /// The dictionaries, but with every value trusted, so that a card is accepted whatever was measured.
  private func trustingDictionaries() throws -> String {
    let folder = hoso.path + "/dictionaries"
    let real = Hoso.root.appending(path: "dictionaries")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: real.path)
    where name != "calibration.json" {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/" + name, withDestinationPath: real.appending(path: name).path)
    }
    let table = #"""
      {"source": "for this test", "groups": {},
       "strata": [{"name": "all", "when": {}, "assumed": 1e9, "weights": {}, "steps": []}]}
      """#
    try hoso.write(Array(table.utf8), to: "dictionaries/calibration.json")
    return folder
  }

  private func outcome(_ data: String) async throws -> Outcome {
    var outcome = Outcome()
    let store = try RecordStore(readingFrom: data)
    let batches = try await store.batches()
    #expect(batches.map(\.state) == [.finished])
    for batch in batches {
      for source in try await store.sources(inBatch: batch.id) {
        let name = URL(filePath: source.path).lastPathComponent
        outcome.states[name, default: []].append(source.state)
        let hasResult = try await store.result(ofSource: source.id) != nil
        #expect(hasResult == (source.state != .duplicate))
      }
    }
    for key in outcome.states.keys {
      outcome.states[key]?.sort { $0.rawValue < $1.rawValue }
    }
    let registry = try EmbeddedRegistry(
      directory: DataDirectory(path: data), workflows: .committed())
    outcome.registrations = try await registry.receipts().map { "\($0.type)" }
    return outcome
  }

  @Test func aKillAtAnyMomentLosesAndDoublesNothing() async throws {
    try fill()
    let dictionaries = try trustingDictionaries()
    func command(_ data: String) -> [String] {
      ["import", input, "--data", data, "--dictionaries", dictionaries]
    }
    let started = ContinuousClock.now
    let calm = try await hoso.run(command(hoso.data))
    var duration = ContinuousClock.now - started
    #expect(calm.status == 4)
    #expect(calm.output.contains("\ncopies/card.jpg "), "\(calm.output)")
    let expected = try await outcome(hoso.data)
    #expect(expected.states["card.jpg"] == [.delivered, .duplicate], "\(calm.output)")
    // Both sides are one registration.
    #expect(expected.states["back.jpg"] == [.delivered], "\(calm.output)")
    #expect(expected.registrations.count == 1)

    var killed = 0
    for seed in UInt64(1)...8 {
      var random = SplitMix64(seed: seed)
      let data = hoso.path + "/data-\(seed)"
      let life = duration * Double.random(in: 0..<1, using: &random)
      let begun = ContinuousClock.now
      if try await hoso.run(command(data), killedAfter: life).status == nil {
        killed += 1
      } else {
        // It outran the clock: what else the machine does has changed since the calm run.
        duration = ContinuousClock.now - begun
      }
      // Its workers notice by themselves; nobody waits for them.
      while hoso.hasProcesses { try await Task.sleep(for: .milliseconds(10)) }
      let ending = try await hoso.run(command(data))
      #expect(ending.status == 4, "seed \(seed): \(ending.messages)")
      #expect(try await outcome(data) == expected, "seed \(seed)")
    }
    #expect(killed > 0)
  }
}
