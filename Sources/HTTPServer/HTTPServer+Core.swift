internal import CMicrohttpd
internal import Synchronization

extension HTTPServer {
  /// What the library's callbacks work with; it lives as long as the server.
  final class Core: Sendable {
    let options: HTTPServerOptions
    let underWay = Atomic<Int>(0)
    /// How many requests are with the workers, their connections suspended.
    let atWork = Atomic<Int>(0)
    let isDraining = Atomic<Bool>(false)
    private let refuse: @Sendable (HTTPRequest) -> HTTPResponse?
    private let handler: Handler
    private let watch: ConnectionWatch
    private let workers: WorkerThreads

    init(
      options: HTTPServerOptions, refuse: @escaping @Sendable (HTTPRequest) -> HTTPResponse?,
      handler: @escaping Handler
    ) {
      self.options = options
      self.refuse = refuse
      self.handler = handler
      watch = ConnectionWatch(requestTime: options.requestTime)
      workers = WorkerThreads(count: options.workers)
    }

    deinit { workers.end() }

    private static func core(_ context: UnsafeMutableRawPointer?) -> Core? {
      context.map { Unmanaged<Core>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func exchange(_ pointer: UnsafeMutableRawPointer?) -> Exchange? {
      pointer.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// A request begins; what is returned is kept with it until `completed`.
    static let requestLine:
      @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?
      ) -> UnsafeMutableRawPointer? = { context, target, _ in
        guard let core = core(context) else { return nil }
        core.underWay.add(1, ordering: .relaxed)
        let exchange = Exchange(target: target.map { String(cString: $0) } ?? "")
        return Unmanaged.passRetained(exchange).toOpaque()
      }

    /// A request has ended, however.
    static let completed: MHD_RequestCompletedCallback = { context, connection, slot, _ in
      guard let core = core(context), let pointer = slot?.pointee else { return }
      slot?.pointee = nil
      Unmanaged<Exchange>.fromOpaque(pointer).release()
      core.underWay.subtract(1, ordering: .relaxed)
      core.watch.begin(hoso_http_socket(connection))
    }

    /// A connection has begun or ends.
    static let connectionChanged: MHD_NotifyConnectionCallback = { context, connection, _, change in
      guard let core = core(context) else { return }
      let socket = hoso_http_socket(connection)
      if hoso_http_has_begun(change) { core.watch.begin(socket) } else { core.watch.end(socket) }
    }

    /// The headers have come, a piece of the body has, or all of it.
    static let access: MHD_AccessHandlerCallback = {
      context, connection, _, method, _, data, size, slot in
      guard let core = core(context), let exchange = exchange(slot?.pointee), let size else {
        return .NO
      }
      if exchange.request == nil {
        return core.begin(
          exchange, method: method.map { String(cString: $0) } ?? "", on: connection)
      }
      let count = size.pointee
      if count > 0 {
        size.pointee = 0
        let piece = UnsafeRawBufferPointer(start: data, count: count)
        return core.take(piece, into: exchange) ? .YES : .NO
      }
      return core.finish(exchange, on: connection)
    }

    private func begin(
      _ exchange: Exchange, method: String, on connection: OpaquePointer?
    ) -> MHD_Result {
      let headers = Exchange.headers(of: connection)
      let target = RequestTarget(exchange.target)
      var request = HTTPRequest(
        method: method == "HEAD" ? "GET" : method, target: target ?? RequestTarget(path: []),
        headers: headers, client: ListeningSocket.text(of: hoso_http_client(connection)),
        fault: target == nil ? .malformedTarget : nil)
      exchange.request = request
      if let length = headers["content-length"]?.first.flatMap({ Int($0) }),
        length > options.bodyBytes
      {
        // Answered at once, so that nothing of a body that is too long is sent or read.
        request.fault = .bodyTooLong
        return send(handler(request), on: connection)
      }
      if target == nil {
        exchange.refusal = handler(request)
      } else if isLong(headers) {
        exchange.refusal = refuse(request)
      }
      return .YES
    }

    /// Whether a body comes that is worth refusing before it has come.
    private func isLong(_ headers: [String: [String]]) -> Bool {
      if headers["transfer-encoding"] != nil { return true }
      guard let text = headers["content-length"]?.first else { return false }
      return Int(text).map { $0 > options.shortBodyBytes } ?? true
    }

    /// Takes a piece of the body; false when the connection is to be ended.
    private func take(_ piece: UnsafeRawBufferPointer, into exchange: Exchange) -> Bool {
      exchange.received += piece.count
      // The answer can be given only behind the body, so some of it is dropped, but not all.
      guard exchange.received <= 8 * options.bodyBytes else { return false }
      if exchange.received > options.bodyBytes {
        exchange.request?.body = []
      } else if exchange.refusal == nil {
        exchange.request?.body += piece
      }
      return true
    }

    private func finish(_ exchange: Exchange, on connection: OpaquePointer?) -> MHD_Result {
      guard var request = exchange.request else { return .NO }
      if let refusal = exchange.refusal { return send(refusal, on: connection) }
      if let answer = exchange.answer { return send(answer, on: connection) }
      if exchange.received > options.bodyBytes { request.fault = .bodyTooLong }
      work(at: request, of: exchange, on: connection)
      return .YES
    }

    /// Has the request answered by a worker, while the thread of its connection serves others; the
    /// library then asks for the answer.
    private func work(
      at request: HTTPRequest, of exchange: Exchange, on connection: OpaquePointer?
    ) {
      let suspended = Suspended(exchange: exchange, connection: connection)
      atWork.add(1, ordering: .relaxed)
      MHD_suspend_connection(connection)
      workers.add { [self] in
        suspended.exchange.answer = handler(request)
        MHD_resume_connection(suspended.connection)
        atWork.subtract(1, ordering: .relaxed)
      }
    }

    /// Sendable: while its connection is suspended, the one worker that resumes it alone touches it.
    private struct Suspended: @unchecked Sendable {
      let exchange: Exchange
      let connection: OpaquePointer?
    }

    private func send(_ answer: HTTPResponse, on connection: OpaquePointer?) -> MHD_Result {
      var bytes = answer.body
      let response = MHD_create_response_from_buffer(bytes.count, &bytes, .RESPMEM_MUST_COPY)
      guard let response else { return .NO }
      defer { MHD_destroy_response(response) }
      for (name, value) in answer.headers { MHD_add_response_header(response, name, value) }
      if isDraining.load(ordering: .relaxed) {
        MHD_add_response_header(response, "Connection", "close")
      }
      return MHD_queue_response(connection, UInt32(answer.status), response)
    }
  }
}
