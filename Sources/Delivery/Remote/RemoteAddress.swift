internal import Foundation

/// Where a service is, and the token that it knows us by.
package struct RemoteAddress: Sendable {
  /// Why a service cannot be used.
  package enum Defect: Error, Hashable, Sendable, CustomStringConvertible {
    /// The address is none of a service.
    case notAnAddress
    /// The address would send the token over the network in the clear.
    case plainBeyondLoopback(host: String)
    /// The token's file cannot be read, or holds none.
    case noToken(path: String)
    /// There is no memory for a client.
    case noClient

    /// What failed, on what, and the way out.
    package var description: String {
      switch self {
      case .notAnAddress: "the address of a service must be as https://registry.example:8470"
      case .plainBeyondLoopback(let host):
        "the token is not sent to \(host) in the clear; give an address that begins with https://"
      case .noToken(let path):
        "no token can be read from '\(path)'; it must be one word on one line, as "
          + "'hoso registry token create' prints it"
      case .noClient: "out of memory"
      }
    }
  }

  /// The address, without a slash at its end.
  let text: String
  /// The bearer token.
  let token: String

  /// Checks an address (`https://`, or `http://` on loopback) and reads a token.
  init(_ address: String, tokenFile: String) throws(Defect) {
    text = address.hasSuffix("/") ? String(address.dropLast()) : address
    guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
      ["http", "https"].contains(parts.scheme), parts.user == nil, parts.query == nil,
      parts.fragment == nil
    else { throw .notAnAddress }
    guard parts.scheme == "https" || ["127.0.0.1", "[::1]", "::1", "localhost"].contains(host)
    else { throw .plainBeyondLoopback(host: host) }
    let word = FileManager.default.contents(atPath: tokenFile).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard let word, 1...200 ~= word.utf8.count,
      word.utf8.allSatisfy({ (33...126).contains($0) })
    else { throw .noToken(path: tokenFile) }
    token = word
  }
}
