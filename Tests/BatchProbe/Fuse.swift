import Foundation
import Glibc
import Synchronization

/// Ends the process by SIGKILL when it is passed for the n-th time, `n` from `PROBE_FUSE`.
///
/// The clocks of store and registry pass it, so it burns inside their transactions; the endpoint
/// passes it before the registration and between its commit and its acknowledgement.
final class Fuse: Sendable {
  private let left: Mutex<Int?>

  init() { left = Mutex(ProcessInfo.processInfo.environment["PROBE_FUSE"].flatMap { Int($0) }) }

  func pass() {
    let isBurnt = left.withLock { left in
      left = left.map { $0 - 1 }
      return left == 0
    }
    if isBurnt { kill(getpid(), SIGKILL) }
  }
}
