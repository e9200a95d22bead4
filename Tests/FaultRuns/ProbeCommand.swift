import Foundation
import Glibc
import TestSupport

/// Runs the probe with faults.
struct ProbeCommand: Sendable {
  let path: String
  let hits: String

  /// The places that were hit, one a line.
  var hitLines: [String] {
    let text = (try? String(contentsOfFile: hits, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// Runs the probe to its end; its exit status, nil when a signal ended it.
  func run(
    _ arguments: [String], _ environment: [String: String] = [:],
    killedAfter life: Duration? = nil, workerKilledAfter workerLife: Duration? = nil
  ) async throws -> Int32? {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no", "PROBE_HITS": hits]
    ) { $1 }.merging(environment) { $1 }
    return try await process.runToEnd {
      if let life { try await process.end(after: life) }
      if let workerLife {
        try await Task.sleep(for: workerLife)
        killWorker(of: process.processIdentifier)
      }
    }
  }

  /// Kills a child of the process `parent`, if there is one.
  private func killWorker(of parent: Int32) {
    let list = "/proc/\(parent)/task/\(parent)/children"
    guard let data = try? FileHandle(forReadingAtPath: list)?.readToEnd() else { return }
    // Every thread starts children of its own; the main thread's list may be empty.
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []
    var children = String(decoding: data, as: UTF8.self).split(separator: " ").compactMap {
      Int32($0)
    }
    for task in tasks {
      let more = try? FileHandle(forReadingAtPath: "/proc/\(parent)/task/\(task)/children")?
        .readToEnd()
      children += String(decoding: more ?? Data(), as: UTF8.self).split(separator: " ").compactMap {
        Int32($0)
      }
    }
    if let child = children.first, child > 1 { kill(child, SIGKILL) }
  }
}
