internal import Foundation
internal import HTTPClient
internal import RecordStore
package import Registry

/// A gateway that sends notifications, reached by HTTP.
///
/// It gets a POST with the notification in JSON and an `Idempotency-Key` for each, and answers 2xx.
package actor NotificationGateway {
  private let executor: SerialQueueExecutor
  private let client: HTTPClient
  private let address: RemoteAddress

  /// The queue on which the client is used.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    // The actor, which keeps the executor, outlives every job on it.
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Prepares to reach a gateway; nothing is sent yet.
  package init(
    address: String, tokenFile: String, authorities: String? = nil
  ) throws(RemoteAddress.Defect) {
    self.address = try RemoteAddress(address, tokenFile: tokenFile)
    executor = SerialQueueExecutor(label: "hoso.notifications")
    do {
      client = try HTTPClient(authorities: authorities)
    } catch {
      throw .noClient
    }
  }

  /// The gateway as a sender.
  package nonisolated var sender: NotificationSender {
    NotificationSender { try await self.post($0) }
  }

  private func post(_ notification: Notice) throws {
    let body = Array(try JSONEncoder().encode(notification))
    let answer: HTTPAnswer
    do {
      answer = try client.post(
        body, to: address.text,
        headers: [
          "Authorization": "Bearer \(address.token)",
          "Idempotency-Key": "notification-\(notification.id)",
          "Content-Type": "application/json",
        ])
    } catch {
      throw NotificationSender.Failure("no answer from the gateway: \(error)", isPassing: true)
    }
    switch answer.status {
    case 200..<300: return
    // The gateway's word on this one message; everything else is its own trouble, or ours.
    case 400, 404, 410, 422:
      throw NotificationSender.Failure("the gateway answered \(answer.status)", isPassing: false)
    default:
      throw NotificationSender.Failure("the gateway answered \(answer.status)", isPassing: true)
    }
  }
}
