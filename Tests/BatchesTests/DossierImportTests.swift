import ContentHash
import Delivery
import Documents
import Foundation
import RecordStore
import Registry
import RegistrySupport
import TestSupport
import Testing
import Workers

@testable import Batches

/// Files of one dossier in an import and in a hot folder.
@Suite struct DossierImportTests {
  private let fixture: IntakeFixture

  init() throws { fixture = try IntakeFixture() }

  private static let number = "001090123456"
  private static let other = "001090654321"

  private func write(_ files: [String: String]) throws {
    for (name, text) in files { try fixture.folder.write(text, to: "in/" + name) }
  }

  private func run(_ files: [String: String]) async throws -> BatchReport {
    try write(files)
    let report = try await fixture.batches().run([fixture.input], name: "evening")
    await fixture.pool.stop()
    return report
  }

  private func states(_ report: BatchReport) -> [String: SourceState] {
    Dictionary(
      uniqueKeysWithValues: report.files.map { (name($0.source.path), $0.source.state) })
  }

  private func joined(_ report: BatchReport) -> [String: String] {
    var joined: [String: String] = [:]
    for file in report.files {
      if let path = file.source.joinedPath { joined[name(file.source.path)] = name(path) }
    }
    return joined
  }

  private func name(_ path: String) -> String { String(path.dropFirst(fixture.input.count + 1)) }

  private func store(of fixture: IntakeFixture) throws -> RegistryStore {
    try RegistryStore(.file(fixture.directory.registryPath), workflows: .committed())
  }

  /// What was registered, in its order.
  private func registrations(in other: IntakeFixture? = nil) async throws -> [Registration] {
    let fixture = other ?? fixture
    let store = try store(of: fixture)
    return try await fixture.registry.receipts().map { receipt in
      let bodies = try store.registration(receipt.id, for: .program).bodies
      return try JSONDecoder().decode(Registration.self, from: Data(try #require(bodies.first)))
    }
  }

  @Test func twoSidesInTwoFilesAreOneRegistration() async throws {
    let report = try await run([
      "b/front.jpg": "front \(Self.number)", "a/back.jpg": "back \(Self.number)",
    ])
    #expect(states(report) == ["b/front.jpg": .delivered, "a/back.jpg": .delivered])
    #expect(joined(report) == ["b/front.jpg": "a/back.jpg"])
    #expect(report.exitCode == 0)
    #expect(report.batch.state == .finished)
    let registrations = try await registrations()
    #expect(registrations.map(\.type) == [.identityUpdate])
    let digests = report.files.map(\.source.sha256)
    let registration = try #require(registrations.first)
    #expect(Set([registration.sourceSHA256] + (registration.joinedSHA256 ?? [])) == Set(digests))
    #expect(registration.documents.map(\.side) == [.back, .front])
    #expect(registration.documents.map(\.sourceSHA256) == [nil, registration.joinedSHA256?.first])
    #expect(report.files.flatMap(\.source.reasons) == [])
    // Running it again finds nothing to do.
    let again = try await fixture.batches().run([fixture.input], name: "evening")
    #expect(again.files.map(\.wasKnown) == [true, true])
    #expect(try await fixture.registry.receipts().count == 1)
  }

  /// Whichever file is met first, in one run or in several, the same is registered.
  @Test func theOrderOfFilesDoesNotMatter() async throws {
    let files = [
      "1": "front \(Self.number)", "2": "back \(Self.number)", "3": "form \(Self.number)",
    ]
    var bodies: Set<Registration> = []
    for order in [["1", "2", "3"], ["3", "2", "1"], ["2", "1", "3"]] {
      let other = try IntakeFixture()
      for (name, text) in files { try other.folder.write(text, to: "in/" + name) }
      // Interrupted before the files are joined.
      for name in order {
        let batch = try await other.store.openBatch(named: "evening", roots: [])
        let file = FileFacts(path: other.input + "/" + name, bytes: 1, modifiedAt: 1)
        let digest = SHA256Digest(of: Array(files[name, default: ""].utf8)).hexadecimal
        _ = try await other.store.take(file, sha256: digest, batch: batch.id)
      }
      _ = try await other.batches().run([other.input], name: "evening")
      await other.pool.stop()
      bodies.formUnion(try await registrations(in: other))
    }
    #expect(bodies.map(\.type) == [.individualAccount])
    #expect(bodies.first?.joinedSHA256?.count == 2)
  }

  @Test func anAnnexJoinsItsForm() async throws {
    let report = try await run([
      "annex.pdf": "annex \(Self.other) \(Self.number)", "form.pdf": "declaration \(Self.number)",
    ])
    #expect(joined(report) == ["annex.pdf": "form.pdf"])
    #expect(report.exitCode == 0)
    let registration = try #require(try await registrations().first)
    #expect(registration.type == .voluntaryInsurance)
    let members = registration.fields[FieldKey(rawValue: "householdMembers")]
    #expect(members?.sourceSHA256 == registration.joinedSHA256?.first)
    #expect(registration.fields[.idNumber]?.sourceSHA256 == nil)
    #expect(report.files.flatMap(\.source.reasons) == [])
  }

  /// A household of which two members file: whose annex it is, a person says.
  @Test func whereTwoFormsFitNoneIsChosen() async throws {
    let report = try await run([
      "a.pdf": "declaration \(Self.number)", "b.pdf": "declaration \(Self.other)",
      "c.pdf": "annex \(Self.number) \(Self.other)",
    ])
    #expect(states(report) == ["a.pdf": .delivered, "b.pdf": .delivered, "c.pdf": .review])
    let annex = try #require(report.files.map(\.source).first { $0.state == .review })
    #expect(annex.reasons.map(\.code) == [.formPageMissing, .dossierFormRegistered])
    #expect(try await registrations().count == 2)
  }

  /// Each member's card is joined all the same, and the annex goes to the one form that it can.
  @Test func anAnnexPartsNoDossiers() async throws {
    let report = try await run([
      "1": "front \(Self.number)", "2": "back \(Self.number)", "3": "declaration \(Self.number)",
      "4": "front \(Self.other)", "5": "back \(Self.other)", "6": "form \(Self.other)",
      "7": "annex \(Self.number) \(Self.other)",
    ])
    #expect(joined(report) == ["1": "3", "2": "3", "7": "3", "4": "6", "5": "6"])
    #expect(
      Set(try await registrations().map(\.type)) == [.voluntaryInsurance, .individualAccount])
  }

  @Test(arguments: [
    // Two fronts, of which either may belong to the back.
    ["front 001090123456", "front 001090123456 ", "back 001090123456"],
    // Papers that contradict each other.
    ["front 001090123456 male", "back 001090123456 female"],
    // Strangers.
    ["front 001090123456", "back 001090654321"],
  ])
  func whatIsInDoubtStaysInReview(texts: [String]) async throws {
    let files = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("\($0)", $1) })
    let report = try await run(files)
    #expect(Set(states(report).values) == [.review])
    #expect(joined(report) == [:])
    #expect(report.exitCode == 3)
    #expect(try await fixture.registry.receipts().isEmpty)
  }

  /// What waited in vain is decided by itself.
  @Test func aFormThatStaysAloneIsAccepted() async throws {
    let report = try await run([
      "form": "form \(Self.number)", "card": "card \(Self.other)", "front": "front \(Self.number)",
    ])
    #expect(states(report) == ["form": .delivered, "card": .delivered, "front": .review])
    let front = try #require(report.files.map(\.source).first { $0.state == .review })
    #expect(front.reasons.map(\.code) == [.dossierSideMissing, .dossierFormRegistered])
    #expect(
      Set(try await registrations().map(\.type)) == [.individualAccount, .identityUpdate])
  }

  @Test func aFormThatWasHandedOutStaysAsItIs() async throws {
    try write(["form.pdf": "declaration \(Self.number)"])
    _ = try await fixture.batches().run([fixture.input], name: "evening")
    let before = try await registrations()
    let report = try await run(["annex.pdf": "annex \(Self.number)"])
    #expect(states(report) == ["form.pdf": .delivered, "annex.pdf": .review])
    let annex = try #require(report.files.map(\.source).first { $0.state == .review })
    #expect(annex.reasons.map(\.code) == [.formPageMissing, .dossierFormRegistered])
    #expect(try await registrations() == before)
    // It is told once.
    let again = try await fixture.batches().run([fixture.input], name: "evening")
    #expect(again.files.flatMap { $0.source.reasons }.count == 2)
  }

  /// A kill may part the decisions of two forms that fit: the annex is not taken for the second one's.
  @Test func whatFitsAFormThatWasHandedOutJoinsNoOther() async throws {
    try write(["a.pdf": "declaration \(Self.number)"])
    _ = try await fixture.batches().run([fixture.input], name: "evening")
    let report = try await run([
      "b.pdf": "declaration \(Self.other)", "c.pdf": "annex \(Self.number) \(Self.other)",
    ])
    #expect(states(report) == ["a.pdf": .delivered, "b.pdf": .delivered, "c.pdf": .review])
    #expect(joined(report) == [:])
    #expect(try await registrations().count == 2)
  }

  @Test(arguments: [true, false])
  func aHotFolderJoinsWhatComesTogetherOrLater(isTogether: Bool) async throws {
    let watch = try fixture.watch(WatchOptions(settling: .zero))
    try write(["front.jpg": "front \(Self.number)"])
    if !isTogether {
      try await watch.look()
      #expect(fixture.files == [])
    }
    try write(["back.jpg": "back \(Self.number)"])
    var told: [SourceState] = []
    try await watch.look { event in
      if case .settled(let file, isOut: true) = event { told.append(file.source.state) }
    }
    #expect(told == Array(repeating: .delivered, count: isTogether ? 2 : 1))
    #expect(fixture.files == [])
    #expect(try await registrations().map(\.type) == [.identityUpdate])
    let batch = try #require(try await fixture.store.batches().first)
    #expect(batch.counts == [.delivered: 2])
    // Their copies serve their time together.
    fixture.clock.advance(by: .seconds(31 * 86_400))
    try await watch.look()
    #expect(fixture.sealed == [])
    await fixture.pool.stop()
  }

  /// A file that is still being written may be the other side; patience has an end.
  @Test func aHotFolderWaitsForWhatIsOnItsWay() async throws {
    let watch = try fixture.watch(WatchOptions(settling: .seconds(3), patience: .seconds(60)))
    try write(["form.pdf": "declaration \(Self.number)"])
    try await watch.look()
    fixture.clock.advance(by: .seconds(4))
    try write(["annex.pdf": "annex \(Self.number)"])
    let look = try await watch.look()
    #expect(look == FolderWatch.Look(settled: 0, waiting: 2))
    #expect(fixture.files == ["annex.pdf", "form.pdf"])
    fixture.clock.advance(by: .seconds(4))
    #expect(try await watch.look() == FolderWatch.Look(settled: 2, waiting: 0))
    #expect(fixture.files == [])
    #expect(try await registrations().map(\.joinedSHA256?.count) == [1])

    try write(["form.pdf": "form \(Self.other)"])
    try await watch.look()
    for second in 0..<30 {
      fixture.clock.advance(by: .seconds(3))
      try write(["new.pdf": "review \(second)"])
      try await watch.look()
    }
    #expect(fixture.files == ["new.pdf"])
    #expect(try await fixture.registry.receipts().count == 2)
    await fixture.pool.stop()
  }

  @Test func erasingAPersonReachesEveryFileOfTheDossier() async throws {
    // The annex alone does not name the declarant's number.
    _ = try await run([
      "annex.pdf": "annex \(Self.other)", "form.pdf": "declaration \(Self.other)",
      "front.jpg": "front \(Self.number)", "back.jpg": "back \(Self.number)",
    ])
    let proof = try await Forgetting(
      store: fixture.store, directory: fixture.directory, keeping: fixture.keeping()
    ).forget(Self.number, registry: try store(of: fixture))
    #expect(proof.sources == 2)
    #expect(proof.remains == [])
    let left = try await fixture.store.sources(inBatch: 1)
    #expect(Set(left.map { name($0.path) }) == ["annex.pdf", "form.pdf"])
    let second = try await Forgetting(
      store: fixture.store, directory: fixture.directory, keeping: fixture.keeping()
    ).forget(Self.other, registry: try store(of: fixture))
    #expect(second.sources == 2)
    #expect(second.remains == [])
  }

  /// A late paper names the form's file, which may be called by a person's number.
  @Test func erasingAPersonReachesReasonsThatNameItsFile() async throws {
    let report = try await run([
      "001090777777.pdf": "form \(Self.number)", "front.jpg": "front \(Self.number)",
    ])
    #expect(report.files.flatMap(\.source.reasons).contains { $0.code == .dossierFormRegistered })
    let proof = try await Forgetting(
      store: fixture.store, directory: fixture.directory, keeping: fixture.keeping()
    ).forget("001090777777", registry: try store(of: fixture))
    #expect(proof.sources == 1)
    #expect(proof.remains == [])
    let front = try #require(try await fixture.store.sources(inBatch: 1).first)
    #expect(front.reasons.map(\.code) == [.dossierSideMissing])
  }

  @Test func reportsNameTheFileThatStandsForBoth() async throws {
    let report = try await run([
      "back.jpg": "back \(Self.number)", "front.jpg": "front \(Self.number)",
    ])
    let row = try #require(report.files.map(\.source).first { $0.joinedPath != nil })
    #expect(ReportRow(row, result: nil).reasonsText == "Ghép với \(fixture.input)/back.jpg")
  }
}
