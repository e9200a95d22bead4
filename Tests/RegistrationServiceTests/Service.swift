import Documents
import Foundation
import HTTPServer
import RecordStore
import RegistrationService
import Registry
import Synchronization
import RegistrySupport
import TestSupport

/// The service without a socket, over a registry in a folder of its own.
final class Service: Sendable {
  let registry: RegistryStore
  let api: RegistrationAPI
  let clock = TestClock()
  let log: Log
  private let folder: TemporaryFolder

  /// The lines of a log.
  final class Log: Sendable {
    private let lines = Mutex<[String]>([])

    func append(_ line: String) { lines.withLock { $0.append(line) } }
    var text: String { lines.withLock { $0.joined(separator: "\n") } }
  }

  init(limits: ServiceLimits? = nil, place: RegistryPlace? = nil) throws {
    folder = try TemporaryFolder()
    registry = try RegistryStore(
      place ?? TestPlace.new(in: folder.path), workflows: .committed(),
      clock: { [clock] in clock.now })
    let log = Log()
    self.log = log
    var generous = ServiceLimits()
    generous.requestsPerSecond = 1e6
    generous.refusalsPerSecond = 1e6
    let openAPI = try Data(
      contentsOf: URL(filePath: Workflows.committedDictionaries + "/registry/openapi.json"))
    api = try RegistrationAPI(
      registry: registry, openAPI: Array(openAPI),
      columns: ListColumns(directory: Workflows.committedDictionaries), limits: limits ?? generous,
      log: { log.append($0) })
  }

  func token(_ role: Role, office: String? = nil) throws -> String {
    try registry.createToken(name: "test", role: role, office: office).secret
  }

  /// Sends a request; `target` is a path with its query.
  func send(
    _ method: String, _ target: String, token: String? = nil, headers: [String: String] = [:],
    body: [UInt8] = []
  ) throws -> HTTPResponse {
    var all = headers.mapValues { [$0] }
    if let token { all["authorization"] = ["Bearer \(token)"] }
    if !body.isEmpty, all["content-type"] == nil { all["content-type"] = ["application/json"] }
    guard let target = RequestTarget(target) else { throw CancellationError() }
    let request = HTTPRequest(
      method: method, target: target, headers: all, body: body, client: "192.0.2.7")
    return api.refusal(of: request) ?? api.answer(request)
  }

  func register(
    _ body: [UInt8], key: String = "key-1", token: String
  ) throws -> HTTPResponse {
    try send(
      "POST", "/v1/registrations", token: token, headers: ["idempotency-key": key], body: body)
  }

  /// The JSON of a registration of somebody who does not exist.
  static func body(
    _ fields: [FieldKey: String] = [
      .socialInsuranceNumber: "0100000001", .phone: "0912000001", .fullName: "TRẦN THỊ KHÔNG CÓ",
    ], seed: Int = 0, kinds: [DocumentKind] = [.form01]
  ) throws -> [UInt8] {
    let registration = Registration(
      SampleResult.make(sha256: String(seed % 10), kinds: kinds, fields: fields))
    guard let registration else { throw CancellationError() }
    return try registration.submission().body
  }
}

extension HTTPResponse {
  /// The body as an object of JSON.
  var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
  }

  /// The name of the problem; nil when it is none.
  var problem: String? {
    guard headers["Content-Type"] == "application/problem+json" else { return nil }
    return (object["type"] as? String)?.split(separator: ":").last.map(String.init)
  }
}
