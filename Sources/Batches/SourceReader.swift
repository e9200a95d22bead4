internal import ContentHash
internal import Delivery
internal import Documents
internal import RecordStore
internal import Registry
internal import Workers

/// Takes one file from its path to its verdict and its delivery.
struct SourceReader: Sendable {
  /// A file that this run needs to care about no more.
  struct Settled: Sendable {
    let id: Int64
    /// Whether an earlier run had settled it.
    let wasKnown: Bool
  }

  let store: RecordStore
  let pool: WorkerPool
  let delivery: OutboxDelivery
  let maximumFileBytes: Int
  let phrase: @Sendable (Finding) -> Reason

  /// How many files are worth holding in memory at the same time: one is made ready while the
  /// workers read.
  var concurrency: Int { pool.count + 1 }

  /// Settles a file that was met on the way through the folders.
  func settle(_ file: FileFacts, batch: Int64) async throws -> Settled {
    if let known = try await store.source(unchanged: file), known.state != .taken {
      if known.state == .accepted { try await delivery.deliver(source: known.id) }
      return Settled(id: known.id, wasKnown: true)
    }
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.bytes(at: file.path, limit: maximumFileBytes)
    } catch {
      let result = refusal(of: file.name, sha256: "", finding: finding(for: error))
      return Settled(
        id: try await store.refuse(file, result: result, batch: batch), wasKnown: false)
    }
    let sha256 = SHA256Digest(of: bytes).hexadecimal
    switch try await store.take(file, sha256: sha256, batch: batch) {
    case .new(let id), .known(let id, .taken):
      try await read(bytes, source: id, name: file.name, sha256: sha256)
      return Settled(id: id, wasKnown: false)
    case .known(let id, let state):
      if state == .accepted { try await delivery.deliver(source: id) }
      return Settled(id: id, wasKnown: true)
    case .duplicate(let id):
      return Settled(id: id, wasKnown: false)
    }
  }

  /// Settles a source that was taken in before, from any place where its bytes still are.
  func settle(left id: Int64) async throws -> Settled {
    guard let places = try await store.places(ofSource: id) else {
      return Settled(id: id, wasKnown: true)
    }
    for path in places.paths {
      guard let bytes = try? SourceFile.bytes(at: path, limit: maximumFileBytes),
        SHA256Digest(of: bytes).hexadecimal == places.sha256
      else { continue }
      try await read(bytes, source: id, name: Self.name(of: path), sha256: places.sha256)
      return Settled(id: id, wasKnown: false)
    }
    let name = places.paths.first.map(Self.name) ?? ""
    let finding = Finding(.fileUnreadable)
    try await store.refuseVanished(
      id, result: refusal(of: name, sha256: places.sha256, finding: finding))
    return Settled(id: id, wasKnown: false)
  }

  private func read(
    _ bytes: [UInt8], source id: Int64, name: String, sha256: String
  ) async throws {
    let outcome = try await pool.result(
      of: bytes, request: WorkRequest(name: name, sha256: sha256))
    var result =
      switch outcome {
      case .finished(let answer): answer.result
      case .failed(let finding): refusal(of: name, sha256: sha256, finding: finding)
      }
    result.source.name = name
    result.source.sha256 = sha256
    var submission: Submission?
    if result.verdict == .accepted {
      submission = try Registration(result)?.submission()
      if submission == nil {
        var reason = phrase(Finding(.kindNotRegistrable))
        reason.severity = .doubt
        result.dossier.verdict = .review
        result.dossier.reasons.append(reason)
      }
    }
    try await store.decide(id, result: result, submission: submission)
    if submission != nil { try await delivery.deliver(source: id) }
  }

  private func finding(for failure: SourceFile.Failure) -> Finding {
    switch failure {
    case .tooLarge: Finding(.fileTooLarge)
    case .notRegular, .unreadable: Finding(.fileUnreadable)
    }
  }

  private func refusal(of name: String, sha256: String, finding: Finding) -> SourceResult {
    SourceResult(
      source: SourceIdentity(name: name, sha256: sha256, pages: 0), documents: [],
      reasons: [phrase(finding)], dossier: Dossier(verdict: .rejected))
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
