internal import Foundation
internal import HTTPClient
package import Registry

/// A gateway that sends notifications, reached by HTTP.
///
/// It gets a POST with the notification in JSON and an `Idempotency-Key` for each, and answers 2xx.
package struct NotificationGateway: Sendable {
  private let connection: RemoteConnection

  /// Prepares to reach a gateway; nothing is sent yet.
  package init(
    address: String, tokenFile: String, authorities: String? = nil
  ) throws(RemoteAddress.Defect) {
    connection = try RemoteConnection(
      address: address, tokenFile: tokenFile, authorities: authorities, queue: "hoso.notifications")
  }

  /// The gateway as a sender.
  package var sender: NotificationSender {
    NotificationSender { try await self.post($0) }
  }

  private func post(_ notification: Notice) async throws {
    let body = Array(try JSONEncoder().encode(notification))
    let answer: HTTPAnswer
    do {
      answer = try await connection.post(
        body, idempotencyKey: "notification-\(notification.id)")
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
