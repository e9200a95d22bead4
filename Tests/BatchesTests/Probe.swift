import Foundation
import TestSupport

/// Starts the probe, an importer whose worker does what each file tells it to.
enum Probe {
  /// The probe stands beside the test program.
  static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "batch-probe").path

  /// How the probe ended.
  struct Ending: Hashable, Sendable {
    /// Its exit status; nil when a signal ended it.
    let status: Int32?
    let log: String
  }

  /// Runs the probe, and kills it after `life`, if given, unless it has ended by itself.
  static func run(
    _ arguments: [String], killedAfter life: Duration? = nil
  ) async throws -> Ending {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let log = Pipe()
    process.standardError = log
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let status = try await process.runToEnd {
      if let life { try await process.end(after: life) }
    }
    let text = String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return Ending(status: status, log: text)
  }
}
