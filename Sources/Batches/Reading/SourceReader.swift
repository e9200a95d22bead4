internal import ContentHash
internal import Delivery
internal import Documents
internal import Originals
internal import RecordStore
internal import Registry
internal import Validation
internal import Workers

/// Takes one file from its path to its verdict and its delivery.
struct SourceReader: Sendable {
  /// A file that this run needs to care about no more.
  struct Settled: Sendable {
    /// What became of it.
    enum Outcome: Sendable {
      /// It was read, refused, or found to be a copy.
      case settled
      /// It was read, by this run or an earlier one; what becomes of it depends on the other files of
      /// its batch.
      case waiting
      /// An earlier run had settled it.
      case known
      /// It looks half-written and is young: let go, to be looked at again later.
      case postponed
      /// Its bytes belong to a person who was erased.
      case forgotten
    }

    /// The source; nil where there is none.
    let id: Int64?
    let outcome: Outcome

    var wasKnown: Bool { outcome == .known }
  }

  let store: RecordStore
  let pool: WorkerPool
  let delivery: OutboxDelivery
  let keeping: OriginalKeeping?
  let maximumFileBytes: Int
  let phrase: @Sendable (Finding) -> Reason

  /// How many files are worth holding in memory at the same time: while each worker reads one, its next
  /// is made ready, so that no worker waits for a disk, also when all of them end at once.
  var concurrency: Int { 2 * pool.count + 1 }

  /// Settles a file that was met on the way through the folders.
  ///
  /// With `mayGrow`, a file that looks damaged or empty is let go again: it may still be being written.
  func settle(_ file: FileFacts, batch: Int64, mayGrow: Bool = false) async throws -> Settled {
    if let known = try await store.source(unchanged: file) {
      if known.state == .accepted { try await delivery.deliver(source: known.id) }
      if known.isOpen { return Settled(id: known.id, outcome: .waiting) }
      if known.state != .taken { return Settled(id: known.id, outcome: .known) }
    }
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.bytes(at: file.path, limit: maximumFileBytes)
    } catch {
      if mayGrow { return Settled(id: nil, outcome: .postponed) }
      let result = refusal(of: file.name, sha256: "", finding: finding(for: error))
      return Settled(
        id: try await store.refuse(file, result: result, batch: batch), outcome: .settled)
    }
    if mayGrow, bytes.isEmpty { return Settled(id: nil, outcome: .postponed) }
    let sha256 = SHA256Digest(of: bytes).hexadecimal
    var isSealed = false
    if let keeping, try await store.wouldRead(sha256) {
      if !keeping.store.contains(.original, of: sha256) {
        try keeping.store.seal(bytes, as: .original, of: sha256)
      }
      isSealed = true
    }
    switch try await store.take(file, sha256: sha256, batch: batch, isSealed: isSealed) {
    case .new(let id), .known(let id, .taken):
      if try await store.isRead(id) { return Settled(id: id, outcome: .waiting) }
      let outcome = try await read(
        bytes, source: id, name: file.name, sha256: sha256, mayGrow: mayGrow)
      return Settled(id: outcome == .postponed ? nil : id, outcome: outcome)
    case .known(let id, let state):
      if state == .accepted { try await delivery.deliver(source: id) }
      return Settled(id: id, outcome: .known)
    case .duplicate(let id): return Settled(id: id, outcome: .settled)
    case .forgotten: return Settled(id: nil, outcome: .forgotten)
    }
  }

  /// Settles a source that was taken in before, from any place where its bytes still are.
  func settle(left id: Int64) async throws -> Settled {
    if try await store.isRead(id) { return Settled(id: id, outcome: .waiting) }
    guard let places = try await store.places(ofSource: id) else {
      return Settled(id: id, outcome: .known)
    }
    if let bytes = try keeping?.store.open(.original, of: places.sha256) {
      let name = places.paths.first.map(Self.name) ?? ""
      let outcome = try await read(bytes, source: id, name: name, sha256: places.sha256)
      return Settled(id: id, outcome: outcome)
    }
    for path in places.paths {
      guard let bytes = try? SourceFile.bytes(at: path, limit: maximumFileBytes),
        SHA256Digest(of: bytes).hexadecimal == places.sha256
      else { continue }
      let outcome = try await read(
        bytes, source: id, name: Self.name(of: path), sha256: places.sha256)
      return Settled(id: id, outcome: outcome)
    }
    let name = places.paths.first.map(Self.name) ?? ""
    let finding = Finding(.fileUnreadable)
    try await store.refuseVanished(
      id, result: refusal(of: name, sha256: places.sha256, finding: finding))
    return Settled(id: id, outcome: .settled)
  }

  /// Reads a source and decides it, unless other files of its batch may belong to it, or it is let go
  /// again.
  private func read(
    _ bytes: [UInt8], source id: Int64, name: String, sha256: String, mayGrow: Bool = false
  ) async throws -> Settled.Outcome {
    var result: SourceResult
    var crops: [UInt8] = []
    if let finding = Self.foreign(bytes) {
      result = refusal(of: name, sha256: sha256, finding: finding)
    } else {
      let answer = try await answer(to: bytes, source: id, name: name, sha256: sha256)
      result = answer.result
      crops = answer.attachment
    }
    if mayGrow, Self.looksUnfinished(result) {
      try await store.withdraw(id)
      return .postponed
    }
    if let keeping, !crops.isEmpty { try keeping.store.seal(crops, as: .crops, of: sha256) }
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
    let identities = DossierGap.isOpen(in: result) ? DossierJoiner.identities(of: result) : []
    if submission != nil, !identities.isEmpty {
      try await store.keepRead(id, result: result, identities: identities)
      return .waiting
    }
    try await store.decide(
      id, result: result, submission: submission, identities: identities)
    if submission != nil { try await delivery.deliver(source: id) }
    return identities.isEmpty ? .settled : .waiting
  }

  /// What is said of a file that is no scan, but of a kind that people often send; nil for others.
  private static func foreign(_ bytes: [UInt8]) -> Finding? {
    switch OfficeFile(bytes) {
    case .text(let format): Finding(.fileWordProcessor, details: ["format": format])
    case .other: nil
    case nil:
      ArchiveFormat(bytes).map { Finding(.fileArchive, details: ["format": $0.rawValue]) }
    }
  }

  /// What workers make of a source; each that comes to grief over it is noted before the next tries, so
  /// that no source brings down more than `maximumFailures`, whatever else is killed meanwhile.
  private func answer(
    to bytes: [UInt8], source id: Int64, name: String, sha256: String
  ) async throws -> WorkResult {
    let request = WorkRequest(name: name, sha256: sha256, wantsCrops: keeping != nil)
    while true {
      switch try await pool.result(of: bytes, request: request, tries: 1) {
      case .finished(let answer): return answer
      case .failed(let finding):
        guard try await store.noteFailure(id) >= Self.maximumFailures else { continue }
        return WorkResult(result: refusal(of: name, sha256: sha256, finding: finding))
      }
    }
  }

  private static let maximumFailures = 2

  /// Whether a file is refused for what the first part of a good file would be refused for.
  private static func looksUnfinished(_ result: SourceResult) -> Bool {
    let refusals = result.reasons.filter { $0.severity == .refusal }
    return !refusals.isEmpty
      && refusals.allSatisfy {
        [.fileDamaged, .fileEmpty, .fileUnknownFormat].contains($0.code)
      }
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
