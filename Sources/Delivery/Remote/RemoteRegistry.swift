internal import HTTPClient
internal import RecordStore

/// A registration service elsewhere, reached by HTTP.
///
/// On a queue of its own, since each request waits for the network.
package actor RemoteRegistry {
  private let executor: SerialQueueExecutor
  private let client: HTTPClient
  private let address: RemoteAddress

  /// The queue on which the client is used.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    // The actor, which keeps the executor, outlives every job on it.
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Prepares to reach a service; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - address: Where it is: `https://` with host and port; `http://` on loopback alone.
  ///   - tokenFile: The file with its bearer token.
  ///   - authorities: A file of certificates that sign it; nil for the system's.
  /// - Throws: `RemoteAddress.Defect`.
  package init(
    address: String, tokenFile: String, authorities: String? = nil
  ) throws(RemoteAddress.Defect) {
    self.address = try RemoteAddress(address, tokenFile: tokenFile)
    executor = SerialQueueExecutor(label: "hoso.delivery")
    do {
      client = try HTTPClient(authorities: authorities)
    } catch {
      throw .noClient
    }
  }

  /// The service as a place to send registrations to.
  package nonisolated var endpoint: RegistrationEndpoint {
    RegistrationEndpoint { try await self.submit($0) }
  }

  private func submit(
    _ request: RegistrationRequest
  ) throws(RegistrationEndpoint.Unreachable) -> RegistrationResponse {
    let answer: HTTPAnswer
    do {
      answer = try client.post(
        request.body, to: address.text + "/v1/registrations",
        headers: [
          "Authorization": "Bearer \(address.token)", "Idempotency-Key": request.idempotencyKey,
          "Content-Type": "application/json", "Accept": "application/json",
        ])
    } catch {
      throw RegistrationEndpoint.Unreachable(
        "no answer from the registration service at \(address.text): \(error); check that it runs")
    }
    return RegistrationResponse(
      status: answer.status, body: answer.body,
      retryAfter: answer.headers["retry-after"].flatMap { Int($0) }.map {
        .seconds(min(max(0, $0), 3600))
      })
  }
}
