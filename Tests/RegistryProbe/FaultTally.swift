/// What the runs did and what went wrong.
struct FaultTally {
  var runs = 0
  /// How often the service was ended, by step; how often a connection was cut, the clock jumped, the
  /// database was killed.
  var faults: [String: Int] = [:]
  var submissions = 0
  var lost = 0
  var doubled = 0
  var halfWritten = 0
  /// The seeds of the runs in which anything went wrong, with the words for it.
  var findings: [String] = []

  mutating func count(_ fault: String) { faults[fault, default: 0] += 1 }

  /// Counts the end of a service that left `log`.
  mutating func countKill(_ log: String) {
    let said = log.split(separator: "\n").first { $0.hasPrefix("killed ") }
    count("service killed: \(said.map { String($0.dropFirst(7)) } ?? "idle")")
  }

  /// How often each durable step was hit, within its transaction or after it.
  private var hits: [(step: String, count: Int)] {
    ProbeFuse.steps.map { step in
      (
        step,
        faults.reduce(0) { $0 + ($1.key.hasPrefix("service killed: \(step).") ? $1.value : 0) }
      )
    }
  }

  var isClean: Bool { lost + doubled + halfWritten == 0 && findings.isEmpty }

  var text: String {
    var lines = ["\(runs) runs, \(submissions) submissions"]
    lines += faults.sorted { $0.key < $1.key }.map { "  \($0.key)  \($0.value)" }
    lines.append(
      "durable steps hit: " + hits.map { "\($0.step) \($0.count)" }.joined(separator: ", "))
    lines.append("\(lost) lost, \(doubled) doubled, \(halfWritten) half-written")
    return (lines + findings.prefix(20)).joined(separator: "\n")
  }
}
