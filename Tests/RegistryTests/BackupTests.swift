import Documents
import Foundation
import RecordStore
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

/// Of files; PostgreSQL has its own tools for it.
@Suite(.disabled(if: TestPlace.isPostgres)) struct BackupTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var data: String { folder.path + "/data" }

  private func store(in path: String) throws -> RegistryStore {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return try RegistryStore(.file(path + "/registry.sqlite"), workflows: .committed())
  }

  private func submit(_ number: Int, to store: RegistryStore) throws -> Bool {
    try store.submit(
      SampleRegistration.body(
        .individualAccount, [.socialInsuranceNumber: String(format: "01%08d", number)]),
      key: "k\(number)", caller: .program
    ).isNew
  }

  private func submitAll(to store: RegistryStore) async throws {
    for number in 0..<200 { _ = try submit(number, to: store) }
  }

  /// Taken in the middle of the work, every backup is whole: what it has is registered, its trail is
  /// intact, and what came later is registered once when it is sent again.
  @Test func isWholeWhileTheServiceWorks() async throws {
    let store = try store(in: data)
    async let work: Void = submitAll(to: store)
    var backups: [String] = []
    for number in 0..<5 {
      let target = folder.path + "/backup-\(number)"
      backups.append(target)
      #expect(try DataBackup(from: data, to: target).copies == [target + "/registry.sqlite"])
    }
    try await work
    for path in backups {
      let restored = try self.store(in: path)
      let held = try restored.receipts().count
      guard case .intact = try restored.verifyAudit() else {
        Issue.record("the trail of \(path) is broken")
        continue
      }
      var new = 0
      for number in 0..<200 where try submit(number, to: restored) { new += 1 }
      #expect(held + new == 200)
      #expect(try restored.receipts().count == 200)
    }
  }

  @Test func coversBothDatabasesAndIsForItsOwnerAlone() throws {
    _ = try RecordStore(directory: DataDirectory(path: data))
    _ = try store(in: data)
    let target = folder.path + "/backup"
    let copies = try DataBackup(from: data, to: target).copies
    #expect(copies == [target + "/hoso.sqlite", target + "/registry.sqlite"])
    for path in copies {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    _ = try RecordStore(readingFrom: target)
  }

  @Test func saysWhatIsInTheWay() throws {
    #expect(throws: DataBackup.Failure.nothingThere(path: data)) {
      try DataBackup(from: data, to: folder.path + "/backup")
    }
    _ = try store(in: data)
    #expect(throws: DataBackup.Failure.occupied(path: data)) {
      try DataBackup(from: data, to: data)
    }
    let file = try folder.write("", to: "file")
    #expect(throws: DataBackup.Failure.unusable(path: file + "/backup")) {
      try DataBackup(from: data, to: file + "/backup")
    }
  }
}
