import Foundation
import Glibc

/// A running service that may end itself at any time.
final class ServiceProcess {
  let port: UInt16
  private let process = Process()
  private let life = Pipe()
  private let log = Pipe()

  /// Starts the service with a fault; nil when it ended before it listened.
  init?(place: String, spool: String, fault: FaultPlan.Fault) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["serve", place, spool]
    process.environment = ProcessInfo.processInfo.environment.merging(fault.variables) { $1 }
    process.standardInput = life
    process.standardOutput = output
    process.standardError = log
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = UInt16(line.trimmingCharacters(in: .newlines)) else {
      self.port = 0
      process.waitUntilExit()
      return nil
    }
    self.port = port
  }

  var isRunning: Bool { process.isRunning }

  /// Has a token made and revoked with a fault; returns what was said of its end.
  static func makeToken(place: String, fault: FaultPlan.Fault) throws -> String {
    let process = Process()
    let log = Pipe()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["token", place]
    process.environment = ProcessInfo.processInfo.environment.merging(fault.variables) { $1 }
    process.standardError = log
    try process.run()
    process.waitUntilExit()
    return String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// Ends it at once, or as SIGTERM would.
  ///
  /// - Parameter atOnce: Whether it is killed.
  /// - Returns: What it said of its end.
  func end(atOnce: Bool) -> String {
    if atOnce { kill(process.processIdentifier, SIGKILL) }
    try? life.fileHandleForWriting.close()
    process.waitUntilExit()
    return String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
