import ContentHash
import Delivery
import Documents
import Foundation
import Glibc
import Originals
import RecordStore
import Registry
import RegistrySupport
import TestSupport

/// One seeded run of faults: files of every fate, a life of commands each of which is killed, starved of
/// disk or cut off first, and what must be true of the data directory afterwards.
package struct FaultRun: Sendable {
  /// What a run found.
  package struct Outcome: Sendable {
    /// What was lost, doubled or half-written; empty when all is well.
    package var violations: [String] = []
    /// How often each place in a step was hit by a kill, by `step.moment`.
    package var hits: [String: Int] = [:]
    /// How many commands were killed at a random moment, or had a worker killed.
    package var randomKills = 0
    /// How many commands ended for want of room on the disk.
    package var fullDisks = 0
  }

  /// Every place that a kill aims at: steps of the store, and the registration itself.
  package static let places: [String] =
    (DurableStep.allCases.map(\.rawValue) + ["registered"]).flatMap {
      ["\($0).within", "\($0).after"]
    }

  private let seed: UInt64
  private let probe: ProbeCommand
  private let folder: TemporaryFolder
  private let data: String
  private let input: String

  /// Prepares the run of `seed` with the probe at `probe`.
  package init(seed: UInt64, probe path: String) throws {
    self.seed = seed
    folder = try TemporaryFolder()
    data = folder.path + "/data"
    // Where a source may vanish, no copy of it is kept.
    input = folder.path + (seed % 16 == 5 ? "/in-bare" : "/in")
    probe = ProbeCommand(path: path, hits: folder.path + "/hits")
  }

  /// Runs it.
  package func outcome() async throws -> Outcome {
    var random = SplitMix64(seed: seed)
    var outcome = Outcome()
    let files = try fill(&random)
    let isWatch = seed % 4 == 3
    let begin = isWatch ? "watch" : "import"
    try await faulty([begin, data, input], &random, &outcome)
    if seed % 16 == 5 { try await vanish(files, &random, &outcome) }
    if seed % 8 == 2 {
      try await faulty(["cancel", data, input], &random, &outcome)
      try await clean(["cancel", data, input], &outcome)
    }
    try await clean([begin, data, input], &outcome)
    if seed % 8 == 1, !isWatch {
      try await faulty(["retry", data, input], &random, &outcome)
      try await clean([begin, data, input], &outcome)
      try await clean(["retry", data, input], &outcome)
    }
    var expectation = FaultExpectation(files: files, isWatch: isWatch)
    expectation.mayVanish = seed % 16 == 5
    if seed % 4 == 0 {
      let accepting = ["PROBE_REFUSES": "no"]
      try await faulty(["replay", data, input], &random, &outcome, accepting)
      try await clean(["replay", data, input], &outcome, accepting)
      expectation.refuses = false
    }
    if seed % 8 == 6 {
      let later = ["PROBE_CLOCK": "30"]
      try await faulty(["import", data, input], &random, &outcome, later)
      try await clean(["import", data, input], &outcome, later)
      expectation.keepsDelivered = false
    }
    if seed % 8 == 4 {
      let number =
        seed % 16 == 4
        ? "0000000\(Int.random(in: 1...3, using: &random))00"
        : ["000000000833", "000000000844"].randomElement(using: &random) ?? ""
      try await faulty(["forget", data, number], &random, &outcome)
      try await clean(["forget", data, number], &outcome)
      expectation.forgotten = number
    }
    outcome.violations += try await expectation.violations(data: data, input: input)
    for line in probe.hitLines { outcome.hits[line, default: 0] += 1 }
    return outcome
  }

  /// Files of every fate; of some there are copies.
  private func fill(_ random: inout SplitMix64) throws -> [String: String] {
    var files: [String: String] = [:]
    for number in 1...Int.random(in: 3...6, using: &random) {
      let text =
        [
          "accepted 0000000\(number)00", "accepted 0000000\(number)00",
          "accepted 0000000\(number)77",
          "review 0000000\(number)11", "rejected 0000000\(number)22", "crash \(number)",
        ].randomElement(using: &random) ?? ""
      for copy in 0..<(Int.random(in: 0..<4, using: &random) == 0 ? 2 : 1) {
        files["\(number % 2)/\(number)-\(copy)"] = text
      }
    }
    // One that is refused unread, one that looks half-written, one that is sure to be delivered.
    files["long"] = String(repeating: "x", count: 2001)
    if seed % 4 == 3 { files["half"] = "damaged \(seed)" }
    files["poison"] = "crash \(seed)"
    files["refusal"] = "accepted 0000000977"
    files["sure"] = "accepted 0000000900"
    // A card in two files, a form with its annex, and one annex that two forms fit.
    files["card/front"] = "front 000000000833"
    files["card/back"] = "back 000000000833"
    files["home/form"] = "declaration 000000000844"
    files["home/annex"] = "annex 000000000844"
    for number in ["855", "866"] { files["homes/\(number)"] = "declaration 000000000\(number)" }
    files["homes/annex"] = "annex 000000000855 000000000866"
    for (name, text) in files {
      try folder.write(text, to: String(input.dropFirst(folder.path.count + 1)) + "/" + name)
    }
    return files
  }

  /// Runs a command one to three times with a fault.
  private func faulty(
    _ command: [String], _ random: inout SplitMix64, _ outcome: inout Outcome,
    _ environment: [String: String] = [:]
  ) async throws {
    let steps = FaultPlan.steps(of: command[0], ahead: environment["PROBE_CLOCK"] != nil)
    // The first fault goes through the steps in turn, so that all are hit alike.
    let turn =
      environment["PROBE_CLOCK"] == nil
      ? FaultPlan.turn(of: seed, command: command[0]) : Int(seed / 8)
    if !steps.isEmpty {
      let step = steps[turn / 2 % steps.count]
      var variables = environment
      if step == "postponed" { variables["PROBE_CUT"] = "1" }
      variables["PROBE_FUSE"] = "\(step).\(turn % 2 == 0 ? "within" : "after").0"
      _ = try await probe.run(command, variables)
    }
    for _ in 0..<Int.random(in: 0...1, using: &random) {
      var variables = environment
      if variables["PROBE_CLOCK"] == nil, Bool.random(using: &random) {
        variables["PROBE_CLOCK"] = "0,\(random.next() >> 8)"
      }
      if Int.random(in: 0..<3, using: &random) == 0 {
        variables["PROBE_CUT"] = "\(Int.random(in: 1...3, using: &random))"
      }
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        outcome.randomKills += 1
        _ = try await probe.run(
          command, variables,
          killedAfter: .milliseconds(Int.random(in: 1...250, using: &random)))
      case 1:
        outcome.randomKills += 1
        _ = try await probe.run(
          command, variables,
          workerKilledAfter: .milliseconds(Int.random(in: 20...250, using: &random)))
      case 2:
        let bytes = Int.random(in: 1...260_000, using: &random)
        let ending = try await probe.run(command + ["\(bytes)"], variables)
        if ending == 5 { outcome.fullDisks += 1 }
      default:
        guard let step = steps.randomElement(using: &random) else { continue }
        if step == "postponed" { variables["PROBE_CUT"] = "1" }
        let moment = Bool.random(using: &random) ? "within" : "after"
        let count = FaultPlan.isOnce(step) ? 0 : Int.random(in: 0...1, using: &random)
        variables["PROBE_FUSE"] = "\(step).\(moment).\(count)"
        _ = try await probe.run(command, variables)
      }
    }
  }

  /// Runs a command without a fault, which must come to its end.
  private func clean(
    _ command: [String], _ outcome: inout Outcome, _ environment: [String: String] = [:]
  ) async throws {
    let ending = try await probe.run(command, environment)
    if ending == nil || ending == 5 || ending == 2 {
      outcome.violations.append("seed \(seed): \(command[0]) ended with \(ending ?? -1)")
    }
  }

  /// A file goes between being taken in and being read.
  private func vanish(
    _ files: [String: String], _ random: inout SplitMix64, _ outcome: inout Outcome
  ) async throws {
    try folder.write(
      "accepted 0000000800", to: String(input.dropFirst(folder.path.count + 1)) + "/!gone")
    _ = try await probe.run(
      ["import", data, input],
      ["PROBE_FUSE": "taken.after.0"])
    try? FileManager.default.removeItem(atPath: input + "/!gone")
    let moment = seed / 16 % 2 == 0 ? "within" : "after"
    _ = try await probe.run(
      ["import", data, input], ["PROBE_FUSE": "vanished.\(moment).0"])
  }
}
