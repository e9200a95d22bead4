import Foundation
import Synchronization

/// A clock that is set: `PROBE_CLOCK` is how many days it is ahead, and, after a comma, the seed by which
/// it jumps by up to two weeks to and fro.
final class ProbeClock: Sendable {
  private let ahead: TimeInterval
  private let state: Mutex<UInt64?>

  init() {
    let words = (ProcessInfo.processInfo.environment["PROBE_CLOCK"] ?? "").split(separator: ",")
    ahead = words.first.flatMap { Double($0) }.map { $0 * 86_400 } ?? 0
    state = Mutex(words.count > 1 ? UInt64(words[1]) : nil)
  }

  var now: Date {
    let jump = state.withLock { state -> TimeInterval in
      guard let last = state else { return 0 }
      let next = last &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      state = next
      let hours = Double(3 + Int(next >> 34) % (24 * 14 - 3))
      return (next >> 33) & 1 == 0 ? hours * 3600 : -hours * 3600
    }
    return Date().addingTimeInterval(ahead + jump)
  }
}
