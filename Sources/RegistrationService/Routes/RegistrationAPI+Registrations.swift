internal import Foundation
internal import HTTPServer
internal import Registry

extension RegistrationAPI {
  private static let readers: Set<Role> = [.operator, .reviewer, .auditor, .admin]
  private static let writers: Set<Role> = [.operator, .reviewer, .admin]

  static var registrationRoutes: [Route] {
    [
      Route("POST", "/v1/registrations", .roles(writers), answer: { try $0.submit($1) }),
      Route(
        "GET", "/v1/registrations", .roles(readers),
        query: [
          "type", "state", "office", "number", "receivedFrom", "receivedTo", "after", "limit",
        ], answer: { try $0.list($1) }),
      Route("GET", "/v1/registrations/{id}", .roles(readers)) { api, call in
        let found = try api.registry.registration(call.argument("id"), for: call.caller)
        return try HTTPResponse(json: RegistrationView(found, in: api.registry.workflows))
      },
      Route(
        "POST", "/v1/registrations/{id}/transitions", .roles(writers), answer: { try $0.lead($1) }),
      Route("GET", "/v1/registrations/{id}/history", .roles(readers)) { api, call in
        let history = try api.registry.history(of: call.argument("id"), for: call.caller)
        return try HTTPResponse(json: HistoryView(id: call.argument("id"), history: history))
      },
      // In a body and not in a path, which proxies keep.
      Route(
        "POST", "/v1/erasures", .rolesForAllOffices([.admin]), answer: { try $0.erase($1) }),
    ]
  }

  private func submit(_ call: Call) throws -> HTTPResponse {
    try call.requireContentType("application/json")
    guard let key = call.request.header("idempotency-key") else { throw Problem.badKey }
    let answer = try registry.submit(call.request.body, key: key, caller: call.caller)
    return HTTPResponse(status: answer.isNew ? 201 : 200, jsonBytes: answer.receipt)
  }

  private func list(_ call: Call) throws -> HTTPResponse {
    var search = RegistrationSearch()
    search.type = try call.choice("type", of: RegistrationType.self)
    search.state = call.query["state"]
    if let state = search.state, !registry.workflows.states.contains(state) {
      throw Problem.badParameter.saying("'state' must be a state of some type.")
    }
    search.office = try call.office()
    search.number = call.query["number"]
    if let number = search.number, !FieldFormat.anyNumber.matches(number) {
      throw Problem.badParameter.saying("'number' must be \(FieldFormat.anyNumber.words).")
    }
    search.receivedFrom = try call.day("receivedFrom")
    search.receivedBefore = try call.day("receivedTo", following: true)
    search.limit = try call.number("limit", in: 1...200) ?? 50
    if let after = call.query["after"] {
      guard let number = StoredRegistration.number(in: after) else {
        throw Problem.badParameter.saying("'after' must be the id of a registration.")
      }
      search.after = number
    }
    let page = try registry.registrations(search, for: call.caller)
    return try HTTPResponse(
      json: PageView(
        registrations: page.map { RegistrationView($0, in: registry.workflows) },
        next: page.count == search.limit ? page.last?.id : nil))
  }

  private func lead(_ call: Call) throws -> HTTPResponse {
    try call.requireContentType("application/json")
    let order = try call.decoded(as: TransitionOrder.self)
    guard registry.workflows.states.contains(order.to) else {
      throw Problem.malformedBody.saying("'to' must be a state of some type.")
    }
    guard (order.note?.unicodeScalars.count ?? 0) <= 500, !order.hasControlCharacters else {
      throw Problem.malformedBody.saying(
        "'note' may have 500 characters, and no control characters but tabs and line ends.")
    }
    if let number = order.participant, !FieldFormat.participant.matches(number) {
      throw Problem.malformedBody.saying(
        "'participant' must be \(FieldFormat.participant.words).")
    }
    let found = try registry.lead(
      call.argument("id"), to: order.to, note: order.note, participant: order.participant,
      by: call.caller)
    return try HTTPResponse(json: RegistrationView(found, in: registry.workflows))
  }

  private func erase(_ call: Call) throws -> HTTPResponse {
    try call.requireContentType("application/json")
    guard
      let order = try? JSONDecoder().decode(ErasureOrder.self, from: Data(call.request.body)),
      FieldFormat.anyNumber.matches(order.number)
    else {
      throw Problem.malformedErasure.saying("'number' must be \(FieldFormat.anyNumber.words).")
    }
    return try HTTPResponse(json: registry.forget(number: order.number, by: call.caller))
  }

  private struct ErasureOrder: Decodable {
    var number: String
  }

  private struct TransitionOrder: Decodable {
    var to: String
    var note: String?
    var participant: String?

    /// Lines and tabs have their place in a note; what else stands below a space has not.
    var hasControlCharacters: Bool {
      note?.unicodeScalars.contains {
        $0.value < 32 && $0 != "\n" && $0 != "\t" && $0 != "\r" || $0.value == 127
      } ?? false
    }
  }

  private struct PageView: Encodable {
    var registrations: [RegistrationView]
    /// The `after` of the next page; none on the last.
    var next: String?
  }

  private struct HistoryView: Encodable {
    struct Change: Encodable {
      var state: String
      var at: String
      var by: String
      var note: String?
    }

    var id: String
    var history: [Change]

    init(id: String, history: [StateChange]) {
      self.id = id
      self.history = history.map {
        Change(state: $0.state, at: $0.at.ISO8601Format(), by: $0.by, note: $0.note)
      }
    }
  }
}
