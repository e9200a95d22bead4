import Foundation
import Glibc
import TestSupport

/// One request over a connection of its own, which may be cut before the answer is read.
enum ProbeClient {
  struct Answer {
    let status: Int
    let body: [UInt8]
  }

  /// The answer; nil when none came.
  ///
  /// With `cutAfter` nobody is there for the answer so many microseconds after the request has been sent
  /// whole: the service has committed by then, or not.
  static func send(
    _ method: String, _ path: String, token: String, key: String? = nil, body: [UInt8] = [],
    type: String = "application/json", port: UInt16, cutAfter pause: UInt32? = nil
  ) -> Answer? {
    guard let connection = try? LoopbackClient(port: port) else { return nil }
    var head = "\(method) \(path) HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
    head += "Authorization: Bearer \(token)\r\n"
    if let key { head += "Idempotency-Key: \(key)\r\n" }
    if !body.isEmpty {
      head += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
    }
    guard connection.send(Array((head + "\r\n").utf8) + body) else { return nil }
    if let pause {
      usleep(pause)
      connection.cut()
      return nil
    }
    let text = connection.receive()
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
