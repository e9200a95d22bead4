import Documents
import Foundation
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct ParticipantTests {
  private let own: ClockedStore
  private var store: RegistryStore { own.store }
  private static let reviewer = Caller(id: "T-1", role: .reviewer)

  init() throws { own = try ClockedStore() }

  @discardableResult
  private func take(_ rows: String...) throws -> ParticipantImport {
    let text = "Mã số BHXH,Họ và tên,Ngày sinh,CCCD\n" + rows.joined(separator: "\n")
    let columns = try ListColumns(directory: Workflows.committedDictionaries)
    return try store.take(
      PersonList(Array(text.utf8), columns: columns, needsNumber: true), by: .program)
  }

  private func update(
    _ fields: [FieldKey: String] = [
      .personalNumber: "001190000001", .fullName: "TRẦN THỊ HOÀ", .dateOfBirth: "1990-01-15",
    ], seed: Int = 0
  ) throws -> String {
    let body = try SampleRegistration.body(.identityUpdate, fields, seed: seed)
    let answer = try store.submit(body, key: "k\(seed)", caller: .program)
    return try JSONDecoder().decode(RegistrationReceipt.self, from: Data(answer.receipt)).id
  }

  private func found(_ id: String) throws -> RegistryStore.Found {
    try store.registration(id, for: Self.reviewer)
  }

  @Test func countsWhatIsNewAndWhatChanged() throws {
    let rows = ["0100000001,Trần Thị Hoà,15/01/1990,", "0100000002,Lê Văn Ất,1988,"]
    #expect(try take(rows[0], rows[1]).added == 2)
    #expect(try take(rows[0], rows[1]) == ParticipantImport(unchanged: 2))
    let again = try take(rows[0], "0100000002,Lê Văn Bính,1988,", "0100000003,Lê Thị Đinh,1990,")
    #expect(again == ParticipantImport(added: 1, changed: [3], unchanged: 1))
    #expect(try store.participantCount() == 3)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [String]
    let outcome: ParticipantMatch.Outcome?
    var state = "in-review"
  }

  /// The card of Trần Thị Hoà, born on 15 January 1990, number 001190000001.
  @Test(arguments: [
    Case(testDescription: "no list yet", rows: [], outcome: nil, state: "received"),
    Case(
      testDescription: "name and date", rows: ["0100000001,Trần Thị Hòa,15/01/1990,"],
      outcome: .known, state: "received"),
    Case(
      testDescription: "the list has no marks and the year alone",
      rows: ["0100000001,TRAN THI HOA,1990,"], outcome: .known, state: "received"),
    Case(
      testDescription: "by the number of the card",
      rows: ["001190000001,Trần Thị Hoà,15/01/1990,"], outcome: .known, state: "received"),
    Case(
      testDescription: "another name", rows: ["0100000001,Trần Thị Hoa,15/01/1990,"],
      outcome: .unknown),
    Case(
      testDescription: "another day", rows: ["0100000001,Trần Thị Hoà,16/01/1990,"],
      outcome: .unknown),
    Case(
      testDescription: "two of that name and date",
      rows: ["0100000001,Trần Thị Hoà,15/01/1990,", "0100000002,Trần Thị Hoà,1990,"],
      outcome: .ambiguous),
    Case(
      testDescription: "one of two has another card",
      rows: [
        "0100000001,Trần Thị Hoà,15/01/1990,", "0100000002,Trần Thị Hoà,15/01/1990,001190000009",
      ], outcome: .known, state: "received"),
    Case(
      testDescription: "all have another card",
      rows: ["0100000002,Trần Thị Hoà,15/01/1990,001190000009"], outcome: .conflict),
    Case(
      testDescription: "the card is another person's",
      rows: ["0100000001,Lê Văn Ất,1988,001190000001"], outcome: .conflict),
  ])
  func findsWhomACardIsAbout(sample: Case) throws {
    if !sample.rows.isEmpty {
      let text = sample.rows.joined(separator: "\n")
      try take(text)
    }
    let found = try found(update())
    #expect(found.match?.outcome == sample.outcome)
    #expect(found.registration.state == sample.state)
  }

  @Test func anAppliedUpdateWritesTheCardDown() throws {
    try take("0100000001,Trần Thị Hoà,15/01/1990,")
    let id = try update()
    _ = try store.lead(id, to: "applied", note: nil, by: Self.reviewer)
    // Another card of the same person is now another person's, or a renewed one: for a person to see.
    let other = try update(
      [
        .personalNumber: "001190000007", .fullName: "TRẦN THỊ HOÀ", .dateOfBirth: "1990-01-15",
      ], seed: 1)
    #expect(
      try found(other).match == ParticipantMatch(outcome: .conflict, participants: ["0100000001"]))
    #expect(try found(update(seed: 2)).match?.outcome == .known)
  }

  @Test func aPersonSettlesWhatIsInDoubt() throws {
    try take("0100000001,Trần Thị Hoà,15/01/1990,", "0100000002,Trần Thị Hoà,1990,")
    let id = try update()
    #expect(try found(id).match?.participants == ["0100000001", "0100000002"])
    #expect(throws: Problem.self) {
      try store.lead(id, to: "applied", note: nil, by: Self.reviewer)
    }
    #expect(throws: Problem.self) {
      try store.lead(id, to: "applied", note: nil, participant: "0100000009", by: Self.reviewer)
    }
    #expect(throws: Problem.participantNotAsked) {
      try store.lead(id, to: "rejected", note: nil, participant: "0100000002", by: Self.reviewer)
    }
    let settled = try store.lead(
      id, to: "applied", note: nil, participant: "0100000002", by: Self.reviewer)
    #expect(settled.registration.state == "applied")
    #expect(settled.match?.participants == ["0100000002"])
  }

  @Test func aListThatComesLaterMatchesWhatWaits() throws {
    let early = try update()
    #expect(try found(early).match == nil)
    #expect(try take("0100000005,Lê Văn Ất,1988,").matched == 0)
    #expect(try found(early).registration.state == "in-review")
    #expect(try take("0100000001,Trần Thị Hoà,15/01/1990,").matched == 1)
    #expect(
      try found(early).match == ParticipantMatch(outcome: .known, participants: ["0100000001"]))
    let before = try store.auditEntries(after: 0, limit: 999).count
    #expect(try take("0100000001,Trần Thị Hoà,15/01/1990,").matched == 0)
    let entries = try store.auditEntries(after: Int64(before), limit: 999)
    #expect(entries.map(\.action) == ["import-participants"])
  }

  @Test func theTrailTellsOfListsAndHoldsNoPerson() throws {
    try take("0100000001,Trần Thị Hoà,15/01/1990,")
    _ = try update()
    let text = try "\(store.auditEntries(after: 0, limit: 99))"
    #expect(text.contains("import-participants") && text.contains("match"))
    for secret in ["0100000001", "HOÀ", "Hoà", "1990-01-15"] { #expect(!text.contains(secret)) }
  }
}
