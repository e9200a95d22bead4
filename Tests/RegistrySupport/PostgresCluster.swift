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
    let output = Pipe()
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

  /// A place for a registry that is nobody else's.
  package func newPlace() throws -> RegistryPlace {
    let schema = "t\(count.add(1, ordering: .relaxed).newValue)"
    let admin = try PostgresConnection(address(options: nil))
    try admin.execute("CREATE SCHEMA \(schema)")
    return .postgres(address(options: "-csearch_path%3D\(schema)"))
  }

  private func address(options: String?) -> String {
    "postgres://hoso@/postgres?host=\(folder)" + (options.map { "&options=\($0)" } ?? "")
  }
}
