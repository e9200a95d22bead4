internal import Foundation
internal import Glibc

/// What a process holds in memory, as /proc tells it.
enum ProcessMemory {
  /// The proportional share of process `pid` in bytes; nil when it is gone.
  private static func proportionalBytes(of pid: Int32) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/smaps_rollup", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Pss:") }),
      let kilobytes = Int(line.split(separator: " ").dropFirst().first ?? "")
    else { return nil }
    return kilobytes * 1024
  }

  /// Whether process `pid` holds more than `limit` bytes; nil when it is gone.
  ///
  /// The resident size, which is cheap to ask for and never smaller than the share, is looked at
  /// first.
  static func exceeds(_ limit: Int, pid: Int32) -> Bool? {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8),
      let pages = Int(text.split(separator: " ").dropFirst().first ?? ""),
      // One that has ended and was not waited for holds nothing.
      pages > 0
    else { return nil }
    guard pages * sysconf(Int32(_SC_PAGESIZE)) > limit else { return false }
    return proportionalBytes(of: pid).map { $0 > limit }
  }
}
