internal import Foundation

/// How a worker process is started.
public struct WorkerProgram: Hashable, Sendable {
  /// The executable.
  public var path: String
  /// Its arguments, without its name.
  public var arguments: [String]
  /// Variables set over those of this process.
  public var environment: [String: String]
  /// The files and folders that it may read, beside the system's own and those it is built with.
  public var readable: [String]
  /// Whether what it writes to its standard error is shown or dropped.
  public var showsLog: Bool

  /// Creates a program; Tesseract's own threads and crash reports with memory contents are off.
  public init(
    path: String, arguments: [String], environment: [String: String] = [:],
    readable: [String] = [], showsLog: Bool = true
  ) {
    self.path = path
    self.arguments = arguments
    self.readable = readable
    self.environment = [
      // A page takes a fraction of the time without OpenMP's threads, see docs/decisions.md.
      "OMP_THREAD_LIMIT": "1",
      // Swift's crash report prints what registers point to, which may be a person's data.
      "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { $1 }
    self.showsLog = showsLog
  }

  /// The program that is running, called with other arguments, even if its file was replaced since.
  public static func thisProgram(
    arguments: [String], environment: [String: String] = [:], readable: [String] = [],
    showsLog: Bool = true
  ) -> WorkerProgram {
    WorkerProgram(
      path: "/proc/self/exe", arguments: arguments, environment: environment, readable: readable,
      showsLog: showsLog)
  }

  /// Every place that it may read.
  var readablePlaces: [String] { ReadablePlaces.system + ReadablePlaces.libraries + readable }

  /// Every file that it may run: itself, and what loads its libraries.
  var runnablePlaces: [String] { [path] + ReadablePlaces.loaders }

  /// The whole environment of a worker, as `name=value`.
  var environmentList: [String] {
    ProcessInfo.processInfo.environment.merging(environment) { $1 }
      .map { "\($0.key)=\($0.value)" }.sorted()
  }
}
