internal import Foundation
internal import HTTPClient
internal import RecordStore
package import Registry

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

  /// Why a person could not be erased elsewhere; the person may still be there.
  package struct ErasureFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, on what, and the way out.
    package let description: String
  }

  /// Erases the person with `number` from the service, which needs the token of an admin.
  ///
  /// - Parameter number: Without what groups its digits.
  /// - Returns: What was erased there.
  /// - Throws: `ErasureFailure`.
  package func forget(number: String) async throws(ErasureFailure) -> ErasedRegistrations {
    let place = connection.address.text
    let answer: HTTPAnswer
    do {
      answer = try await connection.post(
        Array(JSONEncoder().encode(["number": number])), to: "/v1/erasures")
    } catch {
      throw ErasureFailure(
        description: "no answer from the registration service at \(place): \(error); "
          + "check that it runs, and forget again")
    }
    let response = RegistrationResponse(status: answer.status, body: answer.body)
    switch answer.status {
    case 200:
      if let erased = response.decoded(as: ErasedRegistrations.self) { return erased }
    case 401, 403:
      throw ErasureFailure(
        description: "the registration service at \(place) does not erase for this token "
          + "(\(answer.status)); give --token-file of an admin for all offices")
    case 404:
      throw ErasureFailure(
        description: "the registration service at \(place) cannot erase anybody; it is older, or "
          + "none: forget there by `hoso forget` beside its data")
    default: break
    }
    throw ErasureFailure(
      description: "the registration service at \(place) answered \(answer.status) and erased "
        + "nobody; forget again")
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
