import Foundation
import Glibc
import RecordStore
import Synchronization

/// Ends the process by SIGKILL when a place is passed for the n-th time; `PROBE_FUSE` is `PLACE:N`.
final class ProbeFuse: Sendable {
  /// What each transaction of docs/registry.md does, in the words of the audit trail.
  static let steps = [
    "submit", "transition", "expire", "notify", "import-participants", "put-unit", "put-employees",
    "forget", "token-create", "token-revoke",
  ]

  /// A request has come whole.
  static let asked = "asked"
  /// A request is done and on the disk, and not answered.
  static let done = "done"
  /// A notification is handed on, and not noted as sent.
  static let notified = "notified"
  /// Any moment, so many microseconds after the first request.
  static let anytime = "anytime"

  /// Every place where a service may be ended: within the transactions of each step, when all is written,
  /// and after them, when all is on the disk; and between them.
  static let places =
    steps.flatMap { ["\($0).within", "\($0).after"] } + [asked, done, notified, anytime]

  private let place: String?
  private let left: Mutex<Int>

  init() {
    let parts = (ProcessInfo.processInfo.environment["PROBE_FUSE"] ?? "").split(separator: ":")
    place = parts.first.map(String.init)
    left = Mutex(parts.count == 2 ? Int(parts[1]) ?? 0 : 0)
  }

  /// Passes a place; `deed` says with what.
  func pass(_ passed: String, of deed: String = "") {
    if place == Self.anytime, passed == Self.asked {
      let pause = left.withLock { left in
        defer { left = 0 }
        return left
      }
      guard pause > 0 else { return }
      Thread {
        usleep(UInt32(pause))
        Self.end(Self.anytime)
      }.start()
      return
    }
    guard passed == place else { return }
    let isBurnt = left.withLock { left in
      left -= 1
      return left == 0
    }
    if isBurnt { Self.end(passed, of: deed) }
  }

  /// Passes a transaction that does `actions`.
  func pass(_ actions: Set<String>, _ moment: DurableStep.Moment) {
    for action in actions { pass("\(action).\(moment.rawValue)") }
  }

  private static func end(_ place: String, of deed: String = "") {
    let line = Array("killed \(place)\(deed.isEmpty ? "" : " ")\(deed)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    kill(getpid(), SIGKILL)
  }
}
