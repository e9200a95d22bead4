internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// An HTTP/1.1 server on libmicrohttpd, with limits on the size, time and number of requests.
///
/// The handler runs on worker threads, several at a time, and may block. Sendable: the library's handle
/// is used by `stop` alone, once, behind a lock.
package final class HTTPServer: Sendable {
  /// Answers a request.
  package typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse

  /// The port it listens on.
  package let port: UInt16

  private let core: Core
  private let daemon: Mutex<Daemon?>

  private struct Daemon: @unchecked Sendable {
    let handle: OpaquePointer
  }

  /// Begins to listen and to answer.
  ///
  /// - Parameters:
  ///   - options: Where, and within which limits.
  ///   - refuse: Asked before a body comes that is not short; with an answer the body is dropped.
  ///   - handler: Answers the requests.
  /// - Throws: `HTTPServerError`.
  package init(
    _ options: HTTPServerOptions,
    refuse: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil },
    handler: @escaping Handler
  ) throws(HTTPServerError) {
    // A client that goes away must not end the program.
    signal(SIGPIPE, SIG_IGN)
    let socket = try ListeningSocket(
      address: options.address, port: options.port, isLoopbackOnly: options.identity == nil)
    let core = Core(options: options, refuse: refuse, handler: handler)
    let key = options.identity.map { strdup($0.key) } ?? nil
    let certificate = options.identity.map { strdup($0.certificate) } ?? nil
    var settings = hoso_http_options(
      listen_socket: socket.descriptor, threads: UInt32(options.threads),
      connections: UInt32(options.connections),
      connections_per_address: UInt32(options.connectionsPerAddress),
      idle_seconds: UInt32(options.idleSeconds), header_bytes: options.headerBytes,
      key: key, certificate: certificate)
    let handle = hoso_http_start(
      &settings, Core.access, Core.completed, Core.connectionChanged, Core.requestLine,
      Unmanaged.passUnretained(core).toOpaque())
    // The library has parsed the texts by now.
    if let key { explicit_bzero(key, strlen(key)) }
    free(key)
    free(certificate)
    guard let handle else {
      close(socket.descriptor)
      throw .cannotStart(usesTLS: options.identity != nil)
    }
    self.core = core
    port = socket.port
    daemon = Mutex(Daemon(handle: handle))
  }

  deinit { stop() }

  /// How many requests are under way.
  package var requestsUnderWay: Int { core.underWay.load(ordering: .relaxed) }

  /// Takes no more connections, waits for the requests under way, and ends.
  package func stop() {
    guard let daemon = daemon.withLock({ $0.take() }) else { return }
    core.isDraining.store(true, ordering: .relaxed)
    let listening = MHD_quiesce_daemon(daemon.handle)
    // The library may still hold the descriptor, so that it is closed only behind it; but whoever
    // connects from now on must hear that nobody listens.
    shutdown(listening, Int32(SHUT_RDWR))
    let end = ContinuousClock.now + core.options.drainTime
    // Requests that had come when the listening ended may still stand unread in their sockets.
    var quiet = 0
    while quiet < 5, ContinuousClock.now < end {
      usleep(10_000)
      quiet = requestsUnderWay == 0 ? quiet + 1 : 0
    }
    // The library must not be stopped while a connection is suspended.
    while core.atWork.load(ordering: .relaxed) > 0 { usleep(10_000) }
    MHD_stop_daemon(daemon.handle)
    if listening >= 0 { close(listening) }
  }
}
