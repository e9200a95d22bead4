import Foundation
import HTTPServer
import Registry
import RegistrySupport
import Testing

@testable import RegistrationService

/// The service while its PostgreSQL server goes away and comes back.
@Suite(.enabled(if: TestPlace.isPostgres)) struct DatabaseAwayTests {
  @Test func isNotReadyUntilTheDatabaseIsBack() throws {
    let cluster = try PostgresCluster()
    let service = try Service(place: cluster.newPlace())
    let token = try service.token(.reviewer)
    #expect(try service.send("GET", "/readyz").status == 200)
    #expect(try service.register(Service.body(), token: token).status == 201)
    cluster.crash()
    cluster.awaitRestart()
    // Connections are made anew, and nothing that was answered is gone.
    #expect(try service.send("GET", "/readyz").status == 200)
    #expect(try service.register(Service.body(), token: token).status == 200)
    #expect(try service.register(Service.body(seed: 1), key: "2", token: token).status == 201)
    let metrics = try service.send("GET", "/metrics")
    #expect(String(decoding: metrics.body, as: UTF8.self).contains("hoso_registrations{type="))
    cluster.stop()
    #expect(try service.send("GET", "/healthz").status == 200)
    #expect(try service.send("GET", "/readyz").status == 503)
    for response in [
      try service.register(Service.body(), token: token), try service.send("GET", "/metrics"),
    ] {
      #expect(response.status == 503)
      #expect(response.headers["Retry-After"] != nil)
    }
    #expect(service.log.text.contains("check that PostgreSQL runs there"))
  }
}
