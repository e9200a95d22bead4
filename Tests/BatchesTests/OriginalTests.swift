@testable import Batches
import Documents
import Foundation
import Originals
import RecordStore
import Registry
import RegistrySupport
import TestSupport
import Testing
import Workers

/// What an import keeps of its sources, and for how long.
@Suite struct OriginalTests {
  private let fixture: IntakeFixture

  init() throws { fixture = try IntakeFixture() }

  @Test func aCopyOfEachContentIsSealed() async throws {
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    try fixture.folder.write("accepted 0100000001", to: "in/copy.jpg")
    try fixture.folder.write("review", to: "in/b.jpg")
    let report = try await fixture.batches().run([fixture.input])
    #expect(fixture.sealed.count == 2)
    for source in report.files.map(\.source) where source.state != .duplicate {
      let copy = try fixture.keeping().store.open(.original, of: source.sha256)
      #expect(copy == Array(try Data(contentsOf: URL(filePath: source.path))))
    }
    // The sources themselves are never touched.
    #expect(fixture.files == ["a.jpg", "b.jpg", "copy.jpg"])
    await fixture.pool.stop()
  }

  @Test func copiesGoSomeDaysAfterDelivery() async throws {
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    try fixture.folder.write("review", to: "in/b.jpg")
    try fixture.folder.write("rejected", to: "in/c.jpg")
    _ = try await fixture.batches(days: 10).run([fixture.input])
    fixture.clock.advance(by: .seconds(86_400 * 10 - 1))
    _ = try await fixture.batches(days: 10).run([fixture.input])
    #expect(fixture.sealed.count == 3)
    fixture.clock.advance(by: .seconds(2))
    _ = try await fixture.batches(days: 10).run([fixture.input])
    #expect(fixture.sealed.count == 2)
    // A rejected one may be asked for a while longer, and what a person must look at stays.
    fixture.clock.advance(by: .seconds(86_400 * 40))
    _ = try await fixture.batches(days: 10).run([fixture.input])
    #expect(fixture.sealed.count == 1)
    await fixture.pool.stop()
  }

  @Test func nothingIsKeptForNoDays() async throws {
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    try fixture.folder.write("review", to: "in/b.jpg")
    _ = try await fixture.batches(days: 0).run([fixture.input])
    #expect(fixture.sealed == [])
    await fixture.pool.stop()
  }

  /// What a killed import left between a copy and its record goes at the next run.
  @Test func copiesThatNobodyOwnsAreSwept() async throws {
    try fixture.keeping().store.seal([1], as: .original, of: String(repeating: "cd", count: 32))
    try fixture.folder.write("review", to: "in/b.jpg")
    _ = try await fixture.batches().run([fixture.input])
    #expect(fixture.sealed.count == 1)
    await fixture.pool.stop()
  }

  @Test func aSourceThatHasGoneIsReadFromItsCopy() async throws {
    let path = try fixture.folder.write("review", to: "in/b.jpg")
    let broken = WorkerFixture.refusing
    let other = BatchImport(
      store: fixture.store, directory: fixture.directory, pool: broken,
      delivery: fixture.delivery, keeping: fixture.keeping(), joiner: IntakeFixture.joiner,
      phrase: SampleResult.phrase)
    await #expect(throws: (any Error).self) { try await other.run([fixture.input], name: "x") }
    try FileManager.default.removeItem(atPath: path)
    let report = try await fixture.batches().resume("x")
    #expect(report.files.map(\.source.state) == [.review])
    await fixture.pool.stop()
  }

  @Test func archivesAreRefusedWithAClearWord() async throws {
    let zip: [UInt8] = [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 60)
    try Data(zip).write(to: URL(filePath: fixture.input + "/a.zip"))
    let report = try await fixture.batches().run([fixture.input])
    #expect(report.files.map(\.source.state) == [.rejected])
    #expect(report.files.first?.source.reasons.map(\.code) == [.fileArchive])
    await fixture.pool.stop()
  }

  /// Files of word processors are named as what they are, whatever their first member is.
  @Test(arguments: [
    (
      "PK\u{3}\u{4}" + String(repeating: " ", count: 26) + "customXml/item1.xml word/document.xml",
      "Word"
    ),
    (
      "PK\u{3}\u{4}" + String(repeating: " ", count: 26)
        + "mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"
    ),
    ("{\\rtf1 text}", "RTF"),
  ])
  func filesOfWordProcessorsAreNoArchives(content: String, format: String) async throws {
    try fixture.folder.write(content, to: "in/a.docx")
    let report = try await fixture.batches().run([fixture.input])
    #expect(report.files.map(\.source.state) == [.rejected])
    #expect(report.files.first?.source.reasons.map(\.code) == [.fileWordProcessor])
    #expect(OfficeFile(Array(content.utf8)) == .text(format: format))
    await fixture.pool.stop()
  }

  /// A crash is counted before the next worker tries, whatever ends the import between.
  @Test func aPoisonousFileIsGivenUpAfterItsSecondCrash() async throws {
    try fixture.folder.write("crash", to: "in/a.jpg")
    try fixture.folder.write("accepted 1", to: "in/b.jpg")
    let report = try await fixture.batches().run([fixture.input])
    let states = Dictionary(
      uniqueKeysWithValues: report.files.map {
        (URL(filePath: $0.source.path).lastPathComponent, $0.source.state)
      })
    #expect(states == ["a.jpg": .rejected, "b.jpg": .delivered])
    // It stays aside: running again does not start a worker for it.
    let again = try await fixture.batches().run([fixture.input])
    #expect(again.files.map(\.wasKnown) == [true, true])
    await fixture.pool.stop()
  }

  @Test func aPersonIsErasedAndItIsProven() async throws {
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    try fixture.folder.write("accepted 0100000001", to: "in/copy.jpg")
    try fixture.folder.write("accepted 0100000002", to: "in/b.jpg")
    let first = try await fixture.batches().run([fixture.input])
    let reports = BatchReports(store: fixture.store)
    try await reports.write(first.batch, to: fixture.directory.path + "/reports")
    #expect(try occurrences(of: "0100000001") > 0)
    let forgetting = Forgetting(
      store: fixture.store, directory: fixture.directory, keeping: fixture.keeping())
    let registry = try RegistryStore(
      .file(fixture.directory.registryPath), workflows: .committed())
    let proof = try await forgetting.forget("0100000001", registry: registry)
    #expect(proof.sources == 1)
    #expect(proof.files == 2)
    #expect(proof.registrations.count == 1)
    #expect(proof.remains == [])
    #expect(proof.searchedFiles > 5)
    #expect(try occurrences(of: "0100000001") == 0)
    #expect(try occurrences(of: "0100000002") > 0)
    #expect(fixture.sealed.count == 1)
    // The file that still lies there is passed over, and the trail is whole.
    let again = try await fixture.batches().run([fixture.input])
    #expect(
      again.refused.map(\.cause) == [.forgotten, .forgotten], "\(again.refused)")
    #expect(try occurrences(of: "0100000001") == 0)
    let nobody = try await forgetting.forget("0100000009", registry: registry)
    #expect(nobody.sources == 0)
    await fixture.pool.stop()
  }

  /// How many files of the data directory hold `text`.
  private func occurrences(of text: String) throws -> Int {
    let names =
      FileManager.default.enumerator(atPath: fixture.directory.path)?.allObjects as? [String] ?? []
    return names.count { name in
      FileManager.default.contents(atPath: fixture.directory.path + "/" + name)?
        .range(of: Data(text.utf8)) != nil
    }
  }
}
