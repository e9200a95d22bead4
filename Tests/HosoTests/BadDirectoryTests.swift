import Foundation
import RecordStore
import TestSupport
import Testing

/// Data directories that `hoso` must not work on, as its users are told.
@Suite struct BadDirectoryTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  private func importing() async throws -> Hoso.Ending {
    try hoso.write([1], to: "in/a.jpg")
    return try await hoso.run(["import", hoso.path + "/in", "--data", hoso.data])
  }

  /// Writes a database of a format that nobody knows yet; returns its bytes.
  private func makeNewer(_ name: String, applicationID: Int32) throws -> Data {
    try FileManager.default.createDirectory(atPath: hoso.data, withIntermediateDirectories: true)
    let path = hoso.data + "/" + name
    do {
      let tables = (1...99).map { ["CREATE TABLE t\($0) (id INTEGER) STRICT"] }
      _ = try Database(
        path: path, schema: DatabaseSchema(applicationID: applicationID, migrations: tables))
    }
    return try Data(contentsOf: URL(filePath: path))
  }

  @Test func fromANewerVersion() async throws {
    let bytes = try makeNewer("hoso.sqlite", applicationID: 0x686f_736f)
    for words in [["import", hoso.path + "/in"], ["import", "--list"]] {
      try hoso.write([1], to: "in/a.jpg")
      let ending = try await hoso.run(words + ["--data", hoso.data])
      #expect(ending.status == 5)
      #expect(
        ending.messages.contains(
          "hoso.sqlite was written by a newer hoso (format 99, this one knows"),
        "\(ending.messages)")
      #expect(ending.messages.contains("install that version, or choose another --data directory"))
    }
    #expect(try Data(contentsOf: URL(filePath: hoso.data + "/hoso.sqlite")) == bytes)
  }

  @Test func withARegistryFromANewerVersion() async throws {
    let bytes = try makeNewer("registry.sqlite", applicationID: 0x6872_6567)
    let ending = try await hoso.run(["registry", "token", "list", "--data", hoso.data])
    #expect(ending.status == 5)
    #expect(
      ending.messages.contains("registry.sqlite was written by a newer hoso (format 99"),
      "\(ending.messages)")
    #expect(try Data(contentsOf: URL(filePath: hoso.data + "/registry.sqlite")) == bytes)
  }

  @Test func thatAnotherImportWorksOn() async throws {
    do {
      let held = try DataDirectory(path: hoso.data)
      let ending = try await importing()
      #expect(ending.status == 5)
      #expect(
        ending.messages.contains(
          "is in use by another hoso (process \(ProcessInfo.processInfo.processIdentifier)); "
            + "wait for it to end, or choose another with --data"), "\(ending.messages)")
      _ = held
    }
    #expect(try await importing().status == 4)
  }
}
