import Foundation
import Glibc

/// Runs a command again and again, and tells how long it took and how much memory it had.
struct TimedCommand {
  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// One run.
  private struct Run {
    var firstOutput: Duration
    var whole: Duration
  }

  private let command: [String]
  private let input: String

  private init(_ command: [String], input: String) {
    self.command = command
    self.input = input
  }

  /// `timed --input FILE [--runs N] -- COMMAND…`: one run to warm up, then the medians of N.
  static func report(_ arguments: ArraySlice<String>) throws {
    let parts = arguments.split(separator: "--", maxSplits: 1)
    guard parts.count == 2 else {
      throw BenchOptions.UsageError(description: "expected --input FILE -- COMMAND…")
    }
    let options = try BenchOptions(parts[0])
    guard let input = options.value("--input"),
      let count = Int(options.value("--runs") ?? "21"), count > 0
    else {
      throw BenchOptions.UsageError(description: "expected --input FILE [--runs N]")
    }
    let timed = TimedCommand(Array(parts[1]), input: input)
    _ = try timed.run()
    let runs = try (0..<count).map { _ in try timed.run() }
    Scores.report("first output ms", median(runs.map(\.firstOutput)))
    Scores.report("whole ms", median(runs.map(\.whole)))
    Scores.report("peak MB", peakOfChildren())
  }

  private func run() throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let clock = ContinuousClock()
    let start = clock.now
    try process.run()
    var first: ContinuousClock.Instant?
    while true {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      first = first ?? clock.now
    }
    let end = clock.now
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description: "\(command.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return Run(firstOutput: (first ?? end) - start, whole: end - start)
  }

  private static func median(_ durations: [Duration]) -> String {
    let middle = durations.sorted()[durations.count / 2]
    return String(format: "%.1f", middle / .milliseconds(1))
  }

  /// The largest resident set that a child of this process had, in megabytes.
  private static func peakOfChildren() -> String {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return String(format: "%.1f", Double(usage.ru_maxrss) / 1024)
  }
}
