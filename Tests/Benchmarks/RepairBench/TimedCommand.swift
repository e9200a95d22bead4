import Foundation
import Glibc
import TestSupport

/// Runs a command again and again, and tells how long it took and how much memory it had.
struct TimedCommand {
  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// One run.
  private struct Run {
    var firstOutput: Duration
    var whole: Duration
    /// The time that it had a processor.
    var processor: Duration
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
      throw Benchmark.UsageError("expected --input FILE -- COMMAND…")
    }
    let options = try BenchOptions(parts[0])
    guard let input = options.value("--input"),
      let count = Int(options.value("--runs") ?? "21"), count > 0
    else {
      throw Benchmark.UsageError("expected --input FILE [--runs N]")
    }
    let timed = TimedCommand(Array(parts[1]), input: input)
    _ = try timed.run()
    let runs = try (0..<count).map { _ in try timed.run() }
    Scores.report("first output ms", median(runs.map(\.firstOutput)))
    Scores.report("whole ms", median(runs.map(\.whole)))
    Scores.report("processor ms", median(runs.map(\.processor)))
    Scores.report("peak MB", String(format: "%.1f", Double(ofChildren().ru_maxrss) / 1024))
  }

  private func run() throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let before = Self.processorTime(of: Self.ofChildren())
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
    let processor = Self.processorTime(of: Self.ofChildren()) - before
    return Run(firstOutput: (first ?? end) - start, whole: end - start, processor: processor)
  }

  private static func median(_ durations: [Duration]) -> String {
    let middle = durations.sorted()[durations.count / 2]
    return String(format: "%.1f", middle / .milliseconds(1))
  }

  /// What the children of this process used: their time, and the largest resident set of one.
  private static func ofChildren() -> rusage {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return usage
  }

  private static func processorTime(of usage: rusage) -> Duration {
    [usage.ru_utime, usage.ru_stime].reduce(.zero) {
      $0 + .seconds(Int($1.tv_sec)) + .microseconds(Int($1.tv_usec))
    }
  }
}
