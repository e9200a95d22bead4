import Documents
import HTTPServer
import Registry
import Testing

@testable import RegistrationService

@Suite struct ErasureTests {
  private let service: Service
  private let admin: String

  init() throws {
    service = try Service()
    admin = try service.token(.admin)
  }

  private func erase(_ body: String) throws -> HTTPResponse {
    try service.send("POST", "/v1/erasures", token: admin, body: Array(body.utf8))
  }

  @Test func erasesAPersonAndLeavesTheRest() throws {
    let first = try service.register(Service.body(), token: admin)
    _ = try service.register(
      Service.body([.socialInsuranceNumber: "0100000002", .phone: "0912000002"]), key: "key-2",
      token: admin)
    let answer = try erase(#"{"number": "0100000001"}"#)
    #expect(answer.status == 200)
    #expect(answer.object["registrations"] as? [String] == ["R-1"])
    let found = try service.send("GET", "/v1/registrations/R-1", token: admin)
    #expect(found.status == 200)
    #expect(found.object["registration"] == nil)
    #expect(found.object["state"] as? String == "received")
    let page = try service.send("GET", "/v1/registrations?number=0100000001", token: admin)
    #expect((page.object["registrations"] as? [Any])?.isEmpty == true)
    let other = try service.send("GET", "/v1/registrations/R-2", token: admin)
    #expect(other.object["registration"] != nil)
    // A repeat is still known, and the phone free for others.
    let repeated = try service.register(Service.body(), token: admin)
    #expect(repeated.status == 200)
    #expect(repeated.body == first.body)
    let claim = try service.register(
      Service.body([.socialInsuranceNumber: "0100000003", .phone: "0912000001"]), key: "key-3",
      token: admin)
    #expect(claim.status == 201)
    #expect(try erase(#"{"number": "0100000001"}"#).object["registrations"] as? [String] == [])
    #expect(!service.log.text.contains("0100000001"))
    let trail = try service.registry.auditEntries(after: 0, limit: 100)
    let entries = trail.filter { $0.action == "forget" }
    #expect(entries.map(\.target) == ["R-1", ""])
    #expect(entries.allSatisfy { $0.caller == "T-1" })
  }

  @Test(arguments: ["{}", "[]", #"{"number": 100000001}"#, #"{"number": "12"}"#, "{"])
  func needsANumber(body: String) throws {
    let answer = try erase(body)
    #expect(answer.status == 400)
    #expect(answer.problem == "malformed")
    #expect(
      answer.object["detail"] as? String
        == "'number' must be 9, 10 or 12 digits, or a passport number.")
  }
}
