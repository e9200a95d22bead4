package import Documents

extension RecordStore {
  /// Sources of which what was read is kept, and that no registration was made of.
  static let isOpen = """
    sources.joined_to IS NULL AND sources.state IN ('taken', 'review')
    AND EXISTS (SELECT 1 FROM records WHERE records.source_id = sources.id)
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.source_id = sources.id)
    """

  /// Keeps what was read in a source that could be accepted, without deciding it, since other files of
  /// its batch may belong to it.
  ///
  /// Does nothing when it was read before.
  package func keepRead(
    _ id: Int64, result: SourceResult, identities: Set<String>
  ) throws {
    try transaction(.read) {
      guard try undecided(id) != nil, try !isRead(id) else { return }
      try save(result, source: id)
      try save(identities, source: id)
    }
  }

  /// Whether what is in a source was read, also when it is not decided yet.
  package func isRead(_ id: Int64) throws -> Bool {
    try database.row("SELECT 1 FROM records WHERE source_id = ?", [.integer(id)]) != nil
  }

  /// The sources of a batch that were read and are to be decided, also those of which it holds only a
  /// copy.
  package func readSources(inBatch id: Int64) throws -> [Int64] {
    try database.execute(
      """
      SELECT id FROM sources WHERE state = 'taken' AND (
        batch_id = ? OR id IN (SELECT duplicate_of FROM sources WHERE batch_id = ?))
        AND EXISTS (SELECT 1 FROM records WHERE records.source_id = sources.id)
      ORDER BY id
      """, [.integer(id), .integer(id)]
    ).map { $0.integer(0) }
  }

  /// The batches with work left whose files may belong together, also where all of them are read.
  package func batchesWithOpenSources() throws -> [Int64] {
    try database.execute(
      """
      SELECT id FROM batches WHERE state = 'open' AND EXISTS (
        SELECT 1 FROM sources WHERE sources.batch_id = batches.id AND \(Self.isOpen))
      ORDER BY id
      """
    ).map { $0.integer(0) }
  }

  /// Decides a source by itself that was read and kept, and hands it to the outbox.
  package func decideRead(_ id: Int64, submission: Submission) throws {
    try transaction(.decided) {
      guard try undecided(id) != nil, try isRead(id) else { return }
      try insert(submission, source: id)
      try settle(id, as: .accepted)
    }
  }

  /// The sources of a batch that share an identity with another, the first path first: none of them is
  /// decided, but for a review that other files could end.
  ///
  /// What shares one with a source that was handed out is not among them: it may belong to that one, and
  /// must not be taken for another's because a kill parted their decisions.
  package func openSources(inBatch id: Int64) throws -> [OpenSource] {
    var found: [Int64: OpenSource] = [:]
    let rows = try database.execute(
      """
      WITH known AS (
        SELECT identities.identity, sources.id, sources.path FROM sources
        JOIN identities ON identities.source_id = sources.id
        WHERE sources.batch_id = ? AND \(Self.isOpen) AND NOT EXISTS (
          SELECT 1 FROM identities AS own
          JOIN identities AS other ON other.identity = own.identity
          JOIN outbox ON outbox.source_id = other.source_id
          JOIN sources AS handed ON handed.id = other.source_id
          WHERE own.source_id = sources.id AND handed.batch_id = sources.batch_id))
      SELECT id, path, identity FROM known WHERE identity IN (
        SELECT identity FROM known GROUP BY identity HAVING count(*) > 1)
      """, [.integer(id)])
    for row in rows {
      let id = row.integer(0)
      found[id, default: OpenSource(id: id, path: row.text(1), identities: [])]
        .identities.insert(row.text(2))
    }
    return found.values.sorted { ($0.path, $0.id) < ($1.path, $1.id) }
  }

  /// Decides open sources together: each keeps its own record, the first one's holds what they say
  /// together and is handed to the outbox, and the others are joined to it.
  ///
  /// Does nothing when one of them is open no more.
  ///
  /// - Parameters:
  ///   - members: The sources with their results, all of them accepted; two at least.
  ///   - submission: What is to be registered of all of them.
  /// - Throws: `DatabaseError`.
  package func join(
    _ members: [(id: Int64, result: SourceResult)], submission: Submission
  ) throws {
    precondition(members.count > 1 && members.allSatisfy { $0.result.verdict == .accepted })
    try transaction(.joined) {
      for member in members {
        let row = try database.row(
          "SELECT 1 FROM sources WHERE id = ? AND \(Self.isOpen)", [.integer(member.id)])
        guard row != nil else { return }
      }
      for member in members {
        for table in ["records", "reasons"] {
          try database.execute("DELETE FROM \(table) WHERE source_id = ?", [.integer(member.id)])
        }
        try save(member.result, source: member.id)
        try settle(member.id, as: .accepted)
        guard member.id != members[0].id else { continue }
        try database.execute(
          "UPDATE sources SET joined_to = ? WHERE id = ?",
          [.integer(members[0].id), .integer(member.id)])
      }
      try insert(submission, source: members[0].id)
    }
  }

  /// Tells the open sources of a batch in review of the forms that were handed out and that they share
  /// an identity with, once: `reason` is given the names of the forms' files.
  package func noteRegisteredForms(
    inBatch id: Int64, reason: ([String]) -> Reason
  ) throws {
    let found = try database.execute(
      """
      SELECT DISTINCT sources.id, form.path, form.name FROM sources
      JOIN identities AS own ON own.source_id = sources.id
      JOIN identities AS other ON other.identity = own.identity
      JOIN sources AS form ON form.id = other.source_id
      JOIN records AS forms ON forms.source_id = form.id
      WHERE sources.batch_id = ? AND sources.state = 'review' AND \(Self.isOpen)
        AND form.batch_id = sources.batch_id AND form.state IN ('accepted', 'delivered')
        AND forms.kinds LIKE '%form-%'
        AND NOT EXISTS (
          SELECT 1 FROM reasons WHERE reasons.source_id = sources.id AND reasons.code = ?)
      ORDER BY sources.id, form.path
      """, [.integer(id), .text(ReasonCode.dossierFormRegistered.rawValue)])
    guard !found.isEmpty else { return }
    let late = Dictionary(grouping: found) { $0.integer(0) }
    try transaction(.late) {
      for (id, forms) in late { try insert(reason(forms.map { $0.text(2) }), source: id) }
    }
  }

  /// The sources that are joined with one of `ids`, and these; those that are joined to another come
  /// before it.
  func withJoined(_ ids: [Int64]) throws -> [Int64] {
    var known: Set<Int64> = []
    return try ids.flatMap { id in
      try database.execute(
        """
        SELECT id FROM sources WHERE id = ?1 OR joined_to = ?1
          OR id = (SELECT joined_to FROM sources WHERE id = ?1)
          OR joined_to = (SELECT joined_to FROM sources WHERE id = ?1)
        ORDER BY joined_to IS NULL, id
        """, [.integer(id)]
      ).map { $0.integer(0) }
    }.filter { known.insert($0).inserted }
  }
}
