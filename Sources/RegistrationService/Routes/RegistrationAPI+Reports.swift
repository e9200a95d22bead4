internal import Foundation
internal import HTTPServer
internal import Registry

extension RegistrationAPI {
  static var reportRoutes: [Route] {
    [
      Route(
        "GET", "/v1/reports/registrations",
        .roles([.operator, .reviewer, .auditor, .admin]), query: ["by", "from", "to"],
        answer: { try $0.report($1) }),
      Route(
        "GET", "/v1/reports/progress",
        .roles([.operator, .reviewer, .auditor, .admin]),
        query: ["by", "office", "type", "from", "to"], answer: { try $0.progress($1) }),
      Route(
        "GET", "/v1/audit", .rolesForAllOffices([.auditor, .admin]), query: ["after", "limit"],
        answer: { try $0.audit($1) }),
    ]
  }

  /// The largest whole number that every reader of JSON holds exactly.
  private static let largestExactNumber = 9_007_199_254_740_991

  private func report(_ call: Call) throws -> HTTPResponse {
    let key = try call.choice("by", of: RegistryStore.ReportKey.self) ?? .type
    let lines = try registry.report(
      by: key, from: call.day("from"), before: call.day("to", following: true), for: call.caller)
    return try HTTPResponse(
      json: ReportView(
        by: key.rawValue,
        lines: lines.map { line in
          ReportView.Line(
            key: line.key, total: line.states.values.reduce(0, +), states: line.states)
        }))
  }

  private func progress(_ call: Call) throws -> HTTPResponse {
    let key = try call.choice("by", of: RegistrationProgress.Key.self) ?? .office
    let lines = try registry.progress(
      by: key, office: call.office(), type: call.choice("type", of: RegistrationType.self),
      from: call.day("from"), before: call.day("to", following: true), for: call.caller)
    return try HTTPResponse(
      json: ProgressView(by: key.rawValue, lines: lines.map(ProgressView.Line.init)))
  }

  private func audit(_ call: Call) throws -> HTTPResponse {
    let after = try call.number("after", in: 0...Self.largestExactNumber) ?? 0
    let limit = try call.number("limit", in: 1...1000) ?? 100
    let entries = try registry.auditEntries(after: Int64(after), limit: limit)
    return try HTTPResponse(json: AuditView(entries: entries.map(AuditView.Entry.init)))
  }

  private struct ReportView: Encodable {
    struct Line: Encodable {
      var key: String
      var total: Int
      var states: [String: Int]
    }

    var by: String
    var lines: [Line]
  }

  private struct ProgressView: Encodable {
    struct Line: Encodable {
      struct Staff: Encodable {
        var total: Int
        var registered: Int
        var missing: Int
        var conflict: Int
      }

      var key: String
      var received: Int
      var open: Int
      var completed: Int
      var ended: Int
      var averageDays: Double?
      var employees: Staff?

      init(_ line: RegistrationProgress) {
        key = line.key
        received = line.received
        open = line.open
        completed = line.completed
        ended = line.ended
        averageDays = line.averageDays.map { ($0 * 100).rounded() / 100 }
        employees = line.staff.map { staff in
          Staff(
            total: staff.employees, registered: staff.registered, missing: staff.missing,
            conflict: staff.conflicting)
        }
      }
    }

    var by: String
    var lines: [Line]
  }

  private struct AuditView: Encodable {
    struct Entry: Encodable {
      var id: Int64
      var at: String
      var caller: String
      var action: String
      var target: String
      var outcome: String
      var hash: String

      init(_ entry: AuditEntry) {
        id = entry.id
        at = entry.time.ISO8601Format()
        caller = entry.caller
        action = entry.action
        target = entry.target
        outcome = entry.outcome
        hash = entry.hash
      }
    }

    var entries: [Entry]
  }
}
