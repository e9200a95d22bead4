import Documents
import Foundation
import RecordStore
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct RegistryStoreTests {
  private let own: ClockedStore
  private var store: RegistryStore { own.store }
  private var clock: TestClock { own.clock }

  private static let reviewer = Caller(id: "T-1", role: .reviewer)

  init() throws { own = try ClockedStore() }

  private func submit(
    _ fields: [FieldKey: String] = [.socialInsuranceNumber: "0100000001"],
    type: RegistrationType = .individualAccount, seed: Int = 0, caller: Caller = .program
  ) throws -> RegistrationReceipt {
    let body = try SampleRegistration.body(type, fields, seed: seed)
    let answer = try store.submit(body, key: "k\(seed)\(fields.count)\(type)", caller: caller)
    return try JSONDecoder().decode(RegistrationReceipt.self, from: Data(answer.receipt))
  }

  private func state(_ id: String) throws -> String {
    try store.registration(id, for: Self.reviewer).registration.state
  }

  @Test func expiresByItselfWhenThePaperDoesNotCome() throws {
    let receipt = try submit()
    clock.advance(by: .seconds(10 * 86_400 - 1))
    #expect(try state(receipt.id) == "received")
    clock.advance(by: .seconds(1))
    #expect(try state(receipt.id) == "expired")
    let history = try store.history(of: receipt.id, for: Self.reviewer)
    #expect(history.map(\.state) == ["received", "expired"])
    #expect(history.last?.by == "hoso")
    #expect(throws: Problem.self) {
      try store.lead(receipt.id, to: "paper-received", note: nil, by: Self.reviewer)
    }
  }

  @Test func theTenDaysRunFromTheReceiptWhateverHappensMeanwhile() throws {
    let receipt = try submit()
    clock.advance(by: .seconds(9 * 86_400))
    _ = try store.lead(receipt.id, to: "awaiting-paper", note: nil, by: Self.reviewer)
    clock.advance(by: .seconds(86_400))
    #expect(try store.endOverdue() == 1)
    #expect(try state(receipt.id) == "expired")
  }

  @Test func paperThatCameInTimeStopsTheClock() throws {
    let receipt = try submit()
    _ = try store.lead(receipt.id, to: "paper-received", note: "counter 3", by: Self.reviewer)
    clock.advance(by: .seconds(100 * 86_400))
    #expect(try state(receipt.id) == "paper-received")
    let history = try store.history(of: receipt.id, for: Self.reviewer)
    #expect(history.map(\.note) == [nil, "counter 3"])
  }

  @Test func aClockThatJumpsBackHarmsNothing() throws {
    let receipt = try submit()
    clock.advance(by: .seconds(-1_000_000))
    #expect(try state(receipt.id) == "received")
    _ = try store.lead(receipt.id, to: "awaiting-paper", note: nil, by: Self.reviewer)
    clock.advance(by: .seconds(1_000_000 + 10 * 86_400))
    #expect(try state(receipt.id) == "expired")
  }

  @Test func aSignedFormOpensOrFulfils() throws {
    let signed: [FieldKey: String] = [
      .idNumber: "001090000001", .declarantSignature: "present",
      .socialInsuranceNumber: "0100000001",
    ]
    let waiting = try submit()
    let fulfilled = try submit(signed, seed: 1)
    #expect(fulfilled.id == waiting.id)
    #expect(fulfilled.state == "paper-received")
    let found = try store.registration(waiting.id, for: Self.reviewer)
    #expect(found.bodies.count == 2)
    // What has its paper waits for none, so the next one opens its own.
    let next = try submit(signed, seed: 2)
    #expect(next.id != waiting.id)
    #expect(next.state == "paper-received")
  }

  @Test func aSignedFormOfAnotherPersonFulfilsNothing() throws {
    let waiting = try submit()
    let other = try submit(
      [.socialInsuranceNumber: "0100000002", .declarantSignature: "present"], seed: 1)
    #expect(other.id != waiting.id)
    #expect(try state(waiting.id) == "received")
  }

  @Test func anEndedRegistrationGivesItsPhoneUp() throws {
    let phone = "0912000001"
    let first = try submit([.socialInsuranceNumber: "0100000001", .phone: phone])
    let other: [FieldKey: String] = [.socialInsuranceNumber: "0100000002", .phone: phone]
    #expect(throws: Problem.phoneTaken) { try submit(other, seed: 1) }
    _ = try store.lead(first.id, to: "rejected", note: nil, by: Self.reviewer)
    #expect(try submit(other, seed: 1).id != first.id)
  }

  @Test func aPhoneStaysWhileAnotherRegistrationUsesIt() throws {
    let mine: [FieldKey: String] = [.socialInsuranceNumber: "0100000001", .phone: "0912000001"]
    let first = try submit(mine)
    _ = try submit(mine, type: .voluntaryInsurance, seed: 1)
    _ = try store.lead(first.id, to: "rejected", note: nil, by: Self.reviewer)
    let other = mine.merging([.socialInsuranceNumber: "0100000002"]) { $1 }
    #expect(throws: Problem.phoneTaken) { try submit(other, seed: 2) }
  }

  /// Every step of every workflow by every role: what the table has is done, all else refused.
  @Test(arguments: RegistrationType.allCases)
  func takesTheStepsOfTheTableAndNoOther(type: RegistrationType) throws {
    let workflow = try Workflows.committed()[type]
    var seed = 0
    for from in workflow.states.keys.sorted() {
      for to in workflow.states.keys.sorted() {
        for role in Role.allCases {
          seed += 1
          let body = try SampleRegistration.body(
            type, [.socialInsuranceNumber: String(format: "01%08d", seed)])
          let answer = try store.submit(body, key: "\(seed)", caller: .program)
          let id = try JSONDecoder().decode(
            RegistrationReceipt.self, from: Data(answer.receipt)
          ).id
          try store.transaction { session in
            let stored = try session.registration(id, for: .program)
            if stored.state != from { try session.move(stored, to: from, by: .program, note: nil) }
          }
          let caller = Caller(id: "T-9", role: role)
          let step = workflow.transition(from: from, to: to)
          if let step, step.roles.contains(role) {
            let found = try store.lead(id, to: to, note: nil, by: caller)
            #expect(found.registration.state == to)
          } else {
            let problem = #expect(throws: Problem.self) {
              try store.lead(id, to: to, note: nil, by: caller)
            }
            #expect(problem?.status == (step == nil ? 409 : 403), "\(from) \(to) \(role)")
            #expect(try state(id) == from)
          }
        }
      }
    }
  }

  @Test func pagesThroughEverythingOnce() throws {
    for seed in 0..<7 {
      _ = try submit([.socialInsuranceNumber: "010000000\(seed)"], seed: seed)
    }
    var search = RegistrationSearch()
    search.limit = 3
    var ids: [String] = []
    while true {
      let page = try store.registrations(search, for: Self.reviewer)
      ids += page.map(\.id)
      guard page.count == 3, let last = page.last else { break }
      search.after = last.number
    }
    #expect(ids == (1...7).map { "R-\($0)" })
    search = RegistrationSearch()
    search.number = "0100000004"
    #expect(try store.registrations(search, for: Self.reviewer).map(\.id) == ["R-5"])
    search = RegistrationSearch()
    search.state = "expired"
    #expect(try store.registrations(search, for: Self.reviewer).isEmpty)
    search = RegistrationSearch()
    search.receivedBefore = clock.now
    #expect(try store.registrations(search, for: Self.reviewer).isEmpty)
  }

  @Test func anOfficeSeesItsOwn() throws {
    let north = Caller(id: "T-2", role: .operator, office: "north")
    let south = Caller(id: "T-3", role: .operator, office: "south")
    let receipt = try submit(caller: north)
    #expect(try store.registration(receipt.id, for: north).registration.office == "north")
    #expect(throws: Problem.unknownRegistration) { try store.registration(receipt.id, for: south) }
    #expect(throws: Problem.unknownRegistration) { try store.history(of: receipt.id, for: south) }
    #expect(try store.registrations(RegistrationSearch(), for: south).isEmpty)
    #expect(try store.report(by: .type, for: south).isEmpty)
    #expect(try store.report(by: .office, for: Self.reviewer).map(\.key) == ["north"])
    // The key of one office says nothing to another.
    _ = try submit(caller: south)
    #expect(try store.registrations(RegistrationSearch(), for: Self.reviewer).count == 2)
  }

  @Test func reportsCountByTheDaysOfVietnam() throws {
    _ = try submit(seed: 0)
    // From 08:00 to 17:30 UTC: past midnight in Vietnam.
    clock.advance(by: .seconds(9 * 3600 + 1800))
    _ = try submit([.socialInsuranceNumber: "0100000002"], type: .voluntaryInsurance, seed: 1)
    let days = try store.report(by: .day, for: Self.reviewer)
    #expect(days.map(\.key) == ["2027-01-15", "2027-01-16"])
    #expect(days.map(\.states) == [["received": 1], ["received": 1]])
    #expect(try store.report(by: .month, for: Self.reviewer).map(\.key) == ["2027-01"])
    #expect(
      try store.report(by: .type, from: clock.now, for: Self.reviewer).map(\.key)
        == ["voluntary-insurance"])
  }
}
