import Documents
import Foundation
import HTTPServer
import Registry
import TestSupport
import Testing

@testable import RegistrationService

/// What nobody should send to the service: each is told in words what is wrong, and nothing is lost.
@Suite struct BadInputTests {
  private let service: Service
  private let token: String

  init() throws {
    service = try Service()
    token = try service.token(.reviewer)
  }

  /// The words of a problem: its title, and what it says of this time.
  private func words(_ response: HTTPResponse) -> String {
    [response.object["title"], response.object["detail"]].compactMap { $0 as? String }
      .joined(separator: " ")
  }

  private func expectNothingKept() throws { #expect(try service.registry.receipts().isEmpty) }

  @Test func malformedJSON() throws {
    let response = try service.register(Array(#"{"schema": "hoso"#.utf8), token: token)
    #expect(response.status == 400)
    #expect(words(response) == "The body is no registration. It is no JSON.")
    try expectNothingKept()
  }

  @Test func wrongTypes() throws {
    let whole = String(decoding: try Service.body(), as: UTF8.self)
    let wrong = whole.replacing(#""value":"0100000001""#, with: #""value":100000001"#)
    #expect(wrong != whole)
    let response = try service.register(Array(wrong.utf8), token: token)
    #expect(response.status == 400)
    #expect(words(response) == "The body is no registration. 'fields' is of the wrong type.")
    try expectNothingKept()
  }

  /// The connection is refused by what it announces: 100 MB that nobody waits for.
  @Test func aBodyOf100MB() throws {
    let server = try HTTPServer(
      HTTPServerOptions(), refuse: service.api.refusal, handler: service.api.answer)
    let client = try LoopbackClient(port: server.port)
    client.send(
      "POST /v1/registrations HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(token)\r\n"
        + "Idempotency-Key: k\r\nContent-Type: application/json\r\n"
        + "Content-Length: 104857600\r\nConnection: close\r\n\r\n")
    let answer = client.receive()
    #expect(answer.hasPrefix("HTTP/1.1 413"), "\(answer)")
    #expect(answer.contains("The body is too long."))
    server.stop()
    try expectNothingKept()
  }

  @Test func anUnknownTransition() throws {
    _ = try service.register(Service.body(), token: token)
    func lead(_ state: String) throws -> HTTPResponse {
      try service.send(
        "POST", "/v1/registrations/R-1/transitions", token: token,
        body: Array("{\"to\": \"\(state)\"}".utf8))
    }
    let impossible = try lead("active")
    #expect(impossible.status == 409)
    #expect(
      words(impossible)
        == "The registration cannot go from its state to that one. It is 'received'; this token "
        + "can lead it to awaiting-paper, paper-received, rejected.")
    let unknown = try lead("nowhere")
    #expect(unknown.status == 400)
    #expect(words(unknown).hasSuffix("'to' must be a state of some type."))
    let state = try service.send("GET", "/v1/registrations/R-1", token: token).object["state"]
    #expect(state as? String == "received")
  }

  @Test func anExpiredToken() throws {
    let short = try service.registry.createToken(
      name: "e", role: .admin, office: nil, life: .seconds(60))
    #expect(try service.register(Service.body(), token: short.secret).status == 201)
    service.clock.advance(by: .seconds(61))
    let response = try service.register(Service.body(seed: 1), key: "k2", token: short.secret)
    #expect(response.status == 401)
    #expect(words(response) == "This needs a bearer token that is known and valid.")
    #expect(try service.registry.receipts().count == 1)
  }

  @Test func aForeignToken() throws {
    let stranger = try Service().token(.admin)
    let response = try service.register(Service.body(), token: stranger)
    #expect(response.status == 401)
    #expect(words(response) == "This needs a bearer token that is known and valid.")
    #expect(!service.log.text.contains(stranger))
    let other = try service.token(.admin, office: "north")
    let elsewhere = try service.send("GET", "/v1/audit", token: other)
    #expect(elsewhere.status == 403)
    #expect(words(elsewhere) == "The token belongs to another office.")
    try expectNothingKept()
  }

  @Test func aReplayedKeyWithOtherContent() throws {
    let first = try service.register(Service.body(), token: token)
    let other = try service.register(Service.body(seed: 1), token: token)
    #expect(other.status == 422)
    #expect(words(other) == "The Idempotency-Key came before with other content.")
    let again = try service.register(Service.body(), token: token)
    #expect(again.status == 200)
    #expect(again.body == first.body)
    #expect(try service.registry.receipts().count == 1)
  }

  /// A clock that ran a year ahead ends what it should not; set right again, it harms nothing else.
  @Test func aClockThatIsWrong() throws {
    let day: Double = 86_400
    service.clock.advance(by: .seconds(-365 * day))
    #expect(try service.register(Service.body(), token: token).status == 201)
    service.clock.advance(by: .seconds(365 * day))
    let late = try service.send("GET", "/v1/registrations/R-1", token: token)
    #expect(late.object["state"] as? String == "expired")
    service.clock.advance(by: .seconds(-365 * day))
    // The number is free, the repeat known, and what comes now has its ten days.
    #expect(try service.register(Service.body(), token: token).status == 200)
    let next = try service.register(Service.body(seed: 1), key: "k2", token: token)
    #expect(next.status == 201)
    let open = try service.send("GET", "/v1/registrations/R-2", token: token)
    #expect(open.object["state"] as? String == "received")
    guard case .intact = try service.registry.verifyAudit() else {
      Issue.record("the trail is broken")
      return
    }
  }
}
