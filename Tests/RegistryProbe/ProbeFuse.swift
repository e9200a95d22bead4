import Foundation
import Glibc
import Synchronization

/// Ends the process by SIGKILL when a step is passed for the n-th time; `PROBE_FUSE` is `STEP:N`.
final class ProbeFuse: Sendable {
  /// Where a service may be ended.
  enum Step: String, CaseIterable, Sendable {
    /// A request has come whole.
    case asked
    /// The database is about to be used, mostly within a transaction.
    case working
    /// A request is done and on the disk, and not answered.
    case done
    /// A notification is handed on, and not noted as sent.
    case notified
    /// Any moment, by a clock of its own.
    case anytime
  }

  private let step: Step?
  private let left: Mutex<Int>

  init() {
    let parts = (ProcessInfo.processInfo.environment["PROBE_FUSE"] ?? "").split(separator: ":")
    step = parts.first.flatMap { Step(rawValue: String($0)) }
    let number = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    left = Mutex(number)
    if step == .anytime {
      // In microseconds from the first request on.
      left.withLock { $0 = -number }
    }
  }

  /// Passes a step; `deed` says of what.
  func pass(_ passed: Step, of deed: String = "") {
    if step == .anytime, passed == .asked {
      let pause = left.withLock { left in
        defer { left = 0 }
        return left
      }
      if pause < 0 {
        Thread {
          usleep(UInt32(-pause))
          Self.end(.anytime)
        }.start()
      }
      return
    }
    guard passed == step else { return }
    let isBurnt = left.withLock { left in
      left -= 1
      return left == 0
    }
    if isBurnt { Self.end(passed, of: deed) }
  }

  private static func end(_ step: Step, of deed: String = "") {
    let line = Array("killed \(step.rawValue)\(deed.isEmpty ? "" : " ")\(deed)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    kill(getpid(), SIGKILL)
  }
}
