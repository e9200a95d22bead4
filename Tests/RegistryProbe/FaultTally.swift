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

  var isClean: Bool { lost + doubled + halfWritten == 0 && findings.isEmpty }

  var text: String {
    var lines = ["\(runs) runs, \(submissions) submissions"]
    lines += faults.sorted { $0.key < $1.key }.map { "  \($0.key)  \($0.value)" }
    lines.append("\(lost) lost, \(doubled) doubled, \(halfWritten) half-written")
    return (lines + findings.prefix(20)).joined(separator: "\n")
  }
}
