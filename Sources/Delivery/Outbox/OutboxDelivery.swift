public import Documents
public import Foundation
public import RecordStore
internal import Registry

/// Sends what waits in the outbox to the registration service.
///
/// At least once towards the service, once in effect: the key of a registration is made from its
/// content, so that the service knows a repeat after a lost answer.
public struct OutboxDelivery: Sendable {
  /// What a run of deliveries left behind.
  public struct Remainder: Hashable, Sendable {
    /// How many registrations wait for a later run.
    public let count: Int
    /// Why, in the words of the last failure.
    public let problem: String?

    /// Nothing was left behind.
    public static let none = Remainder(count: 0, problem: nil)
  }

  private let store: RecordStore
  private let endpoint: RegistrationEndpoint
  private let policy: RetryPolicy
  private let phrase: @Sendable (Finding) -> Reason
  private let clock: @Sendable () -> Date
  private let sleep: @Sendable (Duration) async throws -> Void

  /// Creates a delivery.
  ///
  /// - Parameters:
  ///   - store: The store whose outbox is emptied.
  ///   - endpoint: Where the registrations go.
  ///   - policy: When to try again.
  ///   - phrase: Puts a finding into the words of the reason catalogue.
  ///   - clock: The time; the same as the store's.
  ///   - sleep: Waits.
  public init(
    store: RecordStore, endpoint: RegistrationEndpoint, policy: RetryPolicy = RetryPolicy(),
    phrase: @escaping @Sendable (Finding) -> Reason,
    clock: @escaping @Sendable () -> Date = { Date() },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.store = store
    self.endpoint = endpoint
    self.policy = policy
    self.phrase = phrase
    self.clock = clock
    self.sleep = sleep
  }

  /// Sends the registration of a source once, if one waits; a failure leaves it in the outbox.
  public func deliver(source id: Int64) async throws {
    if let entry = try await store.waitingSubmission(ofSource: id) { try await send(entry) }
  }

  /// Sends everything that is due, once; failures stay in the outbox.
  public func deliverDue() async throws {
    for entry in try await store.dueSubmissions(limit: 100) { try await send(entry) }
  }

  /// Sends everything that waits, again and again, until nothing does or patience ends.
  public func deliverAll() async throws -> Remainder {
    var waited = Duration.zero
    var lastSettled = ContinuousClock.now
    while true {
      try Task.checkCancellation()
      let due = try await store.dueSubmissions(limit: 100)
      for entry in due where try await send(entry) { lastSettled = .now }
      // Where one try takes longer than the wait for the next, something is due for ever.
      let isFutile = ContinuousClock.now - lastSettled > policy.patience
      if !due.isEmpty, !isFutile { continue }
      let waiting = try await store.waitingSubmissions()
      guard waiting.count > 0, let nextDue = waiting.nextDue else {
        return .none
      }
      let pause = Duration.milliseconds(
        Int64((max(0, nextDue.timeIntervalSince(clock())) * 1000).rounded(.up)) + 1)
      guard !isFutile, waited + pause <= policy.patience else {
        return Remainder(count: waiting.count, problem: waiting.problem)
      }
      try await sleep(pause)
      waited += pause
    }
  }

  /// Sends one registration and notes the outcome; returns whether that settled it.
  @discardableResult
  private func send(_ entry: OutboxEntry) async throws -> Bool {
    let response: RegistrationResponse
    do {
      response = try await endpoint.submit(
        RegistrationRequest(
          idempotencyKey: entry.submission.idempotencyKey, body: entry.submission.body))
    } catch let error as RegistrationEndpoint.Unreachable {
      try await postpone(entry, problem: error.description, counts: false)
      return false
    }
    let problem = response.decoded(as: Problem.self)
    let words = problem?.title ?? "The registration service answered \(response.status)."
    switch response.status {
    case 200, 201:
      guard let receipt = response.decoded(as: RegistrationReceipt.self) else {
        try await fail(entry, problem: "The registration service's answer is no receipt.")
        return false
      }
      try await store.acknowledge(entry.id, registration: receipt.id)
      return true
    case 409 where problem?.type == Problem.underWay.type, 401, 403, 408, 429, 503:
      try await postpone(entry, problem: words, counts: false, atLeast: response.retryAfter)
      return false
    case 409:
      try await giveUp(entry, problem: words, code: .registrationConflict)
      return true
    case 400..<500:
      try await giveUp(entry, problem: words, code: .registrationRefused)
      return true
    default:
      try await fail(entry, problem: words)
      return false
    }
  }

  private func fail(_ entry: OutboxEntry, problem: String) async throws {
    guard entry.attempts + 1 < policy.maximumFailures else {
      try await giveUp(entry, problem: problem, code: .registrationFailed)
      return
    }
    try await postpone(entry, problem: problem, counts: true)
  }

  private func postpone(
    _ entry: OutboxEntry, problem: String, counts: Bool, atLeast: Duration? = nil
  ) async throws {
    let delay = policy.delay(afterFailures: entry.attempts + 1)
    try await store.postpone(
      entry.id, by: max(delay, atLeast ?? .zero), problem: problem, counts: counts)
  }

  private func giveUp(_ entry: OutboxEntry, problem: String, code: ReasonCode) async throws {
    try await store.giveUp(entry.id, problem: problem, reason: phrase(Finding(code)))
  }
}
