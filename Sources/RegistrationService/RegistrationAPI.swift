package import HTTPServer
package import Registry
internal import Synchronization

/// The registration service without its socket: a request in, an answer out.
package final class RegistrationAPI: Sendable {
  let registry: RegistryStore
  let openAPI: [UInt8]
  let columns: ListColumns
  let metrics = ServiceMetrics()
  private let tokenLimiter: RateLimiter
  private let refusalLimiter: RateLimiter
  private let log: @Sendable (String) -> Void
  private let draining = Atomic<Bool>(false)

  /// Creates the service.
  ///
  /// - Parameters:
  ///   - registry: What it serves.
  ///   - openAPI: The OpenAPI file, which it serves too.
  ///   - columns: The headings of lists of persons.
  ///   - limits: How much one client may ask.
  ///   - log: Takes the lines of the log.
  package init(
    registry: RegistryStore, openAPI: [UInt8], columns: ListColumns,
    limits: ServiceLimits = ServiceLimits(),
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.registry = registry
    self.openAPI = openAPI
    self.columns = columns
    self.log = log
    tokenLimiter = RateLimiter(
      perSecond: limits.requestsPerSecond, burstSeconds: limits.burstSeconds)
    refusalLimiter = RateLimiter(
      perSecond: limits.refusalsPerSecond, burstSeconds: limits.burstSeconds)
  }

  /// Whether the service is ending, so that nothing new should be sent to it.
  package var isDraining: Bool {
    get { draining.load(ordering: .relaxed) }
    set { draining.store(newValue, ordering: .relaxed) }
  }

  /// All places of the service.
  package static let routes = operationRoutes + registrationRoutes + listRoutes + reportRoutes

  /// Answers a request.
  package func answer(_ request: HTTPRequest) -> HTTPResponse {
    respond(to: request) { place in try place.route.answer(self, place.call) }
  }

  /// Refuses a request before its body has come; nil when it may come.
  package func refusal(of request: HTTPRequest) -> HTTPResponse? {
    guard request.fault == nil, (try? place(of: request, counts: false)) != nil else {
      return respond(to: request) { _ in throw Problem.failure }
    }
    return nil
  }

  /// Notes an event of the service in its log.
  package func note(_ event: String, message: String? = nil, isFailure: Bool = false) {
    var line = LogLine(event, level: isFailure ? "error" : "info")
    line.message = message
    log(line.text)
  }

  private struct Place {
    let route: Route
    let call: Call
  }

  private func respond(
    to request: HTTPRequest, _ body: (Place) throws -> HTTPResponse
  ) -> HTTPResponse {
    let begun = ContinuousClock.now
    var line = LogLine("request")
    let id = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    line.request = id
    // Another word in the place of a method could be anything.
    line.method = Self.methods.contains(request.method) ? request.method : "other"
    line.route =
      Self.routes.first { $0.arguments(in: request.target.path) != nil }?.template ?? "none"
    var response: HTTPResponse
    do {
      if request.fault == .malformedTarget { throw Problem.malformedTarget }
      if request.fault == .bodyTooLong { throw Problem.tooLong }
      let place = try place(of: request, counts: true)
      line.caller = place.route.access == .everybody ? nil : place.call.caller.id
      response = try body(place)
    } catch let problem as Problem {
      response = HTTPResponse(problem)
      if problem.status == 405 { response.headers["Allow"] = allowed(at: request) }
    } catch {
      response = HTTPResponse(RegistryStore.isPassing(error) ? .unavailable : .failure)
      line.level = "error"
      line.message = "\(error)"
    }
    response.headers["X-Request-Id"] = id
    let time = ContinuousClock.now - begun
    metrics.count(
      method: line.method ?? "", route: line.route ?? "", status: response.status, time: time)
    line.status = response.status
    line.milliseconds = (time / .microseconds(1)).rounded() / 1000
    log(line.text)
    return response
  }

  private static let methods: Set = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

  /// The route of a request, if its caller may use it.
  private func place(of request: HTTPRequest, counts: Bool) throws -> Place {
    let here = Self.routes.compactMap { route in
      route.arguments(in: request.target.path).map { (route, $0) }
    }
    guard !here.isEmpty else { throw Problem.noSuchPlace }
    guard let (route, arguments) = here.first(where: { $0.0.method == request.method }) else {
      throw Problem.noSuchMethod
    }
    let caller = try caller(of: request, at: route, counts: counts)
    var query: [String: String] = [:]
    for parameter in request.target.query {
      guard route.query.contains(parameter.name) else {
        throw Problem.badParameter.saying("This route has no such parameter in its query.")
      }
      guard query.updateValue(parameter.value, forKey: parameter.name) == nil else {
        throw Problem.badParameter.saying("'\(parameter.name)' is given twice.")
      }
    }
    return Place(
      route: route,
      call: Call(request: request, caller: caller, arguments: arguments, query: query))
  }

  private func caller(
    of request: HTTPRequest, at route: Route, counts: Bool
  ) throws -> Caller {
    let (roles, needsAllOffices): (Set<Role>, Bool)
    switch route.access {
    case .everybody: return .program
    case .roles(let set): (roles, needsAllOffices) = (set, false)
    case .rolesForAllOffices(let set): (roles, needsAllOffices) = (set, true)
    }
    guard refusalLimiter.wouldAllow(request.client) else { throw Problem.tooMany }
    let words = request.header("authorization")?.split(separator: " ") ?? []
    guard words.count == 2, words[0].lowercased() == "bearer", words[1].utf8.count <= 200,
      let caller = try registry.caller(bearing: String(words[1]))
    else {
      if counts { _ = refusalLimiter.allows(request.client) }
      throw Problem.noToken
    }
    if counts, !tokenLimiter.allows(caller.id) { throw Problem.tooMany }
    guard let role = caller.role, roles.contains(role) else { throw Problem.roleForbids }
    guard !needsAllOffices || caller.office == nil else { throw Problem.officeForbids }
    return caller
  }

  private func allowed(at request: HTTPRequest) -> String {
    Self.routes.filter { $0.arguments(in: request.target.path) != nil }.map(\.method).sorted()
      .joined(separator: ", ")
  }
}
