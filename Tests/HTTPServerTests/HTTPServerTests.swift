import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

@Suite struct HTTPServerTests {
  /// Says what it was asked.
  @Sendable private static func echo(_ request: HTTPRequest) -> HTTPResponse {
    switch request.fault {
    case .bodyTooLong: return HTTPResponse(status: 413)
    case .malformedTarget: return HTTPResponse(status: 400)
    case nil: break
    }
    let query = request.target.query.map { "\($0.name)=\($0.value)" }
    let words = [request.method, "\(request.target.path)", "\(query)", "\(request.body.count)"]
    return HTTPResponse(
      status: 200, headers: ["X-Client": request.client],
      body: Array(words.joined(separator: " ").utf8))
  }

  private func server(
    _ change: (inout HTTPServerOptions) -> Void = { _ in },
    refuse: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil },
    handler: @escaping HTTPServer.Handler = echo
  ) throws -> HTTPServer {
    var options = HTTPServerOptions()
    options.threads = 2
    options.bodyBytes = 1000
    options.shortBodyBytes = 0
    change(&options)
    return try HTTPServer(options, refuse: refuse, handler: handler)
  }

  private func answer(to text: String, from server: HTTPServer) throws -> String {
    let client = try LoopbackClient(port: server.port)
    client.send(text)
    return client.receive()
  }

  @Test func answersWhatItWasAsked() throws {
    let server = try server()
    let answer = try answer(
      to: "GET /a%2Fb/%C4%90?x=1&y=%20+z HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
      from: server)
    #expect(answer.hasPrefix("HTTP/1.1 200"))
    #expect(answer.contains("X-Client: 127.0.0.1"))
    #expect(answer.hasSuffix(#"GET ["a/b", "Đ"] ["x=1", "y=  z"] 0"#), "\(answer)")
  }

  @Test func takesABody() throws {
    let server = try server()
    let whole = try answer(
      to: "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
      from: server)
    #expect(whole.hasSuffix(" 5"), "\(whole)")
    let pieces = try answer(
      to: "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n", from: server)
    #expect(pieces.hasSuffix(" 7"), "\(pieces)")
  }

  /// 100 MB are announced and none of them is waited for.
  @Test func refusesABodyThatIsTooLong() throws {
    let server = try server()
    let announced = try answer(
      to: "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 104857600\r\n\r\n", from: server)
    #expect(announced.hasPrefix("HTTP/1.1 413"), "\(announced)")
    let pieces = String(
      repeating: "64\r\n" + String(repeating: "x", count: 100) + "\r\n", count: 20)
    let chunked = try answer(
      to: "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        + pieces + "0\r\n\r\n", from: server)
    #expect(chunked.hasPrefix("HTTP/1.1 413"), "\(chunked)")
  }

  @Test func endsAConnectionThatNeverStopsSending() throws {
    let server = try server()
    let client = try LoopbackClient(port: server.port)
    client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
    let piece = "3e8\r\n" + String(repeating: "x", count: 1000) + "\r\n"
    var sent = 0
    while sent < 100_000, client.send(piece) { sent += 1 }
    #expect(sent < 100_000)
  }

  @Test func refusesBeforeTheBodyCounts() throws {
    let bodies = Mutex(0)
    let server = try server(
      refuse: { _ in HTTPResponse(status: 401) },
      handler: { request in
        bodies.withLock { $0 += 1 }
        return Self.echo(request)
      })
    let refused = try answer(
      to: "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
      from: server)
    #expect(refused.hasPrefix("HTTP/1.1 401"), "\(refused)")
    #expect(bodies.withLock(\.self) == 0)
  }

  @Test(arguments: ["/%", "/%2", "/%zz", "/%ff", "/?a=%c3", "*"])
  func refusesATargetThatIsNone(target: String) throws {
    let server = try server()
    let answer = try answer(
      to: "GET \(target) HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", from: server)
    #expect(answer.hasPrefix("HTTP/1.1 400"), "\(answer)")
  }

  @Test(arguments: ["nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n"])
  func survivesWhatIsNoRequest(text: String) throws {
    let server = try server()
    _ = try answer(to: text, from: server)
    #expect(
      try answer(to: "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", from: server)
        .hasPrefix("HTTP/1.1 200"))
  }

  /// A client that drips its request byte by byte is ended, and holds nobody up meanwhile.
  @Test(arguments: [
    "GET / HTTP/1.1\r\nX: ", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 900\r\n\r\n",
  ])
  func endsARequestThatTakesTooLong(beginning: String) throws {
    let server = try server { $0.requestTime = .milliseconds(500) }
    let slow = try LoopbackClient(port: server.port)
    slow.send(beginning)
    let end = ContinuousClock.now + .seconds(60)
    var isOpen = true
    while isOpen, ContinuousClock.now < end {
      isOpen = slow.send("x")
      let answer = try answer(
        to: "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", from: server)
      #expect(answer.hasPrefix("HTTP/1.1 200"))
      usleep(20_000)
    }
    #expect(!isOpen)
  }

  @Test func finishesWhatIsUnderWayWhenItStops() async throws {
    let begun = DispatchSemaphore(value: 0)
    let goOn = DispatchSemaphore(value: 0)
    let server = try server(handler: { request in
      begun.signal()
      goOn.wait()
      return Self.echo(request)
    })
    let client = try LoopbackClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    begun.wait()
    let stopped = DispatchSemaphore(value: 0)
    let stopping = Thread {
      server.stop()
      stopped.signal()
    }
    stopping.start()
    while (try? LoopbackClient(port: server.port)) != nil { usleep(1000) }
    goOn.signal()
    let answer = client.receive()
    #expect(answer.hasPrefix("HTTP/1.1 200"), "\(answer)")
    stopped.wait()
    #expect(server.requestsUnderWay == 0)
  }

  /// More requests than workers, all of them whole when the server is told to stop.
  @Test func losesNoRequestThatHasComeWhenItStops() throws {
    let begun = Mutex(0)
    let goOn = DispatchSemaphore(value: 0)
    let server = try server(
      { $0.workers = 4 },
      handler: { request in
        begun.withLock { $0 += 1 }
        goOn.wait()
        goOn.signal()
        return Self.echo(request)
      })
    let clients = try (0..<40).map { _ in try LoopbackClient(port: server.port) }
    for client in clients { client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n") }
    while begun.withLock(\.self) < 4 || server.requestsUnderWay < 40 { usleep(1000) }
    let stopped = DispatchSemaphore(value: 0)
    Thread {
      server.stop()
      stopped.signal()
    }.start()
    goOn.signal()
    for client in clients {
      #expect(client.receive().hasPrefix("HTTP/1.1 200"))
    }
    stopped.wait()
    #expect(begun.withLock(\.self) == 40)
  }

  @Test(arguments: ["0.0.0.0", "::", "192.0.2.1"])
  func refusesPlainHTTPBeyondLoopback(address: String) {
    #expect(throws: HTTPServerError.plainBeyondLoopback(address: address)) {
      try server { $0.address = address }
    }
  }

  @Test func namesWhatKeepsItFromListening() throws {
    #expect(throws: HTTPServerError.notAnAddress("localhost")) {
      try server { $0.address = "localhost" }
    }
    let first = try server()
    let port = first.port
    #expect(
      throws: HTTPServerError.cannotListen(
        address: "127.0.0.1", port: port, cause: "Address already in use")
    ) { try server { $0.port = port } }
    #expect(throws: HTTPServerError.cannotStart(usesTLS: true)) {
      try server { $0.identity = HTTPServerOptions.Identity(certificate: "no", key: "no") }
    }
  }
}
