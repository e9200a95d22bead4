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

/// Delivery to the service over a socket.
@Suite struct RemoteRegistryTests {
  private let folder: TemporaryFolder
  private let registry: RegistryStore
  private let api: RegistrationAPI
  private let tokenFile: String

  init() throws {
    folder = try TemporaryFolder()
    registry = try RegistryStore(
      TestPlace.new(in: folder.path), workflows: .committed())
    api = try RegistrationAPI(
      registry: registry, openAPI: [],
      columns: ListColumns(directory: Workflows.committedDictionaries))
    let token = try registry.createToken(name: "import", role: .operator, office: "07921")
    tokenFile = try folder.write(token.secret + "\n", to: "token")
  }

  private func serve(
    tls: Bool = false, handler: HTTPServer.Handler? = nil
  ) throws -> (server: HTTPServer, address: String) {
    var options = HTTPServerOptions()
    options.threads = 1
    if tls {
      options.identity = HTTPServerOptions.Identity(
        certificate: TestCertificate.certificate, key: TestCertificate.key)
    }
    let server = try HTTPServer(options, refuse: api.refusal, handler: handler ?? api.answer)
    return (server, "\(tls ? "https" : "http")://127.0.0.1:\(server.port)")
  }

  private func request() throws -> RegistrationRequest {
    let submission = try #require(try Registration(SampleResult.make())?.submission())
    return RegistrationRequest(
      idempotencyKey: submission.idempotencyKey, body: submission.body)
  }

  @Test func registersOnce() async throws {
    let (server, address) = try serve()
    let remote = try RemoteRegistry(address: address + "/", tokenFile: tokenFile)
    let first = try await remote.endpoint.submit(request())
    let second = try await remote.endpoint.submit(request())
    #expect(first.status == 201)
    #expect(second.status == 200)
    #expect(first.body == second.body)
    #expect(try registry.receipts().count == 1)
    server.stop()
  }

  @Test func erasesForAnAdminAlone() async throws {
    let (server, address) = try serve()
    let remote = try RemoteRegistry(address: address, tokenFile: tokenFile)
    _ = try await remote.endpoint.submit(request())
    let refusal = await #expect(throws: RemoteRegistry.ErasureFailure.self) {
      try await remote.forget(number: "0100000001")
    }
    #expect(refusal?.description.contains("does not erase for this token (403)") == true)
    let admin = try registry.createToken(name: "admin", role: .admin, office: nil)
    let entitled = try RemoteRegistry(
      address: address, tokenFile: folder.write(admin.secret, to: "admin"))
    #expect(try await entitled.forget(number: "0100000001").registrations == ["R-1"])
    #expect(try await entitled.forget(number: "0100000001").registrations == [])
    server.stop()
    let away = await #expect(throws: RemoteRegistry.ErasureFailure.self) {
      try await entitled.forget(number: "0100000001")
    }
    #expect(away?.description.contains("check that it runs, and forget again") == true)
  }

  @Test func speaksTLSWithWhomItKnows() async throws {
    let (server, address) = try serve(tls: true)
    let authorities = try folder.write(TestCertificate.certificate, to: "authorities.pem")
    let remote = try RemoteRegistry(
      address: address, tokenFile: tokenFile, authorities: authorities)
    #expect(try await remote.endpoint.submit(request()).status == 201)
    let stranger = try RemoteRegistry(address: address, tokenFile: tokenFile)
    await #expect(throws: RegistrationEndpoint.Unreachable.self) {
      try await stranger.endpoint.submit(request())
    }
    server.stop()
  }

  @Test func aTokenThatIsRefusedWaitsAndSaysWhy() async throws {
    let (server, address) = try serve()
    let wrong = try folder.write("hoso_wrong", to: "wrong")
    let answer = try await RemoteRegistry(address: address, tokenFile: wrong).endpoint
      .submit(request())
    #expect(answer.status == 401)
    #expect(answer.decoded(as: Problem.self)?.title.contains("bearer token") == true)
    server.stop()
  }

  /// Away for an hour, then answering 500 for ever: nothing is lost, and what is given up is sent
  /// again on demand.
  @Test func deliversInTheEnd() async throws {
    let clock = TestClock()
    let directory = try DataDirectory(path: folder.path + "/data")
    let store = try RecordStore(directory: directory, clock: { clock.now })
    let batch = try await store.openBatch(named: "b", roots: [])
    guard
      case .new(let id) = try await store.take(
        FileFacts(path: "/a", bytes: 1, modifiedAt: 1), sha256: "aa", batch: batch.id)
    else { throw CancellationError() }
    let result = SampleResult.make()
    try await store.decide(
      id, result: result, submission: try Registration(result)?.submission())
    func deliver(to address: String, patience: Duration) async throws -> OutboxDelivery.Remainder {
      let remote = try RemoteRegistry(address: address, tokenFile: tokenFile)
      return try await OutboxDelivery(
        store: store, endpoint: remote.endpoint, policy: RetryPolicy(patience: patience),
        phrase: SampleResult.phrase, clock: { clock.now }, sleep: { clock.advance(by: $0) }
      ).deliverAll()
    }

    let (gone, address) = try serve()
    gone.stop()
    let away = try await deliver(to: address, patience: .seconds(3600))
    #expect(away.count == 1)
    #expect(away.problem?.contains(address) == true)
    #expect(try await store.source(id)?.state == .accepted)

    let failures = Mutex(0)
    let (failing, failingAddress) = try serve { _ in
      failures.withLock { $0 += 1 }
      return HTTPResponse(status: 500)
    }
    clock.advance(by: .seconds(3600))
    #expect(try await deliver(to: failingAddress, patience: .seconds(36_000)) == .none)
    #expect(failures.withLock(\.self) == 10)
    #expect(try await store.source(id)?.state == .review)
    #expect(try await store.deadSubmissions() == 1)
    failing.stop()

    let (server, goodAddress) = try serve()
    #expect(try await store.replayDeadSubmissions() == 1)
    #expect(try await deliver(to: goodAddress, patience: .seconds(10)) == .none)
    #expect(try await store.source(id)?.state == .delivered)
    #expect(try await store.deadSubmissions() == 0)
    #expect(try registry.receipts().count == 1)
    server.stop()
  }

  @Test func waitsAsLongAsItIsAsked() async throws {
    let (server, address) = try serve { _ in
      HTTPResponse(status: 503, headers: ["Retry-After": "7"])
    }
    let remote = try RemoteRegistry(address: address, tokenFile: tokenFile)
    #expect(try await remote.endpoint.submit(request()).retryAfter == .seconds(7))
    server.stop()
  }

  @Test(arguments: [
    "", "registry.example", "ftp://registry.example", "https://", "https://u:p@registry.example",
    "https://registry.example?x", "file:///etc/passwd",
  ])
  func refusesWhatIsNoAddress(address: String) {
    #expect(throws: RemoteAddress.Defect.notAnAddress) {
      try RemoteRegistry(address: address, tokenFile: tokenFile)
    }
  }

  @Test func sendsNoTokenInTheClear() {
    #expect(throws: RemoteAddress.Defect.plainBeyondLoopback(host: "registry.example")) {
      try RemoteRegistry(address: "http://registry.example", tokenFile: tokenFile)
    }
  }

  @Test(arguments: ["", "\n", "two words", "hoso_\u{7}"])
  func needsAToken(text: String) throws {
    let file = try folder.write(text, to: "bad")
    for path in [file, folder.path + "/none"] {
      #expect(throws: RemoteAddress.Defect.noToken(path: path)) {
        try RemoteRegistry(address: "https://registry.example", tokenFile: path)
      }
    }
  }
}
