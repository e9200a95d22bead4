import Glibc

/// Processor time, which other programs on the machine do not lengthen as they do wall time.
enum Processor {
  /// The seconds that this process, or its children, have used.
  static func seconds(of who: __rusage_who) -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(who.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
    }
  }
}
