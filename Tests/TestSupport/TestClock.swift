package import Foundation
import Synchronization

/// A clock that stands still until it is told to go on.
package final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

  package init() {}

  /// The time it shows.
  package var now: Date { time.withLock(\.self) }

  /// Goes on by `duration`.
  package func advance(by duration: Duration) {
    time.withLock { $0 += duration / .seconds(1) }
  }
}
