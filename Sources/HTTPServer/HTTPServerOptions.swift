/// Where a server listens, and what it bears.
package struct HTTPServerOptions: Hashable, Sendable {
  /// A certificate with its key.
  package struct Identity: Hashable, Sendable {
    /// The chain of certificates in PEM.
    package var certificate: String
    /// The private key in PEM.
    package var key: String

    /// Creates an identity.
    package init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }

  /// The address, IPv4 or IPv6 in numbers.
  package var address = "127.0.0.1"
  /// The port; 0 for any that is free.
  package var port: UInt16 = 0
  /// The identity for TLS; without one the server speaks plain HTTP, on loopback alone.
  package var identity: Identity?
  /// How many threads serve the connections; they never block.
  package var threads = 2
  /// How many requests are answered at once, each by a thread of its own that may block.
  package var workers = 32
  /// How many connections there may be at once.
  package var connections = 1000
  /// How many of them one address may have.
  package var connectionsPerAddress = 200
  /// How long a connection may be silent, in seconds.
  package var idleSeconds = 15
  /// How long a request may take from its first byte to its answer.
  package var requestTime: Duration = .seconds(30)
  /// How much room the first line and headers of a request have, in bytes.
  package var headerBytes = 32 << 10
  /// How long a body may be, in bytes.
  package var bodyBytes = 1 << 20
  /// How long a body may be that is read whole before anything is asked about its request, in bytes.
  package var shortBodyBytes = 16 << 10
  /// How long a stopping server waits for the requests under way.
  package var drainTime: Duration = .seconds(20)

  /// The defaults.
  package init() {}
}
