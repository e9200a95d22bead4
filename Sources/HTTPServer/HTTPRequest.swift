/// A request that has come in whole.
package struct HTTPRequest: Hashable, Sendable {
  /// What keeps a request from being answered as it asks.
  package enum Fault: Hashable, Sendable {
    /// Its first line names no path.
    case malformedTarget
    /// Its body is longer than the server bears; what came of it was dropped.
    case bodyTooLong
  }

  /// The method in capitals; `HEAD` is told as `GET`.
  package var method: String
  /// The path and query.
  package var target: RequestTarget
  /// The values of each header, by its name in small letters.
  package var headers: [String: [String]]
  /// The body; empty when there is none.
  package var body: [UInt8]
  /// The address of the client, without its port.
  package var client: String
  /// What is wrong with it; nil when nothing is.
  package var fault: Fault?

  /// Creates a request.
  package init(
    method: String, target: RequestTarget, headers: [String: [String]] = [:], body: [UInt8] = [],
    client: String = "", fault: Fault? = nil
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.client = client
    self.fault = fault
  }

  /// The value of a header that was given once; nil when it is missing or given several times.
  package func header(_ name: String) -> String? {
    guard let values = headers[name], values.count == 1 else { return nil }
    return values[0]
  }
}
