import Foundation
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct TokenTests {
  private let own: ClockedStore
  private var store: RegistryStore { own.store }
  private var clock: TestClock { own.clock }

  init() throws { own = try ClockedStore() }

  @Test func bearsARoleAndAnOffice() throws {
    let made = try store.createToken(name: "counter", role: .operator, office: "07921")
    #expect(
      try store.caller(bearing: made.secret)
        == Caller(id: "T-1", role: .operator, office: "07921"))
    #expect(try store.tokens() == [made.token])
    #expect(try store.caller(bearing: made.secret + "x") == nil)
    #expect(try store.caller(bearing: "") == nil)
  }

  @Test(.disabled(if: TestPlace.isPostgres)) func isKeptAsAHashAlone() throws {
    let made = try store.createToken(name: "counter", role: .admin, office: nil)
    for name in try FileManager.default.contentsOfDirectory(atPath: own.folder.path) {
      let bytes = try Data(contentsOf: URL(filePath: own.folder.path + "/" + name))
      #expect(bytes.range(of: Data(made.secret.utf8)) == nil, "\(name)")
    }
  }

  @Test func endsWhenItsTimeIsOver() throws {
    let made = try store.createToken(
      name: "guest", role: .auditor, office: nil, life: .seconds(86_400))
    clock.advance(by: .seconds(86_399))
    #expect(try store.caller(bearing: made.secret) != nil)
    clock.advance(by: .seconds(1))
    #expect(try store.caller(bearing: made.secret) == nil)
  }

  @Test func endsWhenRevoked() throws {
    let made = try store.createToken(name: "lost", role: .reviewer, office: nil)
    #expect(try store.revokeToken(made.token.id))
    #expect(try store.caller(bearing: made.secret) == nil)
    #expect(try !store.revokeToken(made.token.id))
    #expect(try !store.revokeToken(99))
    #expect(
      try store.auditEntries(after: 0, limit: 9).map(\.action) == ["token-create", "token-revoke"])
  }

  @Test func noTwoAreTheSame() throws {
    let secrets = (0..<100).map { _ in AccessToken.newSecret() }
    #expect(Set(secrets).count == 100)
    #expect(secrets.allSatisfy { $0.utf8.count == 48 })
  }
}
