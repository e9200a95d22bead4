internal import CMicrohttpd

/// One request on its way in; used by the one thread that serves its connection, or by a worker while
/// the connection is suspended.
final class Exchange {
  /// The first line's target, as it came.
  let target: String
  /// What has come in of the request.
  var request: HTTPRequest?
  /// An answer that is settled before the body has come; the body is then dropped.
  var refusal: HTTPResponse?
  /// The answer, once a worker has found it.
  var answer: HTTPResponse?
  /// How many bytes of the body have come.
  var received = 0

  init(target: String) { self.target = target }

  /// The headers of a request, by their names in small letters.
  static func headers(of connection: OpaquePointer?) -> [String: [String]] {
    final class Box { var headers: [String: [String]] = [:] }
    let box = Box()
    MHD_get_connection_values(
      connection, .HEADER_KIND,
      { context, _, name, value in
        guard let context, let name else { return .YES }
        let box = Unmanaged<Box>.fromOpaque(context).takeUnretainedValue()
        box.headers[String(cString: name).lowercased(), default: []].append(
          value.map { String(cString: $0) } ?? "")
        return .YES
      }, Unmanaged.passUnretained(box).toOpaque())
    return box.headers
  }
}
