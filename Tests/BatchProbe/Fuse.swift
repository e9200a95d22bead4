import Foundation
import Glibc
import RecordStore
import Synchronization

/// Ends the process by SIGKILL at a step of its work: `PROBE_FUSE` is the step's name, `within` or
/// `after`, and how often it is passed before, as `decided.within.2`.
///
/// The name is appended to the file `PROBE_HITS` first, so that it is known what was hit.
final class Fuse: Sendable {
  private let place: String?
  private let left: Mutex<Int>
  private let hits: String?

  init() {
    let variables = ProcessInfo.processInfo.environment
    let words = (variables["PROBE_FUSE"] ?? "").split(separator: ".")
    place = words.count == 3 ? "\(words[0]).\(words[1])" : nil
    left = Mutex(words.count == 3 ? Int(words[2]) ?? 0 : 0)
    hits = variables["PROBE_HITS"]
  }

  /// The work is at a step.
  func pass(_ step: String, _ moment: DurableStep.Moment) {
    guard place == "\(step).\(moment.rawValue)" else { return }
    let isBurnt = left.withLock { left in
      left -= 1
      return left < 0
    }
    guard isBurnt else { return }
    if let hits {
      let file = open(hits, O_WRONLY | O_CREAT | O_APPEND, 0o600)
      let line = Array("\(step).\(moment.rawValue)\n".utf8)
      _ = write(file, line, line.count)
    }
    kill(getpid(), SIGKILL)
  }
}
