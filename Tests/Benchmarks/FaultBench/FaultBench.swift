import FaultRuns
import Foundation

/// `fault-bench FIRST COUNT`: seeded runs of faults, and what they hit.
@main struct FaultBench {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    guard arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: fault-bench FIRST COUNT\n".utf8))
      exit(2)
    }
    let probe = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "batch-probe").path
    var hits: [String: Int] = [:]
    var violations: [String] = []
    var kills = 0
    var full = 0
    for seed in arguments[0]..<(arguments[0] + arguments[1]) {
      let outcome = try await FaultRun(seed: seed, probe: probe).outcome()
      hits.merge(outcome.hits, uniquingKeysWith: +)
      kills += outcome.randomKills
      full += outcome.fullDisks
      for violation in outcome.violations {
        violations.append("seed \(seed): \(violation)")
        print("seed \(seed): \(violation)")
      }
    }
    for place in FaultRun.places { print("\(place)\t\(hits[place, default: 0])") }
    print(
      "\(arguments[1]) runs: \(hits.values.reduce(0, +)) kills at steps, \(kills) at random, "
        + "\(full) full disks; \(violations.count) lost, doubled or half-written")
    exit(violations.isEmpty ? 0 : 1)
  }
}
