internal import HTTPClient
internal import RecordStore

/// A registration service elsewhere, reached by HTTP.
package struct RemoteRegistry: Sendable {
  private let connection: RemoteConnection

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
    connection = try RemoteConnection(
      address: address, tokenFile: tokenFile, authorities: authorities, queue: "hoso.delivery")
  }

  /// The service as a place to send registrations to.
  package var endpoint: RegistrationEndpoint {
    RegistrationEndpoint { try await self.submit($0) }
  }

  private func submit(
    _ request: RegistrationRequest
  ) async throws(RegistrationEndpoint.Unreachable) -> RegistrationResponse {
    let answer: HTTPAnswer
    do {
      answer = try await connection.post(
        request.body, to: "/v1/registrations", idempotencyKey: request.idempotencyKey,
        headers: ["Accept": "application/json"])
    } catch {
      throw RegistrationEndpoint.Unreachable(
        "no answer from the registration service at \(connection.address.text): \(error); check that it runs"
      )
    }
    return RegistrationResponse(
      status: answer.status, body: answer.body,
      retryAfter: answer.headers["retry-after"].flatMap { Int($0) }.map {
        .seconds(min(max(0, $0), 3600))
      })
  }
}
