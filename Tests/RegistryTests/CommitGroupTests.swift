import Documents
import Foundation
import RecordStore
import RegistrySupport
import Synchronization
import TestSupport
import Testing

@testable import Registry

@Suite struct CommitGroupTests {
  /// Runs `body` for each number at the same time, on threads of their own.
  private func atOnce(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let ended = DispatchSemaphore(value: 0)
    for number in 0..<count {
      Thread {
        body(number)
        ended.signal()
      }.start()
    }
    for _ in 0..<count { ended.wait() }
  }

  @Test func doesEachPieceOnceAndGathersWhatWaits() {
    let group = CommitGroup<Int>(limit: 10)
    let done = Mutex<[[Int]]>([])
    let isBusy = Mutex(false)
    let first = DispatchSemaphore(value: 0)
    atOnce(100) { number in
      group.perform(number) { pieces in
        #expect(
          isBusy.withLock { busy in
            defer { busy = true }; return !busy
          })
        // The first one holds until others wait.
        if done.withLock(\.isEmpty) { _ = first.wait(timeout: .now() + 0.05) }
        done.withLock { $0.append(pieces) }
        isBusy.withLock { $0 = false }
      }
      #expect(done.withLock { $0.joined().contains(number) })
    }
    let groups = done.withLock(\.self)
    #expect(groups.joined().sorted() == Array(0..<100))
    #expect(groups.allSatisfy { 1...10 ~= $0.count })
  }

  /// Submissions at the same time, good ones and such as break a rule: each has its own outcome, and
  /// what is refused leaves no trace.
  @Test func oneThatIsRefusedTakesNothingBackButItsOwn() throws {
    let own = try ClockedStore()
    let outcomes = Mutex<[Int: Bool]>([:])
    let bodies = try (0..<200).map { number in
      // Every fourth one claims the phone of somebody else.
      try SampleRegistration.body(
        .individualAccount,
        [
          .socialInsuranceNumber: String(format: "01%08d", number),
          .phone: String(format: "09%08d", number % 4 == 3 ? 0 : number),
        ])
    }
    _ = try own.store.submit(bodies[0], key: "k0", caller: .program)
    atOnce(200) { [store = own.store] number in
      let isNew = try? store.submit(bodies[number], key: "k\(number)", caller: .program).isNew
      outcomes.withLock { $0[number] = isNew }
    }
    for number in 0..<200 {
      let expected = number == 0 ? false : number % 4 == 3 ? nil : true
      #expect(outcomes.withLock { $0[number] } == expected, "\(number)")
    }
    #expect(try own.store.receipts().count == 150)
    guard case .intact(let count, _) = try own.store.verifyAudit() else {
      Issue.record("the trail is broken")
      return
    }
    #expect(count == 151)
  }

  /// With the transaction gone, nobody of the group is told that it succeeded.
  @Test func aTransactionThatEndsFailsEverybody() throws {
    let own = try ClockedStore()
    let failures = Mutex(0)
    let begun = DispatchSemaphore(value: 0)
    let goOn = DispatchSemaphore(value: 0)
    let holding = Thread { [store = own.store] in
      _ = try? store.transaction { _ in
        begun.signal()
        goOn.wait()
      }
    }
    holding.start()
    begun.wait()
    let ended = DispatchSemaphore(value: 0)
    for number in 0..<4 {
      Thread { [store = own.store] in
        do {
          try store.transaction { session in
            try session.note(.program, "test", target: "\(number)", outcome: "")
            if number == 3 { try session.database.execute("ROLLBACK") }
          }
        } catch {
          failures.withLock { $0 += 1 }
        }
        ended.signal()
      }.start()
    }
    while own.store.waitingCount < 4 { usleep(1000) }
    goOn.signal()
    for _ in 0..<4 { ended.wait() }
    #expect(failures.withLock(\.self) == 4)
    #expect(try own.store.verifyAudit() == .intact(count: 0, head: ""))
  }
}
