import Glibc

/// The processor time of this process: other programs on the machine do not count.
enum ProcessorTime {
  /// The milliseconds used so far.
  static var milliseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
  }

  /// What `body` gives, and the milliseconds it took.
  static func measured<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
    let start = milliseconds
    let result = try body()
    return (result, milliseconds - start)
  }
}
