import Documents
import Foundation
import HTTPServer
import Registry
import TestSupport
import Testing

@testable import RegistrationService

@Suite struct RegistrationAPITests {
  private let service: Service
  private let token: String

  init() throws {
    service = try Service()
    token = try service.token(.reviewer)
  }

  @Test func registersOnce() throws {
    let first = try service.register(Service.body(), token: token)
    #expect(first.status == 201)
    service.clock.advance(by: .seconds(3600))
    let second = try service.register(Service.body(), token: token)
    #expect(second.status == 200)
    #expect(second.body == first.body)
    let other = try service.register(Service.body(seed: 1), token: token)
    #expect(other.status == 422)
    #expect(other.problem == "idempotency-key-reused")
    #expect(try service.registry.receipts().count == 1)
  }

  @Test func tellsWhatWasRegistered() throws {
    _ = try service.register(Service.body(), token: token)
    let response = try service.send("GET", "/v1/registrations/R-1", token: token)
    #expect(response.status == 200)
    #expect(response.object["state"] as? String == "received")
    #expect(response.object["stateName"] as? String == "Đã tiếp nhận")
    #expect(response.object["dueAt"] as? String == "2027-01-25T08:00:00Z")
    #expect(
      response.object["transitions"] as? [String]
        == ["awaiting-paper", "paper-received", "rejected"])
    let registration = response.object["registration"] as? [String: Any]
    let fields = registration?["fields"] as? [String: [String: Any]]
    #expect(fields?["fullName"]?["value"] as? String == "TRẦN THỊ KHÔNG CÓ")
  }

  @Test func leadsARegistrationOn() throws {
    _ = try service.register(Service.body(), token: token)
    func lead(_ body: String) throws -> HTTPResponse {
      try service.send(
        "POST", "/v1/registrations/R-1/transitions", token: token, body: Array(body.utf8))
    }
    #expect(try lead(#"{"to": "awaiting-paper", "note": "gọi lúc 9 giờ"}"#).status == 200)
    let wrong = try lead(#"{"to": "active"}"#)
    #expect(wrong.status == 409)
    #expect(wrong.problem == "unknown-transition")
    for body in [
      #"{"to": "nowhere"}"#, "{}", "[]", "", #"{"to": 1}"#,
      #"{"to": "verified", "note": "\u0007"}"#,
      #"{"to": "verified", "note": "\#(String(repeating: "x", count: 501))"}"#,
    ] { #expect(try lead(body).status == (body.isEmpty ? 415 : 400), "\(body)") }
    #expect(try lead(#"{"to": "verified"}"#).status == 200)
    let history = try service.send("GET", "/v1/registrations/R-1/history", token: token)
    let changes = try #require(history.object["history"] as? [[String: Any]])
    #expect(changes.map { $0["state"] as? String } == ["received", "awaiting-paper", "verified"])
    #expect(changes[1]["note"] as? String == "gọi lúc 9 giờ")
    #expect(changes[1]["by"] as? String == "T-1")
  }

  @Test func aPhoneOfAnotherPersonIsNamedAsTheRuleAndNotThePerson() throws {
    _ = try service.register(Service.body(), token: token)
    let response = try service.register(
      Service.body([.socialInsuranceNumber: "0100000002", .phone: "0912000001"]), key: "other",
      token: token)
    #expect(response.status == 409)
    #expect(response.problem == "phone-taken")
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(!text.contains("0100000001") && !text.contains("0912000001"))
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout [String: Any]) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout [String: Any]) -> Void) {
      testDescription = name
      self.change = change
    }

    static func field(_ name: String, _ field: [String: any Sendable]) -> Bad {
      Bad("\(name) \(field)") { $0["fields"] = [name: field] }
    }
  }

  private static let bad = [
    Bad("no schema") { $0["schema"] = nil },
    Bad("another schema") { $0["schema"] = "hoso.registration/2" },
    Bad("no type") { $0["type"] = nil },
    Bad("unknown type") { $0["type"] = "account" },
    Bad("a short digest") { $0["sourceSHA256"] = "aa" },
    Bad("a short digest of another file") { $0["joinedSHA256"] = ["aa"] },
    Bad("too many files") {
      $0["joinedSHA256"] = Array(repeating: String(repeating: "a", count: 64), count: 101)
    },
    Bad("a paper of a short digest") {
      $0["documents"] = [["kind": "form-01", "page": 1, "sourceSHA256": "aa"]]
    },
    .field("x", ["value": "x", "confidence": 1, "sources": ["ocr"], "sourceSHA256": "aa"]),
    Bad("no fields") { $0["fields"] = [String: Any]() },
    Bad("fields in a list") { $0["fields"] = [1] },
    Bad("an unknown kind") { $0["documents"] = [["kind": "passport", "page": 1]] },
    Bad("page nought") { $0["documents"] = [["kind": "form-01", "page": 0]] },
    .field("a b", ["value": "x", "confidence": 1, "sources": ["ocr"]]),
    .field("x", ["value": 1, "confidence": 1, "sources": ["ocr"]]),
    .field("x", ["value": "x", "confidence": "1", "sources": ["ocr"]]),
    .field("x", ["value": "x", "confidence": 1, "sources": ["guess"]]),
    .field("x", ["value": "x", "confidence": 1, "sources": ["ocr"], "box": [1, 2, 3]]),
    .field("x", ["value": "x", "confidence": 1, "sources": ["ocr"], "box": [1, 2, 3, 4, 5]]),
    .field("phone", ["value": "912000001", "confidence": 1, "sources": ["ocr"]]),
    .field("phone", ["value": ["0912000001"], "confidence": 1, "sources": ["ocr"]]),
    .field("personalNumber", ["value": "0010900000012", "confidence": 1, "sources": ["ocr"]]),
    .field("idNumber", ["value": "B12", "confidence": 1, "sources": ["ocr"]]),
    .field("socialInsuranceNumber", ["value": "０100000001", "confidence": 1, "sources": ["ocr"]]),
  ]

  @Test(arguments: bad.indices)
  func refusesWhatIsNoRegistration(index: Int) throws {
    let bad = Self.bad[index]
    let whole = try JSONSerialization.jsonObject(with: Data(Service.body()))
    var object = try #require(whole as? [String: Any])
    bad.change(&object)
    let body = try JSONSerialization.data(withJSONObject: object)
    let response = try service.register(Array(body), token: token)
    #expect(response.status == 400, "\(bad.testDescription)")
    #expect(response.problem == "malformed")
    #expect(try service.registry.receipts().isEmpty)
  }

  @Test(arguments: ["", "{", "[]", "null", "\u{0}", "{\"a\":\"\\ud800\"}", "\u{FEFF}{}"])
  func refusesWhatIsNoJSON(body: String) throws {
    let response = try service.send(
      "POST", "/v1/registrations", token: token,
      headers: ["idempotency-key": "k", "content-type": "application/json"],
      body: Array(body.utf8))
    #expect(response.status == 400)
    let deep = String(repeating: "[", count: 100_000)
    #expect(try service.register(Array(deep.utf8), token: token).status == 400)
    #expect(try service.register([0xff, 0xfe, 0x00], token: token).status == 400)
  }

  @Test func needsAKeyAndAContentType() throws {
    func send(_ headers: [String: String]) throws -> HTTPResponse {
      try service.send(
        "POST", "/v1/registrations", token: token, headers: headers, body: Service.body())
    }
    #expect(try send([:]).problem == "idempotency-key")
    for key in ["", "a b", "é", String(repeating: "k", count: 129)] {
      #expect(try send(["idempotency-key": key]).problem == "idempotency-key", "\(key)")
    }
    #expect(
      try send(["idempotency-key": "k", "content-type": "text/plain"]).problem
        == "wrong-content-type")
    #expect(
      try send(["idempotency-key": "k", "content-type": "application/json; charset=utf-8"]).status
        == 201)
  }

  @Test(arguments: [
    "?typ=x", "?type=x", "?state=nowhere", "?office=a%20b", "?number=12",
    "?receivedFrom=2026-13-01",
    "?receivedTo=today", "?limit=0", "?limit=201", "?limit=1e2", "?limit=+5", "?after=5",
    "?after=R-0", "?after=R-99999999999999999999", "?limit=5&limit=6",
  ])
  func refusesAQueryThatSaysNothing(query: String) throws {
    let response = try service.send("GET", "/v1/registrations" + query, token: token)
    #expect(response.problem == "bad-parameter")
  }

  @Test func pagesFollowEachOther() throws {
    for seed in 0..<5 {
      _ = try service.register(
        Service.body([.socialInsuranceNumber: "010000000\(seed)"]), key: "\(seed)", token: token)
    }
    var ids: [String] = []
    var target: String? = "/v1/registrations?limit=2&type=individual-account"
    while let next = target {
      let page = try service.send("GET", next, token: token)
      let found = try #require(page.object["registrations"] as? [[String: Any]])
      ids += found.compactMap { $0["id"] as? String }
      #expect(found.allSatisfy { $0["registration"] == nil })
      target = (page.object["next"] as? String).map {
        "/v1/registrations?limit=2&type=individual-account&after=\($0)"
      }
    }
    #expect(ids == ["R-1", "R-2", "R-3", "R-4", "R-5"])
    let found = try service.send("GET", "/v1/registrations?number=0100000003", token: token)
    #expect((found.object["registrations"] as? [Any])?.count == 1)
    let early = try service.send("GET", "/v1/registrations?receivedTo=2027-01-14", token: token)
    #expect((early.object["registrations"] as? [Any])?.isEmpty == true)
  }

  @Test func namesWhatIsNotThere() throws {
    #expect(try service.send("GET", "/v2", token: token).problem == "no-such-place")
    #expect(
      try service.send("GET", "/v1/registrations/R-1", token: token).problem
        == "unknown-registration")
    for id in ["1", "R-", "R-01", "R--1", "r-1", "R-1%00", "R-1%20"] {
      #expect(try service.send("GET", "/v1/registrations/\(id)", token: token).status == 404)
    }
    let method = try service.send("DELETE", "/v1/registrations", token: token)
    #expect(method.status == 405)
    #expect(method.headers["Allow"] == "GET, POST")
  }

  @Test func everyAnswerIsDescribedAndItsTypeSaid() throws {
    for target in ["/healthz", "/readyz", "/openapi.json", "/v1/registrations", "/nowhere"] {
      let response = try service.send("GET", target)
      #expect(response.headers["X-Request-Id"] != nil)
      #expect(response.headers["Content-Type"]?.contains("json") == true)
      #expect(response.headers["Cache-Control"] == "no-store")
    }
  }

  @Test func isNotReadyWhileItEnds() throws {
    #expect(try service.send("GET", "/readyz").status == 200)
    service.api.isDraining = true
    #expect(try service.send("GET", "/readyz").status == 503)
    #expect(try service.send("GET", "/healthz").status == 200)
  }

  @Test func countsForPrometheus() throws {
    _ = try service.register(Service.body(), token: token)
    let text = String(decoding: try service.send("GET", "/metrics").body, as: UTF8.self)
    #expect(
      text.contains(
        #"hoso_http_requests_total{method="POST",route="/v1/registrations",status="201"} 1"#))
    #expect(
      text.contains(#"hoso_registrations{type="individual-account",state="received"} 1"#))
    #expect(text.contains(#"hoso_http_request_seconds_count{route="/v1/registrations"} 1"#))
  }

  /// No value of a field, no number that was searched for and no token is in a log or a figure.
  @Test func saysNothingOfAPersonAnywhere() throws {
    _ = try service.register(Service.body(), token: token)
    _ = try service.register(Service.body(seed: 2), token: token)
    _ = try service.send("GET", "/v1/registrations?number=0100000001", token: token)
    _ = try service.send("GET", "/v1/registrations/0100000001", token: token)
    _ = try service.send("GET", "/0912000001", token: token)
    _ = try service.send("0912000001", "/healthz", token: token)
    _ = try service.register(Array(#"{"schema": "0912000001"}"#.utf8), key: "k9", token: token)
    let metrics = String(decoding: try service.send("GET", "/metrics").body, as: UTF8.self)
    for text in [service.log.text, metrics] {
      for secret in ["0100000001", "0912000001", "KHÔNG CÓ", token, "key-1"] {
        #expect(!text.contains(secret), "\(secret)")
      }
    }
    #expect(service.log.text.contains(#""route":"/v1/registrations/{id}""#))
  }
}
