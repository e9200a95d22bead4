import Foundation
import HTTPServer
import Registry
import Synchronization
import TestSupport
import Testing

@testable import Delivery

@Suite struct NotificationGatewayTests {
  private let folder: TemporaryFolder
  private let tokenFile: String

  init() throws {
    folder = try TemporaryFolder()
    tokenFile = try folder.write("secret\n", to: "token")
  }

  private func sample() throws -> Notice {
    let json = #"{"id": 7, "channel": "sms", "to": "0912000001", "text": "Đã nhận"}"#
    return try JSONDecoder().decode(Notice.self, from: Data(json.utf8))
  }

  @Test func postsEachWithItsKey() async throws {
    let requests = Mutex<[HTTPRequest]>([])
    let server = try HTTPServer(HTTPServerOptions()) { request in
      requests.withLock { $0.append(request) }
      return HTTPResponse(status: 202)
    }
    let gateway = try NotificationGateway(
      address: "http://127.0.0.1:\(server.port)/send", tokenFile: tokenFile)
    let notice = try sample()
    try await gateway.sender.send(notice)
    let posted = requests.withLock(\.self)
    let request = try #require(posted.first)
    #expect(request.target.path == ["send"])
    #expect(request.header("authorization") == "Bearer secret")
    #expect(request.header("idempotency-key") == "notification-7")
    #expect(try JSONDecoder().decode(Notice.self, from: Data(request.body)) == notice)
    server.stop()
  }

  @Test(arguments: [(500, true), (503, true), (429, true), (401, true), (302, true), (422, false)])
  func tellsWhatPassesFromWhatDoesNot(status: Int, isPassing: Bool) async throws {
    let server = try HTTPServer(HTTPServerOptions()) { _ in HTTPResponse(status: status) }
    let gateway = try NotificationGateway(
      address: "http://127.0.0.1:\(server.port)", tokenFile: tokenFile)
    let notice = try sample()
    await #expect(
      throws: NotificationSender.Failure("the gateway answered \(status)", isPassing: isPassing)
    ) { try await gateway.sender.send(notice) }
    server.stop()
  }
}
