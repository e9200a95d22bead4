import Documents
import Foundation
import Pipeline
import TestSupport

/// Times the reading of cards with warm models on one core, stage by stage, beside plain Tesseract on
/// the same images; `scripts/measure speed` calls it.
@main
struct CardBench {
  static let help = """
    usage: card-bench [--dictionaries DIR] [--runs N] [--no-peer] FILE…

    Reads every FILE as 'hoso preview' does, N times (default 5), and prints the median of each stage
    in milliseconds, the sides read in a second, and how long 'tesseract -l vie' needs for the same
    files (OMP_THREAD_LIMIT=1, models loaded anew each time, as a command does).
    """

  static func main() { Benchmark.run("card-bench", run) }

  private static func run(_ arguments: ArraySlice<String>) throws {
    var (dictionaries, runs, hasPeer, files) = ("dictionaries", 5, true, [String]())
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h":
        print(help)
        return
      case "--no-peer": hasPeer = false
      case "--dictionaries": dictionaries = rest.popFirst() ?? dictionaries
      case "--runs":
        guard let count = rest.popFirst().flatMap(Int.init), count > 0 else {
          throw Benchmark.UsageError("--runs takes a whole number above 0")
        }
        runs = count
      case let name where name.hasPrefix("--"):
        throw Benchmark.UsageError("unknown option \(name); see card-bench --help")
      default: files.append(argument)
      }
    }
    guard !files.isEmpty else { throw Benchmark.UsageError("name at least one FILE") }
    guard let day = CalendarDate(iso: "2026-01-01") else { return }
    let processor = try SourceProcessor(
      PipelineConfiguration(dictionaries: dictionaries, today: day))
    try report(files, runs: runs, hasPeer: hasPeer, processor: processor)
  }

  private static func report(
    _ files: [String], runs: Int, hasPeer: Bool, processor: SourceProcessor
  ) throws {
    print(row("file", ["decode", "prepare", "read", "decide", "total", "tesseract"]))
    var (total, peerTotal) = (0.0, 0.0)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      let name = URL(fileURLWithPath: file).lastPathComponent
      // The first run fills caches that a long-lived worker has.
      _ = try processor.result(of: bytes, name: name)
      let timings = try (0..<runs).map { _ in try processor.result(of: bytes, name: name).timing }
      func median(_ value: (Timing) -> Double) -> Double {
        timings.map(value).sorted()[runs / 2]
      }
      let stages = [
        median(\.decodeMs), median(\.prepareMs), median(\.readMs), median(\.repairMs),
        median(\.totalMs),
      ]
      total += stages[4]
      let peer = hasPeer ? peerMilliseconds(file) : nil
      peerTotal += peer ?? 0
      print(row(name, stages.map(number) + [peer.map(number) ?? "–"]))
    }
    let count = Double(files.count)
    print(
      "mean \(number(total / count)) ms a file, "
        + "\((count * 1000 / total * 100).rounded() / 100) files a second"
        + (peerTotal > 0
          ? "; tesseract -l vie \(number(peerTotal / count)) ms, ratio "
            + "\((total / peerTotal * 100).rounded() / 100)" : ""))
  }

  /// The median of three runs of the command; nil where it is not installed or fails.
  private static func peerMilliseconds(_ file: String) -> Double? {
    var times: [Double] = []
    for _ in 0..<3 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["tesseract", file, "-", "-l", "vie"]
      process.environment = ProcessInfo.processInfo.environment
        .merging(["OMP_THREAD_LIMIT": "1"]) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let start = ContinuousClock.now
      guard (try? process.run()) != nil else { return nil }
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return nil }
      times.append((ContinuousClock.now - start) / .milliseconds(1))
    }
    return times.sorted()[1]
  }

  private static func number(_ value: Double) -> String { String(Int(value.rounded())) }

  private static func row(_ name: String, _ cells: [String]) -> String {
    name.padding(toLength: 24, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }
}
