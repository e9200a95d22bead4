import Foundation
import RegistrySupport
import TestSupport
import Testing

/// The service, and under PostgreSQL its database too, killed at random points.
///
/// Nothing is lost, doubled or half-written; `scripts/measure registry-faults` runs more seeds.
@Suite(.serialized) struct RegistryFaultTests {
  @Test func killsLoseDoubleAndHalveNothing() async throws {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "registry-probe")
    process.arguments =
      ["faults", "0", TestPlace.isPostgres ? "5" : "12"]
      + (TestPlace.isPostgres ? ["postgres"] : [])
    let output = Pipe()
    process.standardOutput = output
    var text = ""
    let status = try await process.runToEnd {
      text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    #expect(status == 0, "\(text)")
    #expect(text.contains("0 lost, 0 doubled, 0 half-written"), "\(text)")
  }
}
