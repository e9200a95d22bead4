import Foundation
import HTTPServer
import Registry
import TestSupport
import Testing

@testable import RegistrationService

@Suite struct AccessTests {
  /// Who may use each route: written down here once more, so that a slip in the table is met.
  private static let allowed: [String: Set<Role>] = [
    "POST /v1/registrations": [.operator, .reviewer, .admin],
    "GET /v1/registrations": [.operator, .reviewer, .auditor, .admin],
    "GET /v1/registrations/{id}": [.operator, .reviewer, .auditor, .admin],
    "POST /v1/registrations/{id}/transitions": [.operator, .reviewer, .admin],
    "GET /v1/registrations/{id}/history": [.operator, .reviewer, .auditor, .admin],
    "POST /v1/erasures": [.admin],
    "POST /v1/participants": [.admin],
    "GET /v1/units": [.operator, .reviewer, .auditor, .admin],
    "GET /v1/units/{code}": [.operator, .reviewer, .auditor, .admin],
    "PUT /v1/units/{code}": [.operator, .reviewer, .admin],
    "GET /v1/units/{code}/employees": [.operator, .reviewer, .auditor, .admin],
    "PUT /v1/units/{code}/employees": [.operator, .reviewer, .admin],
    "GET /v1/reports/progress": [.operator, .reviewer, .auditor, .admin],
    "GET /v1/reports/registrations": [.operator, .reviewer, .auditor, .admin],
    "GET /v1/audit": [.auditor, .admin],
  ]

  /// What holds nothing of a person.
  private static let open: Set = [
    "GET /healthz", "GET /readyz", "GET /metrics", "GET /openapi.json",
  ]

  @Test func everyRouteIsDenied() throws {
    #expect(
      Set(RegistrationAPI.routes.map { "\($0.method) \($0.template)" })
        == Self.open.union(Self.allowed.keys))
  }

  @Test(arguments: RegistrationAPI.routes.indices, Role.allCases + [nil])
  func everyRouteWithEveryRole(index: Int, role: Role?) throws {
    let service = try Service()
    let route = RegistrationAPI.routes[index]
    let name = "\(route.method) \(route.template)"
    let token = try role.map { try service.token($0) }
    let path = route.template.replacing("{id}", with: "R-1").replacing("{code}", with: "U")
    let response = try service.send(
      route.method, path, token: token, headers: ["content-type": "application/json"])
    if Self.open.contains(name) {
      #expect(response.status == 200, "\(name)")
    } else if let role {
      let isAllowed = Self.allowed[name]?.contains(role) == true
      #expect((response.status != 403) == isAllowed, "\(name)")
      #expect(response.status != 401, "\(name)")
    } else {
      #expect(response.status == 401, "\(name)")
      #expect(response.headers["WWW-Authenticate"] == "Bearer")
    }
  }

  @Test(arguments: RegistrationAPI.routes.indices)
  func foreignExpiredAndRevokedTokensOpenNothing(index: Int) throws {
    let service = try Service()
    let route = RegistrationAPI.routes[index]
    guard route.access != .everybody else { return }
    let revoked = try service.registry.createToken(name: "r", role: .admin, office: nil)
    _ = try service.registry.revokeToken(revoked.token.id)
    let expired = try service.registry.createToken(
      name: "e", role: .admin, office: nil, life: .seconds(1))
    service.clock.advance(by: .seconds(2))
    let path = route.template.replacing("{id}", with: "R-1").replacing("{code}", with: "U")
    for token in [revoked.secret, expired.secret, "hoso_foreign", "", "a b"] {
      #expect(try service.send(route.method, path, token: token).status == 401)
    }
    #expect(
      try service.send(route.method, path, headers: ["authorization": "Basic YTpi"]).status == 401)
  }

  @Test func anOfficeReachesNothingOfAnother() throws {
    let service = try Service()
    let north = try service.token(.reviewer, office: "north")
    let south = try service.token(.reviewer, office: "south")
    #expect(try service.register(Service.body(), token: north).status == 201)
    #expect(try service.send("GET", "/v1/registrations/R-1", token: north).status == 200)
    for (method, path) in [
      ("GET", "/v1/registrations/R-1"), ("GET", "/v1/registrations/R-1/history"),
      ("POST", "/v1/registrations/R-1/transitions"),
    ] {
      let body: [UInt8] = method == "POST" ? Array(#"{"to": "rejected"}"#.utf8) : []
      let response = try service.send(method, path, token: south, body: body)
      #expect(response.status == 404, "\(path)")
      // As if it were not there at all.
      let missing = try service.send(
        method, path.replacing("R-1", with: "R-99"), token: south, body: body)
      #expect(response.body == missing.body)
    }
    let list = try service.send("GET", "/v1/registrations?office=north", token: south)
    #expect((list.object["registrations"] as? [Any])?.isEmpty == true)
    let auditor = try service.token(.auditor, office: "north")
    #expect(try service.send("GET", "/v1/audit", token: auditor).problem == "office")
    let admin = try service.token(.admin, office: "north")
    #expect(
      try service.send(
        "POST", "/v1/participants", token: admin, headers: ["content-type": "text/csv"],
        body: [65]
      ).problem == "office")
    let order = Array(#"{"number": "0100000001"}"#.utf8)
    #expect(
      try service.send("POST", "/v1/erasures", token: admin, body: order).problem == "office")
  }

  @Test func tooManyRequestsAreHeldBack() throws {
    var limits = ServiceLimits()
    limits.requestsPerSecond = 1
    limits.refusalsPerSecond = 1
    limits.burstSeconds = 5
    let service = try Service(limits: limits)
    let token = try service.token(.auditor)
    let statuses = try (0..<7).map { _ in
      try service.send("GET", "/v1/registrations", token: token).status
    }
    #expect(Set(statuses) == [200, 429])
    let other = try service.token(.auditor)
    #expect(try service.send("GET", "/v1/registrations", token: other).status == 200)
    let refused = try (0..<7).map { _ in
      try service.send("GET", "/v1/registrations", token: "guess").status
    }
    #expect(Set(refused) == [401, 429])
    // Whoever looks after the service still sees whether it runs.
    #expect(try service.send("GET", "/healthz").status == 200)
  }
}
