package import Documents

extension RecordStore {
  /// The one source that has a digest and is no duplicate, in the words of its index: without them each
  /// file that is taken in would go through all that were.
  static let isOriginal = "sha256 = ? AND sha256 <> '' AND duplicate_of IS NULL"

  /// The source that was taken in from this very file, unchanged since, and whether it was read and
  /// other files may belong to it; nil when it must be taken in.
  package func source(
    unchanged file: FileFacts
  ) throws -> (id: Int64, state: SourceState, isOpen: Bool)? {
    try database.row(
      """
      SELECT id, state, \(Self.isOpen)
        AND EXISTS (SELECT 1 FROM identities WHERE identities.source_id = sources.id) FROM sources
      WHERE path = ? AND bytes = ? AND modified_at = ? AND sha256 <> '' ORDER BY id DESC
      """, [.text(file.path), .integer(file.bytes), .integer(file.modifiedAt)]
    ).flatMap { row in
      SourceState(rawValue: row.text(1)).map { (row.integer(0), $0, row.integer(2) == 1) }
    }
  }

  /// Those of `files` that were settled before, or read and kept, and are unchanged since, with their
  /// sources.
  ///
  /// What is still to be read or delivered is not among them.
  package func settled(among files: [FileFacts]) throws -> [FileFacts: Int64] {
    var found: [FileFacts: Int64] = [:]
    for file in files {
      guard let known = try source(unchanged: file),
        known.state != .taken || known.isOpen, known.state != .accepted
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
  ///   - identities: By what another file may be known to belong to it; empty where none could.
  /// - Throws: `DatabaseError`.
  package func decide(
    _ id: Int64, result: SourceResult, submission: Submission?, identities: Set<String> = []
  ) throws {
    precondition((result.verdict == .accepted) == (submission != nil))
    try transaction(.decided) {
      guard try undecided(id) != nil else { return }
      try save(result, source: id)
      try save(identities, source: id)
      if let submission { try insert(submission, source: id) }
      try settle(id, as: result.verdict)
    }
  }

  /// The sources that a batch still has to read, also those of which it holds only a copy.
  package func undecidedSources(inBatch id: Int64) throws -> [Int64] {
    try database.execute(
      """
      SELECT id FROM sources WHERE state = 'taken' AND (
        batch_id = ? OR id IN (SELECT duplicate_of FROM sources WHERE batch_id = ?))
        AND NOT EXISTS (SELECT 1 FROM records WHERE records.source_id = sources.id)
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
        records.kinds, whole.path
      FROM sources LEFT JOIN sources AS original ON original.id = sources.duplicate_of
      LEFT JOIN sources AS whole ON whole.id = sources.joined_to
      LEFT JOIN records ON records.source_id = sources.id WHERE sources.id = ?
      """, [.integer(id)])
    guard let row, let state = SourceState(rawValue: row.text(3)) else { return nil }
    return StoredSource(
      id: id, batchID: row.integer(0), path: row.text(1), sha256: row.text(2), state: state,
      originalPath: row.optionalText(4), joinedPath: row.optionalText(6),
      kinds: row.text(5).split(separator: " ").compactMap { DocumentKind(rawValue: String($0)) },
      reasons: try reasons(ofSource: id).map(share))
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

  func undecided(_ id: Int64) throws -> DatabaseRow? {
    try database.row("SELECT path FROM sources WHERE id = ? AND state = 'taken'", [.integer(id)])
  }

  private func forgetUnreadable(_ path: String) throws {
    try database.execute("DELETE FROM sources WHERE path = ? AND sha256 = ''", [.text(path)])
  }
}
