/// An answer to a request.
package struct HTTPResponse: Hashable, Sendable {
  /// The status.
  package var status: Int
  /// The headers beside `Content-Length`, `Date` and `Connection`, which the server writes.
  package var headers: [String: String]
  /// The body.
  package var body: [UInt8]

  /// Creates an answer.
  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
