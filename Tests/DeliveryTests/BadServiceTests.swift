import Documents
import Foundation
import HTTPServer
import RecordStore
import RegistrationService
import Registry
import RegistrySupport
import Synchronization
import TestSupport
import Testing

@testable import Delivery

/// A service far away that does not do what it should, over a socket, under a clock of the tests.
@Suite struct BadServiceTests {
  private let folder: TemporaryFolder
  private let clock = TestClock()
  private let store: RecordStore
  private let registry: RegistryStore
  private let tokenFile: String

  init() throws {
    folder = try TemporaryFolder()
    store = try RecordStore(
      directory: DataDirectory(path: folder.path + "/data"), clock: { [clock] in clock.now })
    registry = try RegistryStore(
      TestPlace.new(in: folder.path), workflows: .committed(), clock: { [clock] in clock.now })
    let token = try registry.createToken(name: "import", role: .operator, office: "07921")
    tokenFile = try folder.write(token.secret, to: "token")
  }

  /// A service behind `handler`, or none: then a port where nobody listens.
  private func remote(_ handler: HTTPServer.Handler?) throws -> (RemoteRegistry, HTTPServer) {
    var options = HTTPServerOptions()
    options.threads = 1
    let server = try HTTPServer(options) { handler?($0) ?? HTTPResponse(status: 500) }
    if handler == nil { server.stop() }
    let remote = try RemoteRegistry(
      address: "http://127.0.0.1:\(server.port)", tokenFile: tokenFile)
    return (remote, server)
  }

  private func delivery(to endpoint: RegistrationEndpoint) -> OutboxDelivery {
    OutboxDelivery(
      store: store, endpoint: endpoint, phrase: SampleResult.phrase,
      clock: { [clock] in clock.now },
      sleep: { [clock] in clock.advance(by: $0) })
  }

  private func api() throws -> RegistrationAPI {
    try RegistrationAPI(
      registry: registry, openAPI: [],
      columns: ListColumns(directory: Workflows.committedDictionaries))
  }

  @Test func isDownForAnHour() async throws {
    let id = try await store.accept()
    let (away, _) = try remote(nil)
    let begun = clock.now
    while clock.now < begun + 3600 {
      let left = try await delivery(to: away.endpoint).deliverAll()
      #expect(left.count == 1)
      #expect(left.problem?.hasPrefix("no answer from the registration service at http://") == true)
      #expect(left.problem?.hasSuffix("; check that it runs") == true)
      clock.advance(by: .seconds(60))
    }
    #expect(try await store.source(id)?.state == .accepted)
    let (back, server) = try remote(try api().answer)
    clock.advance(by: .seconds(300))
    #expect(try await delivery(to: back.endpoint).deliverAll() == .none)
    #expect(try await store.source(id)?.state == .delivered)
    #expect(try registry.receipts().count == 1)
    server.stop()
  }

  /// After ten times it is a dead letter, in review for its reason; replayed, it is registered once.
  @Test func answers500ForEver() async throws {
    let id = try await store.accept()
    let keys = Mutex<[String]>([])
    let (failing, bad) = try remote { request in
      keys.withLock { $0.append(request.header("idempotency-key") ?? "") }
      return HTTPResponse(status: 500)
    }
    var runs = 0
    while try await store.deadSubmissions() == 0, runs < 100 {
      _ = try await delivery(to: failing.endpoint).deliverAll()
      clock.advance(by: .seconds(600))
      runs += 1
    }
    #expect(keys.withLock(\.count) == 10)
    let source = try #require(try await store.source(id))
    #expect(source.state == .review)
    #expect(source.reasons.map(\.code) == [.registrationFailed])
    bad.stop()
    let answer = try api()
    let (back, good) = try remote { request in
      keys.withLock { $0.append(request.header("idempotency-key") ?? "") }
      return answer.answer(request)
    }
    #expect(try await store.replayDeadSubmissions() == 1)
    #expect(try await delivery(to: back.endpoint).deliverAll() == .none)
    #expect(try await store.source(id)?.state == .delivered)
    #expect(try await store.source(id)?.reasons.isEmpty == true)
    #expect(Set(keys.withLock(\.self)).count == 1)
    #expect(try registry.receipts().count == 1)
    good.stop()
  }
}
