import Foundation
import Glibc

/// One request over a connection of its own, which may be cut before the answer is read.
enum ProbeClient {
  struct Answer {
    let status: Int
    let body: [UInt8]
  }

  /// The answer; nil when none came.
  static func send(
    _ method: String, _ path: String, token: String, key: String? = nil, body: [UInt8] = [],
    type: String = "application/json", port: UInt16, isCut: Bool = false
  ) -> Answer? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) }
    }
    guard connected == 0 else { return nil }
    var head = "\(method) \(path) HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
    head += "Authorization: Bearer \(token)\r\n"
    if let key { head += "Idempotency-Key: \(key)\r\n" }
    if !body.isEmpty {
      head += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
    }
    let bytes = Array((head + "\r\n").utf8) + body
    guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      return nil
    }
    if isCut {
      // The service has the whole request, and nobody is there for its answer.
      shutdown(descriptor, Int32(SHUT_RDWR))
      return nil
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      received += buffer[..<count]
    }
    let text = String(decoding: received, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n"), let status = Int(text.dropFirst(9).prefix(3)) else {
      return nil
    }
    let answer = Array(text[end.upperBound...].utf8)
    // A part of an answer is none.
    let announced = text[..<end.lowerBound].lowercased().split(separator: "\r\n").first {
      $0.hasPrefix("content-length:")
    }.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
    return announced == answer.count ? Answer(status: status, body: answer) : nil
  }
}
