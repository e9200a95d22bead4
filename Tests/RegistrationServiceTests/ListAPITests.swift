import Documents
import Foundation
import HTTPServer
import Registry
import TestSupport
import Testing

@testable import RegistrationService

@Suite struct ListAPITests {
  private let service: Service
  private let token: String

  init() throws {
    service = try Service()
    token = try service.token(.admin)
  }

  private func send(
    _ method: String, _ path: String, _ body: String = "", type: String = "text/csv"
  ) throws -> HTTPResponse {
    try service.send(
      method, path, token: token, headers: body.isEmpty ? [:] : ["content-type": type],
      body: Array(body.utf8))
  }

  @Test func takesParticipantsInAndMatchesCards() throws {
    let list = "Mã số BHXH;Họ tên;Ngày sinh\n0100000001;Trần Thị Hoà;15/01/1990\n1;Lê Văn Ất;1988\n"
    let taken = try send("POST", "/v1/participants", list)
    #expect(taken.status == 200)
    #expect(taken.object["added"] as? Int == 1)
    #expect((taken.object["faults"] as? [[String: Any]])?.first?["line"] as? Int == 3)
    let card: [FieldKey: String] = [
      .personalNumber: "001190000001", .fullName: "TRẦN THỊ HÒA", .dateOfBirth: "1990-01-15",
    ]
    let body = try Service.body(card, kinds: [.cccdChip])
    #expect(try service.register(body, token: token).status == 201)
    let match = try send("GET", "/v1/registrations/R-1").object["match"] as? [String: Any]
    #expect(match?["outcome"] as? String == "known")
    #expect(match?["participants"] as? [String] == ["0100000001"])
    let unknown = try Service.body(
      [.personalNumber: "001190000002", .fullName: "NGÔ THỊ KỶ", .dateOfBirth: "1991"], seed: 1,
      kinds: [.cccdChip])
    let receipt = try service.register(unknown, key: "2", token: token)
    #expect(receipt.object["state"] as? String == "in-review")
    func lead(_ order: String) throws -> HTTPResponse {
      try send("POST", "/v1/registrations/R-2/transitions", order, type: "application/json")
    }
    #expect(try lead(#"{"to": "applied"}"#).problem == "participant-needed")
    #expect(try lead(#"{"to": "applied", "participant": "1"}"#).status == 400)
    #expect(try lead(#"{"to": "applied", "participant": "0100000001"}"#).status == 200)
  }

  @Test func keepsUnitsTheirContactsAndEmployees() throws {
    let unit = #"{"name": "CÔNG TY A", "contacts": [{"name": "Lê Văn Ất", "phone": "0912000009"}]}"#
    let json = "application/json"
    #expect(try send("GET", "/v1/units/TA01").status == 404)
    #expect(
      try send("PUT", "/v1/units/TA01/employees", "Họ tên,Năm sinh\nA B,1990\n").status == 404)
    #expect(try send("PUT", "/v1/units/TA01", unit, type: json).status == 201)
    #expect(try send("PUT", "/v1/units/TA01", unit, type: json).status == 200)
    #expect(try send("PUT", "/v1/units/a%20b", unit, type: json).status == 404)
    for bad in ["{}", "[]", #"{"name": "", "contacts": []}"#] {
      #expect(try send("PUT", "/v1/units/TA01", bad, type: json).status == 400, "\(bad)")
    }
    #expect(try send("PUT", "/v1/units/TA01", unit).problem == "wrong-content-type")
    let contacts = try send("GET", "/v1/units/TA01").object["contacts"] as? [[String: Any]]
    #expect(contacts?.first?["phone"] as? String == "0912000009")
    _ = try service.register(
      Service.body([.socialInsuranceNumber: "0100000001", .fullName: "TRẦN THỊ HOÀ"]), token: token)
    let list = "Họ tên;Mã số BHXH\nTrần Thị Hoà;0100000001\nLê Văn Bính;0100000002\nX;0100000003\n"
    let put = try send("PUT", "/v1/units/TA01/employees", list)
    #expect(
      put.object["totals"] as? [String: Int] == ["registered": 1, "missing": 1, "conflict": 0])
    #expect((put.object["faults"] as? [[String: Any]])?.first?["cause"] as? String == "name")
    let missing = try send("GET", "/v1/units/TA01/employees?standing=missing")
    let names = (missing.object["employees"] as? [[String: Any]])?.map { $0["name"] as? String }
    #expect(names == ["Lê Văn Bính"])
    let page = try send("GET", "/v1/units/TA01/employees?limit=1&after=2")
    #expect((page.object["employees"] as? [[String: Any]])?.first?["line"] as? Int == 3)
    #expect(try send("PUT", "/v1/units/TA01/employees", "no list").status == 400)
    let report = try send("GET", "/v1/reports/progress?by=unit").object["lines"]
    let line = (report as? [[String: Any]])?.first
    #expect(line?["key"] as? String == "/TA01")
    #expect((line?["employees"] as? [String: Any])?["missing"] as? Int == 1)
    #expect(try send("GET", "/v1/reports/progress?by=week").problem == "bad-parameter")
    #expect(try send("GET", "/v1/units").object["next"] == nil)
    for text in [service.log.text] {
      for secret in ["0100000001", "Hoà", "0912000009"] { #expect(!text.contains(secret)) }
    }
  }
}
