import Batches
import Foundation
import Glibc

/// What `scripts/measure import` asks of an import, told on standard error: with `PROBE_FIRST` the time to
/// the first document that no earlier run had settled, with `PROBE_MEMORY` the most memory held.
final class ProbeMeasure {
  private let tellsMemory: Bool
  private var tellsFirst: Bool
  private let started = ContinuousClock.now

  init(_ variables: [String: String]) {
    tellsMemory = variables["PROBE_MEMORY"] != nil
    tellsFirst = variables["PROBE_FIRST"] != nil
  }

  func note(_ event: BatchEvent) {
    guard tellsFirst else { return }
    switch event {
    case .settled(let file) where !file.wasKnown: break
    case .read: break
    default: return
    }
    tellsFirst = false
    tell("first new document after \(Int((ContinuousClock.now - started) / .milliseconds(1))) ms")
  }

  func noteMemory() {
    guard tellsMemory else { return }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    tell("memory \(usage.ru_maxrss / 1024)")
  }

  private func tell(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
