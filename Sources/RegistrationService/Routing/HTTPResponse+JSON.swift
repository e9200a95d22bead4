internal import Foundation
internal import HTTPServer
internal import Registry

extension HTTPResponse {
  /// An answer in JSON that is already written; never kept by anybody on the way.
  init(status: Int, jsonBytes: [UInt8], type: String = "application/json") {
    self.init(
      status: status,
      headers: [
        "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      ],
      body: jsonBytes)
  }

  /// An answer in JSON.
  init(status: Int = 200, json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.init(status: status, jsonBytes: Array(try encoder.encode(value)))
  }

  /// A problem document.
  init(_ problem: Problem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A problem is three texts and a number, which JSON can always hold.
    let body = (try? encoder.encode(problem)).map(Array.init) ?? []
    self.init(
      status: problem.status, jsonBytes: body, type: "application/problem+json")
    switch problem.status {
    case 401: headers["WWW-Authenticate"] = "Bearer"
    case 409 where problem == .underWay: headers["Retry-After"] = "1"
    case 429, 503: headers["Retry-After"] = "2"
    default: break
    }
  }
}
