internal import Foundation
internal import HTTPClient
internal import RecordStore

/// A registration service elsewhere, reached by HTTP.
///
/// On a queue of its own, since each request waits for the network.
public actor RemoteRegistry {
  /// Why a service cannot be used.
  public enum Defect: Error, Hashable, Sendable, CustomStringConvertible {
    /// The address is none of a service.
    case notAnAddress
    /// The address would send the token over the network in the clear.
    case plainBeyondLoopback(host: String)
    /// The token's file cannot be read, or holds none.
    case noToken(path: String)
    /// There is no memory for a client.
    case noClient

    /// What failed, on what, and the way out.
    public var description: String {
      switch self {
      case .notAnAddress:
        "the registration service's address must be as https://registry.example:8470"
      case .plainBeyondLoopback(let host):
        "the token is not sent to \(host) in the clear; give an address that begins with https://"
      case .noToken(let path):
        "no token can be read from '\(path)'; 'hoso registry token create' prints one"
      case .noClient: "out of memory"
      }
    }
  }

  private let executor: SerialQueueExecutor
  private let client: HTTPClient
  private let address: String
  private let token: String

  /// The queue on which the client is used.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    // The actor, which keeps the executor, outlives every job on it.
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Prepares to reach a service; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - address: Where it is: `https://` with host and port; `http://` on loopback alone.
  ///   - tokenFile: The file with its bearer token.
  ///   - authorities: A file of certificates that sign it; nil for the system's.
  /// - Throws: `Defect`.
  public init(
    address: String, tokenFile: String, authorities: String? = nil
  ) throws(Defect) {
    let trimmed = address.hasSuffix("/") ? String(address.dropLast()) : address
    guard let parts = URLComponents(string: trimmed), let host = parts.host, !host.isEmpty,
      ["http", "https"].contains(parts.scheme), parts.user == nil, parts.query == nil,
      parts.fragment == nil
    else { throw .notAnAddress }
    guard parts.scheme == "https" || ["127.0.0.1", "[::1]", "::1", "localhost"].contains(host)
    else { throw .plainBeyondLoopback(host: host) }
    let text = FileManager.default.contents(atPath: tokenFile).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard let text, 1...200 ~= text.utf8.count,
      text.utf8.allSatisfy({ (33...126).contains($0) })
    else { throw .noToken(path: tokenFile) }
    executor = SerialQueueExecutor(label: "hoso.delivery")
    do {
      client = try HTTPClient(authorities: authorities)
    } catch {
      throw .noClient
    }
    self.address = trimmed
    token = text
  }

  /// The service as a place to send registrations to.
  public nonisolated var endpoint: RegistrationEndpoint {
    RegistrationEndpoint { try await self.submit($0) }
  }

  private func submit(
    _ request: RegistrationRequest
  ) throws(RegistrationEndpoint.Unreachable) -> RegistrationResponse {
    let answer: HTTPAnswer
    do {
      answer = try client.post(
        request.body, to: address + "/v1/registrations",
        headers: [
          "Authorization": "Bearer \(token)", "Idempotency-Key": request.idempotencyKey,
          "Content-Type": "application/json", "Accept": "application/json",
        ])
    } catch {
      throw RegistrationEndpoint.Unreachable(
        "no answer from the registration service at \(address): \(error); check that it runs")
    }
    return RegistrationResponse(
      status: answer.status, body: answer.body,
      retryAfter: answer.headers["retry-after"].flatMap { Int($0) }.map {
        .seconds(min(max(0, $0), 3600))
      })
  }
}
