internal import CCurl

/// A client of HTTP servers on libcurl, which keeps its connection between requests.
///
/// It blocks, and is used by one owner at a time: the class is not Sendable. Redirects are not
/// followed, so that what is sent reaches the named server alone.
package final class HTTPClient {
  /// The longest answer that is taken, in bytes.
  private static let maximumAnswer = 4 << 20

  private let handle: UnsafeMutableRawPointer

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - authorities: A file of certificates in PEM that sign servers; nil for the system's.
  ///   - seconds: How long a request may take altogether.
  /// - Throws: `HTTPClientError` when there is no memory.
  package init(authorities: String? = nil, seconds: Int = 30) throws(HTTPClientError) {
    // Safe to call again, and from several threads since curl 7.84.
    curl_global_init(Int(CURL_GLOBAL_ALL))
    guard let handle = curl_easy_init() else {
      throw HTTPClientError(description: "out of memory")
    }
    self.handle = handle
    _ = hoso_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = hoso_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    _ = hoso_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, 10)
    _ = hoso_curl_set_number(handle, CURLOPT_TIMEOUT, seconds)
    if let authorities { _ = hoso_curl_set_text(handle, CURLOPT_CAINFO, authorities) }
  }

  deinit { curl_easy_cleanup(handle) }

  /// Posts `body` to `url` and waits for the answer.
  package func post(
    _ body: [UInt8], to url: String, headers: [String: String]
  ) throws(HTTPClientError) -> HTTPAnswer {
    // Without `Expect`, a long body does not wait a second for a server that does not answer it.
    let lines = headers.map { "\($0.key): \($0.value)" } + ["Expect:"]
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines { list = curl_slist_append(list, line) }
    defer { curl_slist_free_all(list) }
    let answer = Answer()
    let context = Unmanaged.passUnretained(answer).toOpaque()
    _ = hoso_curl_set_text(handle, CURLOPT_URL, url)
    _ = hoso_curl_set_body(handle, body, body.count)
    _ = hoso_curl_set_headers(handle, list)
    _ = hoso_curl_set_sinks(handle, Self.takeBody, Self.takeHeader, context)
    let code = curl_easy_perform(handle)
    _ = hoso_curl_set_headers(handle, nil)
    guard code == CURLE_OK else {
      throw HTTPClientError(description: String(cString: curl_easy_strerror(code)))
    }
    return HTTPAnswer(
      status: hoso_curl_status(handle), headers: answer.headers, body: answer.body)
  }

  /// An answer on its way in.
  private final class Answer {
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    static func at(_ context: UnsafeMutableRawPointer?) -> Answer? {
      context.map { Unmanaged<Answer>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private static let takeBody: hoso_curl_sink = { bytes, size, count, context in
    guard let answer = Answer.at(context), answer.body.count + size * count <= maximumAnswer else {
      // Less than was given ends the request.
      return 0
    }
    answer.body += UnsafeRawBufferPointer(start: bytes, count: size * count)
    return size * count
  }

  private static let takeHeader: hoso_curl_sink = { bytes, size, count, context in
    let line = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self)
    let parts = line.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let answer = Answer.at(context) {
      answer.headers[parts[0].lowercased()] = String(
        parts[1].drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    return size * count
  }
}
