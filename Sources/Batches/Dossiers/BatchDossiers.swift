internal import Delivery
internal import Documents
internal import RecordStore
internal import Registry
internal import Validation

/// Joins the files of a batch that make one dossier, once all of it is read, and decides those by
/// themselves that waited for others in vain.
///
/// What comes of it depends on what was read alone, never on which worker was done first.
struct BatchDossiers: Sendable {
  let store: RecordStore
  let delivery: OutboxDelivery
  /// Loads the rules by which papers are held against each other.
  let joiner: @Sendable () throws -> DossierJoiner
  let phrase: @Sendable (Finding) -> Reason

  /// More files than this that hang together are left to a person.
  private static let mostFiles = 64

  /// Joins what belongs together in a batch and makes a whole dossier, and delivers it.
  func join(inBatch batch: Int64) async throws {
    let groups = DossierGroups.of(try await store.openSources(inBatch: batch))
      .filter { $0.count <= Self.mostFiles }
    guard !groups.isEmpty else { return }
    let choice = DossierChoice(joiner: try joiner())
    for group in groups {
      var files: [DossierChoice.File] = []
      for source in group {
        guard let result = try await store.result(ofSource: source.id) else { continue }
        files.append(DossierChoice.File(source: source, result: result))
      }
      for whole in choice.dossiers(in: files) { try await join(whole) }
    }
  }

  /// Decides a source by itself that was read and kept, and delivers it.
  func decide(_ id: Int64) async throws {
    guard let result = try await store.result(ofSource: id),
      let submission = try Registration(result)?.submission()
    else { return }
    try await store.decideRead(id, submission: submission)
    try await delivery.deliver(source: id)
  }

  /// Tells papers in review which form they belong to that is handed out already.
  func noteRegisteredForms(inBatch batch: Int64) async throws {
    let phrase = phrase
    try await store.noteRegisteredForms(inBatch: batch) { names in
      let files = names.prefix(3).joined(separator: ", ")
      var reason = phrase(Finding(.dossierFormRegistered, details: ["file": files]))
      reason.severity = .doubt
      return reason
    }
  }

  /// All of the above, one source after the other.
  func settle(batch: Int64) async throws {
    try await join(inBatch: batch)
    for id in try await store.readSources(inBatch: batch) { try await decide(id) }
    try await noteRegisteredForms(inBatch: batch)
  }

  /// Decides the files of a whole dossier as one, if that can be registered.
  private func join(_ whole: DossierChoice.Whole) async throws {
    let results = whole.files.map(\.result)
    guard let registration = Registration(joining: results, into: whole.dossier) else { return }
    var members = whole.files.map { (id: $0.source.id, result: DossierGap.closed($0.result)) }
    members[0].result.dossier = whole.dossier
    try await store.join(members, submission: try registration.submission())
    try await delivery.deliver(source: members[0].id)
  }
}
