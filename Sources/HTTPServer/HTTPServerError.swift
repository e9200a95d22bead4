/// Why a server cannot begin.
package enum HTTPServerError: Error, Hashable, Sendable {
  /// The address is none, in numbers.
  case notAnAddress(String)
  /// Nobody may listen there, or somebody does.
  case cannotListen(address: String, port: UInt16, cause: String)
  /// Plain HTTP was asked for on an address that others reach.
  case plainBeyondLoopback(address: String)
  /// The library refused to begin: with TLS, its certificate or key is none.
  case cannotStart(usesTLS: Bool)
}

extension HTTPServerError: CustomStringConvertible {
  /// What failed, on what, and the way out.
  package var description: String {
    switch self {
    case .notAnAddress(let text):
      "'\(text)' is no address in numbers; give one as 127.0.0.1 or ::1"
    case .cannotListen(let address, let port, let cause):
      "cannot listen on \(address) port \(port): \(cause); choose another address or port"
    case .plainBeyondLoopback(let address):
      "plain HTTP is refused on \(address), which others reach; give a certificate and a key, "
        + "or listen on 127.0.0.1"
    case .cannotStart(usesTLS: true):
      "the HTTP server cannot begin; check that the certificate and the key are PEM and belong "
        + "together"
    case .cannotStart(usesTLS: false):
      "the HTTP server cannot begin; check the limits on threads and open files"
    }
  }
}
