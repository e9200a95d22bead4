internal import HTTPClient
internal import RecordStore

/// The way to a service elsewhere, by HTTP.
///
/// On a queue of its own, since each request waits for the network.
actor RemoteConnection {
  /// Where the service is.
  nonisolated let address: RemoteAddress

  private let executor: SerialQueueExecutor
  private let client: HTTPClient

  /// The queue on which the client is used.
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    // The actor, which keeps the executor, outlives every job on it.
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Prepares to reach a service; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - address: Where it is: `https://` with host and port; `http://` on loopback alone.
  ///   - tokenFile: The file with its bearer token.
  ///   - authorities: A file of certificates that sign it; nil for the system's.
  ///   - queue: The name of the queue.
  /// - Throws: `RemoteAddress.Defect`.
  init(
    address: String, tokenFile: String, authorities: String?, queue: String
  ) throws(RemoteAddress.Defect) {
    self.address = try RemoteAddress(address, tokenFile: tokenFile)
    executor = SerialQueueExecutor(label: queue)
    do {
      client = try HTTPClient(authorities: authorities)
    } catch {
      throw .noClient
    }
  }

  /// Posts JSON to `path` below the address, with the token, a key if there is one, and `headers` more.
  func post(
    _ body: [UInt8], to path: String = "", idempotencyKey: String? = nil,
    headers: [String: String] = [:]
  ) throws -> HTTPAnswer {
    var all = headers
    all["Authorization"] = "Bearer \(address.token)"
    all["Content-Type"] = "application/json"
    all["Idempotency-Key"] = idempotencyKey
    return try client.post(body, to: address.text + path, headers: all)
  }
}
