import Foundation
import Postgres
package import Registry
import Synchronization

/// A PostgreSQL server of the tests' own, in a temporary folder, which ends with the process.
package final class PostgresCluster: Sendable {
  /// The server did not begin.
  package struct DidNotBegin: Error, CustomStringConvertible {
    package let description: String
  }

  /// The folder with its socket and data.
  package let folder: String

  private let supervisor: Process
  private let life: Pipe
  private let output: Pipe
  private let count = Atomic<Int>(0)

  /// The one server that tests share; each has tables of its own.
  package static let shared = Result { try PostgresCluster() }

  /// Begins a server as a user that is not root.
  ///
  /// - Parameter isDurable: Whether it waits for the disk.
  /// - Throws: `DidNotBegin`.
  package init(isDurable: Bool = false) throws {
    folder =
      "/tmp/hoso-pg-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scripts/private-postgres").standardizedFileURL.path
    supervisor = Process()
    life = Pipe()
    output = Pipe()
    supervisor.executableURL = URL(filePath: script)
    supervisor.arguments = [folder] + (isDurable ? [] : ["-c", "fsync=off"])
    supervisor.standardInput = life
    supervisor.standardOutput = output
    try supervisor.run()
    let answer = output.fileHandleForReading.availableData
    guard String(decoding: answer, as: UTF8.self).hasPrefix("ready") else {
      throw DidNotBegin(
        description:
          "scripts/private-postgres did not begin; scripts/packages.txt names what it needs")
    }
  }

  deinit { stop() }

  /// Ends the server and removes its folder.
  package func stop() {
    try? life.fileHandleForWriting.close()
    supervisor.waitUntilExit()
  }

  /// Kills the server, which then begins again.
  package func crash() {
    try? life.fileHandleForWriting.write(contentsOf: Data("crash\n".utf8))
  }

  /// Waits until a server that was killed is back.
  package func awaitRestart() { _ = output.fileHandleForReading.availableData }

  /// A place for a registry that is nobody else's.
  package func newPlace() throws -> RegistryPlace {
    let schema = "t\(count.add(1, ordering: .relaxed).newValue)"
    try PostgresConnection(address(options: nil)).execute("CREATE SCHEMA \(schema)")
    return .postgres(address(options: "-csearch_path%3D\(schema)"))
  }

  /// A copy of a place, by PostgreSQL's own tools for backups.
  package func restoredCopy(of place: RegistryPlace) throws -> RegistryPlace {
    guard case .postgres(let address) = place, let schema = address.split(separator: "D").last
    else {
      return place
    }
    let name = "copy\(count.add(1, ordering: .relaxed).newValue)"
    try PostgresConnection(self.address(options: nil)).execute("CREATE DATABASE \(name)")
    let copy = self.address(options: nil).replacing("/postgres?", with: "/\(name)?")
    try run(
      "pg_dump",
      ["-Fc", "-n", "\(schema)", "-f", folder + "/\(name).dump", self.address(options: nil)])
    try run("pg_restore", ["-O", "-d", copy, folder + "/\(name).dump"])
    return .postgres(address.replacing("/postgres?", with: "/\(name)?"))
  }

  private func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw DidNotBegin(description: "\(program) failed")
    }
  }

  private func address(options: String?) -> String {
    "postgres://hoso@/postgres?host=\(folder)" + (options.map { "&options=\($0)" } ?? "")
  }
}
