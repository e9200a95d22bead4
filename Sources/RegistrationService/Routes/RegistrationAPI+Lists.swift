internal import Foundation
internal import HTTPServer
internal import Registry

extension RegistrationAPI {
  static var listRoutes: [Route] {
    let readers: Set<Role> = [.operator, .reviewer, .auditor, .admin]
    let writers: Set<Role> = [.operator, .reviewer, .admin]
    return [
      Route("POST", "/v1/participants", .rolesForAllOffices([.admin])) { api, call in
        try HTTPResponse(json: api.registry.take(api.list(call, true), by: call.caller))
      },
      Route(
        "GET", "/v1/units", .roles(readers), query: ["after", "limit"],
        answer: { try $0.units($1) }),
      Route("GET", "/v1/units/{code}", .roles(readers), query: ["office"]) { api, call in
        try HTTPResponse(
          json: UnitView(
            api.registry.unit(call.argument("code"), office: call.office(), for: call.caller)))
      },
      Route(
        "PUT", "/v1/units/{code}", .roles(writers), query: ["office"],
        answer: { try $0.putUnit($1) }),
      Route(
        "GET", "/v1/units/{code}/employees", .roles(readers),
        query: ["office", "standing", "after", "limit"], answer: { try $0.employees($1) }),
      Route(
        "PUT", "/v1/units/{code}/employees", .roles(writers), query: ["office"],
        answer: { try $0.putEmployees($1) }),
    ]
  }

  /// The list of persons in the body of a call.
  private func list(_ call: Call, _ needsNumber: Bool) throws(Problem) -> PersonList {
    try call.requireContentType("text/csv")
    do throws(ListFault) {
      return try PersonList(call.request.body, columns: columns, needsNumber: needsNumber)
    } catch {
      throw .malformedBody.saying(
        error.cause == .noText
          ? "It is no text in UTF-8, UTF-16 or Windows-1258."
          : "There is no row of headings that names "
            + (needsNumber ? "the social insurance number and the name." : "the name and a number.")
      )
    }
  }

  private func units(_ call: Call) throws -> HTTPResponse {
    let limit = try call.number("limit", in: 1...200) ?? 50
    let after = call.query["after"]
    guard after.map(EmployerUnit.isCode) ?? true else {
      throw Problem.badParameter.saying("'after' must be the code of a unit.")
    }
    let page = try registry.units(after: after ?? "", limit: limit, for: call.caller)
    return try HTTPResponse(
      json: UnitPage(
        units: page.map(UnitView.init), next: page.count >= limit ? page.last?.code : nil))
  }

  private func putUnit(_ call: Call) throws -> HTTPResponse {
    try call.requireContentType("application/json")
    let unit = try call.decoded(as: EmployerUnit.self)
    let put = try registry.put(
      unit, code: call.argument("code"), office: call.office(), by: call.caller)
    return try HTTPResponse(status: put.isNew ? 201 : 200, json: UnitView(put.unit))
  }

  private func putEmployees(_ call: Call) throws -> HTTPResponse {
    let list = try list(call, false)
    let employees = try registry.replaceEmployees(
      ofUnit: call.argument("code"), office: call.office(), by: list, caller: call.caller)
    return try HTTPResponse(json: EmployeesView(employees, page: [], faults: list.faults))
  }

  private func employees(_ call: Call) throws -> HTTPResponse {
    let standing = try call.choice("standing", of: EmployeeStatus.Standing.self)
    let after = try call.number("after", in: 0...1_000_000) ?? 0
    let limit = try call.number("limit", in: 1...1000) ?? 200
    let all = try registry.employees(
      ofUnit: call.argument("code"), office: call.office(), for: call.caller)
    let page = all.filter { employee in
      employee.person.line > after && standing.map { $0 == employee.standing } ?? true
    }.prefix(limit)
    return try HTTPResponse(json: EmployeesView(all, page: Array(page), faults: nil))
  }

  private struct UnitPage: Encodable {
    var units: [UnitView]
    /// The `after` of the next page; none on the last.
    var next: String?
  }
}
