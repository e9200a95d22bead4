internal import HTTPServer
internal import Registry

extension RegistrationAPI {
  static var operationRoutes: [Route] {
    [
      Route("GET", "/healthz", .everybody) { _, _ in
        try HTTPResponse(json: Condition(status: "ok"))
      },
      Route("GET", "/readyz", .everybody) { api, _ in
        let isReady = !api.isDraining && api.registry.isReady
        return try HTTPResponse(
          status: isReady ? 200 : 503, json: Condition(status: isReady ? "ready" : "not ready"))
      },
      Route("GET", "/metrics", .everybody) { api, _ in
        let counts = try api.registry.counts()
        let gauge = (
          name: "hoso_registrations", help: "Registrations by type and state.",
          lines: counts.map { count in
            (
              labels: "type=\"\(count.type.rawValue)\",state=\"\(count.state)\"", value: count.count
            )
          }
        )
        let notifications = (
          name: "hoso_notifications", help: "Notifications by state.",
          lines: try api.registry.notificationCounts().sorted { $0.key < $1.key }.map { count in
            (labels: "state=\"\(count.key)\"", value: count.value)
          }
        )
        let waiting = (
          name: "hoso_transactions_waiting",
          help: "Callers that wait for the transaction after the present one.",
          lines: [(labels: "", value: api.registry.waitingCount)]
        )
        return HTTPResponse(
          status: 200, headers: ["Content-Type": "text/plain; version=0.0.4; charset=utf-8"],
          body: Array(api.metrics.text(gauges: [gauge, notifications, waiting]).utf8))
      },
      Route("GET", "/openapi.json", .everybody) { api, _ in
        HTTPResponse(status: 200, jsonBytes: api.openAPI)
      },
    ]
  }

  private struct Condition: Encodable {
    let status: String
  }
}
