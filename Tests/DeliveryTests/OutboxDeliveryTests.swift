import Documents
import Foundation
import RecordStore
import Registry
import Synchronization
import RegistrySupport
import TestSupport
import Testing

@testable import Delivery

@Suite struct OutboxDeliveryTests {
  /// A service that gives one answer after the other, the last one for ever.
  private final class Service: Sendable {
    enum Answer: Sendable {
      case status(Int)
      case underWay
      case away
      /// The registration is stored, and the answer lost.
      case lost
      case stored
    }

    private let answers: Mutex<[Answer]>
    let keys = Mutex<[String]>([])
    private let registry: EmbeddedRegistry

    init(_ answers: [Answer], registry: EmbeddedRegistry) {
      self.answers = Mutex(answers)
      self.registry = registry
    }

    var endpoint: RegistrationEndpoint {
      RegistrationEndpoint { request in
        self.keys.withLock { $0.append(request.idempotencyKey) }
        let answer = self.answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        switch answer {
        case .status(let status): return RegistrationResponse(status: status, body: [])
        case .underWay: return try RegistrationResponse(status: 409, json: Problem.underWay)
        case .away: throw RegistrationEndpoint.Unreachable("the service is away")
        case .lost:
          _ = try await self.registry.register(request)
          throw RegistrationEndpoint.Unreachable("the connection broke off")
        case .stored: return try await self.registry.register(request)
        }
      }
    }
  }

  private let folder: TemporaryFolder
  private let clock = TestClock()
  private let store: RecordStore
  private let registry: EmbeddedRegistry

  init() throws {
    folder = try TemporaryFolder()
    let directory = try DataDirectory(path: folder.path)
    store = try RecordStore(directory: directory, clock: { [clock] in clock.now })
    registry = try EmbeddedRegistry(
      directory: directory, workflows: .committed(), clock: { [clock] in clock.now })
  }

  private func delivery(
    _ service: Service, policy: RetryPolicy = RetryPolicy(patience: .seconds(3600))
  ) -> OutboxDelivery {
    OutboxDelivery(
      store: store, endpoint: service.endpoint, policy: policy, phrase: SampleResult.phrase,
      clock: { [clock] in clock.now }, sleep: { [clock] in clock.advance(by: $0) })
  }

  private struct Course: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answers: [Service.Answer]
    let state: SourceState
    let reason: ReasonCode?
    let tries: Int
  }

  private static let courses = [
    Course(
      testDescription: "at once", answers: [.stored], state: .delivered, reason: nil, tries: 1),
    Course(
      testDescription: "the answer is lost after the commit", answers: [.lost, .lost, .stored],
      state: .delivered, reason: nil, tries: 3),
    Course(
      testDescription: "away for a while", answers: Array(repeating: .away, count: 50) + [.stored],
      state: .delivered, reason: nil, tries: 51),
    Course(
      testDescription: "busy with the same", answers: [.underWay, .underWay, .stored],
      state: .delivered, reason: nil, tries: 3),
    Course(
      testDescription: "overloaded", answers: [.status(429), .status(503), .stored],
      state: .delivered, reason: nil, tries: 3),
    Course(
      testDescription: "a token that is refused first", answers: [.status(401), .stored],
      state: .delivered, reason: nil, tries: 2),
    Course(
      testDescription: "errors, then well", answers: [.status(500), .status(502), .stored],
      state: .delivered, reason: nil, tries: 3),
    Course(
      testDescription: "500 for ever", answers: [.status(500)], state: .review,
      reason: .registrationFailed, tries: 10),
    Course(
      testDescription: "an answer that is no receipt", answers: [.status(200)], state: .review,
      reason: .registrationFailed, tries: 10),
    Course(
      testDescription: "a conflict", answers: [.status(409)], state: .review,
      reason: .registrationConflict, tries: 1),
    Course(
      testDescription: "other content", answers: [.status(422)], state: .review,
      reason: .registrationRefused, tries: 1),
  ]

  @Test(arguments: courses.indices)
  func endsDeliveredOrInReview(index: Int) async throws {
    let course = Self.courses[index]
    let service = Service(course.answers, registry: registry)
    let id = try await store.accept()
    #expect(try await delivery(service).deliverAll() == .none, "\(course.testDescription)")
    let source = try #require(try await store.source(id))
    #expect(source.state == course.state, "\(course.testDescription)")
    #expect(source.reasons.map(\.code) == (course.reason.map { [$0] } ?? []))
    #expect(service.keys.withLock { $0.count } == course.tries, "\(course.testDescription)")
    #expect(Set(service.keys.withLock(\.self)).count == 1)
    #expect(try await registry.receipts().count == (course.state == .delivered ? 1 : 0))
  }

  @Test func leavesTheRestWhenTheServiceStaysAway() async throws {
    let id = try await store.accept()
    let service = Service([.away], registry: registry)
    let left = try await delivery(service, policy: RetryPolicy(patience: .seconds(10)))
      .deliverAll()
    #expect(left == OutboxDelivery.Remainder(count: 1, problem: "the service is away"))
    #expect(try await store.source(id)?.state == .accepted)
    clock.advance(by: .seconds(3600))
    let back = Service([.stored], registry: registry)
    #expect(try await delivery(back).deliverAll() == .none)
    #expect(try await store.source(id)?.state == .delivered)
  }

  @Test func oneRefusalHoldsNobodyUp() async throws {
    let ids = [
      try await store.accept("aa"), try await store.accept("bb"), try await store.accept("cc"),
    ]
    let service = Service([.status(422), .stored], registry: registry)
    #expect(try await delivery(service).deliverAll() == .none)
    var states: [SourceState?] = []
    for id in ids { states.append(try await store.source(id)?.state) }
    #expect(states == [.review, .delivered, .delivered])
  }

  @Test func waitsLongerEachTime() {
    let policy = RetryPolicy(firstDelay: .seconds(1), longestDelay: .seconds(300))
    #expect(
      [1, 2, 3, 9, 10, 1000].map(policy.delay) == [1, 2, 4, 256, 300, 300].map { .seconds($0) })
  }
}
