public import Documents
internal import Foundation

extension RecordStore {
  /// The one source that has a digest and is no duplicate, in the words of its index: without them each
  /// file that is taken in would go through all that were.
  static let isOriginal = "sha256 = ? AND sha256 <> '' AND duplicate_of IS NULL"

  /// The source that was taken in from this very file, unchanged since; nil when it must be read.
  package func source(unchanged file: FileFacts) throws -> (id: Int64, state: SourceState)? {
    try database.row(
      """
      SELECT id, state FROM sources
      WHERE path = ? AND bytes = ? AND modified_at = ? AND sha256 <> '' ORDER BY id DESC
      """, [.text(file.path), .integer(file.bytes), .integer(file.modifiedAt)]
    ).flatMap { row in SourceState(rawValue: row.text(1)).map { (row.integer(0), $0) } }
  }

  /// Those of `files` that were settled before and are unchanged since, with their sources.
  ///
  /// What is still to be read or delivered is not among them.
  package func settled(among files: [FileFacts]) throws -> [FileFacts: Int64] {
    var found: [FileFacts: Int64] = [:]
    for file in files {
      guard let known = try source(unchanged: file),
        known.state != .taken, known.state != .accepted
      else { continue }
      found[file] = known.id
    }
    return found
  }

  /// Whether bytes with the digest `sha256` would be read if they were taken in.
  package func wouldRead(_ sha256: String) throws -> Bool {
    let known = try database.row(
      "SELECT state FROM sources WHERE \(Self.isOriginal)", [.text(sha256)])
    if let known { return known.text(0) == SourceState.taken.rawValue }
    return try !isForgotten(sha256)
  }

  /// Takes in a file whose bytes have the digest `sha256`.
  ///
  /// `isSealed` says that an encrypted copy of them is on the disk.
  package func take(
    _ file: FileFacts, sha256: String, batch: Int64, isSealed: Bool = false
  ) throws -> Intake {
    try transaction(.taken) {
      if try isForgotten(sha256) { return .forgotten }
      if isSealed {
        try database.execute(
          "UPDATE sources SET is_sealed = 1 WHERE \(Self.isOriginal)", [.text(sha256)])
      }
      let known = try database.row(
        "SELECT id, state FROM sources WHERE path = ? AND sha256 = ?",
        [.text(file.path), .text(sha256)])
      if let known, let state = SourceState(rawValue: known.text(1)) {
        try database.execute(
          "UPDATE sources SET bytes = ?, modified_at = ? WHERE id = ?",
          [.integer(file.bytes), .integer(file.modifiedAt), .integer(known.integer(0))])
        return .known(id: known.integer(0), state)
      }
      try forgetUnreadable(file.path)
      let original = try database.row(
        "SELECT id FROM sources WHERE \(Self.isOriginal)", [.text(sha256)])
      let id = try insert(
        file, sha256: sha256, batch: batch, state: original == nil ? .taken : .duplicate,
        original: original?.integer(0), isSealed: isSealed && original == nil)
      return original == nil ? .new(id: id) : .duplicate(id: id)
    }
  }

  /// Takes in and rejects a file whose bytes could not be read; returns its number.
  package func refuse(_ file: FileFacts, result: SourceResult, batch: Int64) throws -> Int64 {
    try transaction(.refused) {
      try forgetUnreadable(file.path)
      let id = try insert(file, sha256: "", batch: batch, state: .rejected, original: nil)
      try save(result, source: id)
      return id
    }
  }

  /// Rejects a source that was taken in and cannot be read any more.
  ///
  /// It gives up its claim on the content, so that a copy that turns up later is read.
  package func refuseVanished(_ id: Int64, result: SourceResult) throws {
    try transaction(.vanished) {
      guard let row = try undecided(id) else { return }
      try forgetUnreadable(row.text(0))
      try database.execute(
        "UPDATE sources SET sha256 = '', state = 'rejected', decided_at = ? WHERE id = ?",
        [.integer(now), .integer(id)])
      try save(result, source: id)
    }
  }

  /// Lets a source that was only just taken in go again, since its file may still be being written.
  ///
  /// It stays when another file has the same bytes.
  package func withdraw(_ id: Int64) throws {
    try transaction(.withdrawn) {
      try database.execute(
        """
        DELETE FROM sources WHERE id = ? AND state = 'taken'
          AND NOT EXISTS (SELECT 1 FROM sources AS copy WHERE copy.duplicate_of = sources.id)
        """, [.integer(id)])
    }
  }

  /// Notes that a worker came to grief over a source; returns how many have.
  package func noteFailure(_ id: Int64) throws -> Int {
    try transaction(.failed) {
      try database.execute(
        "UPDATE sources SET failures = failures + 1 WHERE id = ?", [.integer(id)])
      return Int(
        try database.row("SELECT failures FROM sources WHERE id = ?", [.integer(id)])?
          .integer(0) ?? 0)
    }
  }

  /// Saves the result of a source that was taken in, and hands an accepted one to the outbox.
  ///
  /// Does nothing when the source was decided before.
  ///
  /// - Parameters:
  ///   - id: The source.
  ///   - result: What was read.
  ///   - submission: What is to be registered; given exactly when the verdict is `accepted`.
  /// - Throws: `DatabaseError`.
  package func decide(_ id: Int64, result: SourceResult, submission: Submission?) throws {
    precondition((result.verdict == .accepted) == (submission != nil))
    try transaction(.decided) {
      guard try undecided(id) != nil else { return }
      try save(result, source: id)
      if let submission {
        try database.execute(
          """
          INSERT INTO outbox (source_id, idempotency_key, body, state, due_at, created_at)
          VALUES (?, ?, ?, 'waiting', ?, ?)
          """,
          [
            .integer(id), .text(submission.idempotencyKey), .blob(submission.body), .integer(now),
            .integer(now),
          ])
      }
      try database.execute(
        "UPDATE sources SET state = ?, decided_at = ? WHERE id = ?",
        [.text(result.verdict.rawValue), .integer(now), .integer(id)])
    }
  }

  /// The sources that a batch still has to read, also those of which it holds only a copy.
  package func undecidedSources(inBatch id: Int64) throws -> [Int64] {
    try database.execute(
      """
      SELECT id FROM sources WHERE state = 'taken' AND (
        batch_id = ? OR id IN (SELECT duplicate_of FROM sources WHERE batch_id = ?))
      ORDER BY id
      """, [.integer(id), .integer(id)]
    ).map { $0.integer(0) }
  }

  /// The digest of a source, and every path at which its bytes were seen.
  package func places(ofSource id: Int64) throws -> (sha256: String, paths: [String])? {
    let rows = try database.execute(
      "SELECT sha256, path FROM sources WHERE id = ? OR duplicate_of = ? ORDER BY id",
      [.integer(id), .integer(id)])
    return rows.first.map { ($0.text(0), rows.map { $0.text(1) }) }
  }

  /// The sources of a batch, in the order in which they were taken in.
  public func sources(inBatch id: Int64) throws -> [StoredSource] {
    // Thousands of files have the same few reasons, which are held once.
    var known: Set<Reason> = []
    return try database.execute(
      "SELECT id FROM sources WHERE batch_id = ? ORDER BY id", [.integer(id)]
    ).compactMap { row in
      try source(row.integer(0)) { known.insert($0).memberAfterInsert }
    }
  }

  /// The numbers of the sources of a batch, in the order in which they were taken in: at most `limit`
  /// that follow `id`.
  package func sourceIDs(inBatch batch: Int64, after id: Int64, limit: Int) throws -> [Int64] {
    try database.execute(
      "SELECT id FROM sources WHERE batch_id = ? AND id > ? ORDER BY id LIMIT ?",
      [.integer(batch), .integer(id), .integer(Int64(limit))]
    ).map { $0.integer(0) }
  }

  /// The source with the number `id`, if any.
  public func source(_ id: Int64) throws -> StoredSource? { try source(id) { $0 } }

  /// The source with the number `id`, with the reasons that `share` makes of its own.
  private func source(_ id: Int64, share: (Reason) -> Reason) throws -> StoredSource? {
    let row = try database.row(
      """
      SELECT sources.batch_id, sources.path, sources.sha256, sources.state, original.path,
        records.kinds
      FROM sources LEFT JOIN sources AS original ON original.id = sources.duplicate_of
      LEFT JOIN records ON records.source_id = sources.id WHERE sources.id = ?
      """, [.integer(id)])
    guard let row, let state = SourceState(rawValue: row.text(3)) else { return nil }
    return StoredSource(
      id: id, batchID: row.integer(0), path: row.text(1), sha256: row.text(2), state: state,
      originalPath: row.optionalText(4),
      kinds: row.text(5).split(separator: " ").compactMap { DocumentKind(rawValue: String($0)) },
      reasons: try reasons(ofSource: id).map(share))
  }

  /// The result that was saved for a source, severities included.
  public func result(ofSource id: Int64) throws -> SourceResult? {
    try database.row("SELECT result FROM records WHERE source_id = ?", [.integer(id)]).map {
      try JSONDecoder().decode(SourceResult.self, from: Data($0.text(0).utf8))
    }
  }

  private func reasons(ofSource id: Int64) throws -> [Reason] {
    try database.execute(
      "SELECT code, field, severity, vi, en FROM reasons WHERE source_id = ? ORDER BY id",
      [.integer(id)]
    ).compactMap { row in
      guard let code = ReasonCode(rawValue: row.text(0)),
        let severity = Severity(rawValue: row.text(2))
      else { return nil }
      return Reason(
        code: code, field: row.optionalText(1).map(FieldKey.init(rawValue:)), vi: row.text(3),
        en: row.text(4), severity: severity)
    }
  }

  func insert(_ reason: Reason, source id: Int64) throws {
    try database.execute(
      "INSERT INTO reasons (source_id, code, field, severity, vi, en) VALUES (?, ?, ?, ?, ?, ?)",
      [
        .integer(id), .text(reason.code.rawValue), DatabaseValue(reason.field?.rawValue),
        .text(reason.severity.rawValue), .text(reason.vi), .text(reason.en),
      ])
  }

  private func save(_ result: SourceResult, source id: Int64) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if let key = Reason.encodesSeverity { encoder.userInfo[key] = true }
    let json = String(decoding: try encoder.encode(result), as: UTF8.self)
    try database.execute(
      "INSERT INTO records (source_id, verdict, kinds, result, saved_at) VALUES (?, ?, ?, ?, ?)",
      [
        .integer(id), .text(result.verdict.rawValue),
        .text(result.documents.map(\.kind.rawValue).joined(separator: " ")), .text(json),
        .integer(now),
      ])
    let reasons = result.reasons + result.documents.flatMap(\.reasons) + result.dossier.reasons
    for reason in reasons { try insert(reason, source: id) }
  }

  private func insert(
    _ file: FileFacts, sha256: String, batch: Int64, state: SourceState, original: Int64?,
    isSealed: Bool = false
  ) throws -> Int64 {
    try database.execute(
      """
      INSERT INTO sources (batch_id, path, name, sha256, bytes, modified_at, state, duplicate_of,
        taken_at, decided_at, is_sealed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(batch), .text(file.path), .text(file.name), .text(sha256), .integer(file.bytes),
        .integer(file.modifiedAt), .text(state.rawValue), DatabaseValue(original), .integer(now),
        state == .taken ? .null : .integer(now), .integer(isSealed ? 1 : 0),
      ])
    return database.lastInsertedID
  }

  private func isForgotten(_ sha256: String) throws -> Bool {
    try database.row("SELECT 1 FROM forgotten WHERE sha256 = ?", [.text(sha256)]) != nil
  }

  private func undecided(_ id: Int64) throws -> DatabaseRow? {
    try database.row("SELECT path FROM sources WHERE id = ? AND state = 'taken'", [.integer(id)])
  }

  private func forgetUnreadable(_ path: String) throws {
    try database.execute("DELETE FROM sources WHERE path = ? AND sha256 = ''", [.text(path)])
  }
}
