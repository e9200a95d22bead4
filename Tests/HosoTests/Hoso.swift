import Foundation
import TestSupport

/// Runs the program as a user does, with state and output in a folder of its own.
final class Hoso: Sendable {
  /// How a run ended and what it printed.
  struct Ending: Sendable {
    /// The exit status; nil when a signal ended it.
    let status: Int32?
    /// What it wrote on standard output.
    let output: String
    /// What it wrote on standard error.
    let messages: String
  }

  /// The program stands beside the test program.
  static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "hoso").path

  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The folder that holds everything of this user.
  var path: String { folder.path }
  /// The data directory.
  var data: String { folder.path + "/data" }

  /// Writes a file below the folder; returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = try folder.write("", to: name)
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Runs the program and waits for its end; kills it after `life`, where that is given.
  ///
  /// - Parameters:
  ///   - arguments: Its command line.
  ///   - environment: Variables beside the few that every run has.
  ///   - launcher: What starts it, given the program and its arguments; nothing by default.
  ///   - life: When it is killed.
  /// - Returns: How it ended.
  /// - Throws: When it cannot be started.
  func run(
    _ arguments: [String], environment: [String: String] = [:], through launcher: [String] = [],
    killedAfter life: Duration? = nil
  ) async throws -> Ending {
    let process = Process()
    let words = launcher + [Self.path] + arguments
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = base.merging(environment) { $1 }
    process.currentDirectoryURL = URL(filePath: path)
    // Files, since a pipe that nobody empties would stop the program.
    let output = try stream("out")
    let messages = try stream("err")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = messages.handle
    let status = try await process.runToEnd {
      if let life { try await process.end(after: life) }
    }
    return Ending(
      status: status, output: try output.text(), messages: try messages.text())
  }

  /// Whether a process runs whose command line names something in this user's folder.
  var hasProcesses: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.contains { name in
      guard Int(name) != nil,
        let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      return String(decoding: line, as: UTF8.self).contains(path)
    }
  }

  private var base: [String: String] {
    var variables = [
      "PATH": "/usr/bin:/bin", "HOME": path, "XDG_DATA_HOME": path + "/state", "COLUMNS": "400",
      "HOSO_DICTIONARIES": Self.root.appending(path: "dictionaries").path,
      "SWIFT_BACKTRACE": "enable=no",
      // The key of encrypted copies; without it, a run would make one and say so.
      "HOSO_KEY": String(repeating: "7f", count: 32),
    ]
    // A machine whose models and libraries stand elsewhere says so here.
    for name in ["HOSO_TESSDATA", "TESSDATA_PREFIX", "LD_LIBRARY_PATH"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    return variables
  }

  private struct Stream {
    let path: String
    let handle: FileHandle

    func text() throws -> String {
      try handle.close()
      return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
  }

  private func stream(_ name: String) throws -> Stream {
    let path = try folder.write("", to: "streams/\(name)-\(UUID())")
    return Stream(path: path, handle: try FileHandle(forWritingTo: URL(filePath: path)))
  }
}
