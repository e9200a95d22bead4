import Documents
import Foundation
import RegistrySupport
import Synchronization
import TestSupport
import Testing

@testable import Registry

@Suite struct NotificationTests {
  private let own: ClockedStore
  private var store: RegistryStore { own.store }
  private var clock: TestClock { own.clock }

  private static let reviewer = Caller(id: "T-1", role: .reviewer)

  init() throws { own = try ClockedStore() }

  private func submit(_ fields: [FieldKey: String], key: String = "k") throws {
    _ = try store.submit(
      SampleRegistration.body(.individualAccount, fields), key: key, caller: .program)
  }

  /// What is handed on, all of it taken.
  private func sent() async throws -> [Notice] {
    let notices = Mutex<[Notice]>([])
    _ = try await store.sendNotifications(
      by: NotificationSender { notice in notices.withLock { $0.append(notice) } })
    return notices.withLock(\.self)
  }

  @Test func tellsThePersonWhatToDoAndUntilWhen() async throws {
    try submit([
      .socialInsuranceNumber: "0100000001", .phone: "0912000001", .email: "a@example.vn",
      .fullName: "TRẦN THỊ KHÔNG CÓ",
    ])
    let notices = try await sent()
    #expect(notices.map(\.channel) == [.sms, .email])
    #expect(notices.map(\.to) == ["0912000001", "a@example.vn"])
    #expect(notices.map { $0.subject != nil } == [false, true])
    for notice in notices {
      // Received on 15 January at 15:00 in Vietnam: whoever comes on the 24th is in time.
      #expect(notice.text.contains("R-1") && notice.text.contains("24/01/2027"), "\(notice.text)")
      #expect(!notice.text.contains("KHÔNG CÓ") && !notice.text.contains("0100000001"))
      #expect(!notice.text.contains("{"))
    }
    #expect(try await sent().isEmpty)
    #expect(try store.notificationCounts() == ["sent": 2])
  }

  @Test func aSignedFormIsNotAskedForAgain() async throws {
    try submit([
      .socialInsuranceNumber: "0100000001", .phone: "0912000001", .declarantSignature: "present",
    ])
    let notices = try await sent()
    #expect(notices.count == 1)
    #expect(notices.first?.text.contains("Đã nhận tờ khai") == true)
  }

  @Test func everyStateThatHasATextIsTold() async throws {
    try submit([.socialInsuranceNumber: "0100000001", .phone: "0912000001"])
    for state in ["paper-received", "verified", "active"] {
      _ = try store.lead("R-1", to: state, note: nil, by: Self.reviewer)
    }
    let texts = try await sent().map(\.text)
    #expect(texts.count == 3)
    #expect(texts.last?.contains("đăng nhập") == true)
    try submit([.socialInsuranceNumber: "0100000002", .phone: "0912000002"], key: "k2")
    clock.advance(by: .seconds(10 * 86_400))
    #expect(try store.endOverdue() == 1)
    #expect(try await sent().last?.text.contains("hết hạn") == true)
  }

  @Test(arguments: [
    "no address", "a@b\r\nBcc: c@d", "a@", "@b", "a@b@c", "a,b@c.vn", "<a@b.vn>", "ế@b.vn",
  ])
  func anAddressThatIsNoneGetsNothing(address: String) async throws {
    try submit([.socialInsuranceNumber: "0100000001", .email: address])
    #expect(try await sent().isEmpty)
  }

  @Test func aRepeatTellsNothingTwice() async throws {
    for _ in 0..<3 { try submit([.socialInsuranceNumber: "0100000001", .phone: "0912000001"]) }
    #expect(try await sent().count == 1)
  }

  /// A gateway that is away, then failing, is tried with growing pauses, then given up, and sent
  /// again on demand.
  @Test func isTriedAgainAndGivenUp() async throws {
    try submit([.socialInsuranceNumber: "0100000001", .phone: "0912000001"])
    let tries = Mutex<[Date]>([])
    let failing = NotificationSender { [clock] _ in
      tries.withLock { $0.append(clock.now) }
      throw NotificationSender.Failure("away", isPassing: true)
    }
    for _ in 0..<3000 {
      _ = try await store.sendNotifications(by: failing)
      clock.advance(by: .seconds(1))
    }
    #expect(tries.withLock { $0.count } == RegistryStore.notificationTries)
    let pauses = tries.withLock { zip($0.dropFirst(), $0).map { $0.timeIntervalSince($1) } }
    #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256])
    #expect(try store.notificationCounts() == ["dead": 1])
    #expect(try store.retryNotifications() == 1)
    #expect(try await sent().count == 1)
    let actions = try store.auditEntries(after: 0, limit: 99).filter { $0.action == "notify" }
    #expect(actions.map(\.outcome) == ["sms dead", "sms sent"])
  }

  @Test func aClockThatWasAheadHoldsNothingBack() async throws {
    clock.advance(by: .seconds(365 * 86_400))
    try submit([.socialInsuranceNumber: "0100000001", .phone: "0912000001"])
    clock.advance(by: .seconds(-365 * 86_400))
    #expect(try await sent().count == 1)
  }

  @Test func whatCannotBeSentIsGivenUpAtOnce() async throws {
    try submit([.socialInsuranceNumber: "0100000001", .phone: "0912000001"])
    let refusing = NotificationSender { _ in
      throw NotificationSender.Failure("refused", isPassing: false)
    }
    #expect(try await store.sendNotifications(by: refusing).failed == 1)
    #expect(try store.notificationCounts() == ["dead": 1])
  }

  @Test func theSpoolHoldsEachOnceAndForItsOwnerAlone() async throws {
    try submit([.socialInsuranceNumber: "0100000001", .phone: "0912000001"])
    let spool = NotificationSpool(folder: own.folder.path + "/spool")
    _ = try await store.sendNotifications(by: spool.sender)
    let files = try FileManager.default.contentsOfDirectory(atPath: own.folder.path + "/spool")
    #expect(files == ["1.json"])
    let path = own.folder.path + "/spool/1.json"
    let notice = try JSONDecoder().decode(Notice.self, from: Data(contentsOf: URL(filePath: path)))
    #expect(notice.to == "0912000001")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    // A repeat after a crash writes the same file.
    try await spool.sender.send(notice)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: own.folder.path + "/spool") == files)
    let blocked = NotificationSpool(folder: path)
    await #expect(throws: NotificationSender.Failure.self) { try await blocked.sender.send(notice) }
  }

  @Test func aTextMayOnlyNameWhatThereIs() throws {
    let other = try TemporaryFolder()
    let committed = try String(
      contentsOfFile: Workflows.committedDictionaries + "/registry/workflows.json",
      encoding: .utf8)
    try other.write(
      committed.replacing("đã được cập nhật.", with: "{name} {due}"),
      to: "registry/workflows.json")
    let error = #expect(throws: Workflows.Defect.self) { try Workflows(directory: other.path) }
    #expect(error?.description.contains("unknown placeholder '{name}'") == true)
    #expect(error?.description.contains("names a deadline that does not run") == true)
  }
}
