internal import Documents
internal import Foundation

extension RecordStore {
  /// Erases every source that names the person with `number`.
  ///
  /// Its records, reasons, registration on the way, paths and copies go. Its digest alone stays, so that
  /// the same file is not taken in again.
  package func forget(number: String) throws -> ErasedSources {
    // What is deleted is overwritten, too.
    try database.execute("PRAGMA secure_delete = ON")
    var erased = ErasedSources()
    var sources: [Int64] = []
    var values: Set<String> = [number]
    try eachResult { id, path, result in
      guard
        PersonalValues.names(number, in: result)
          || PersonalValues.names(number, in: path)
      else { return }
      sources.append(id)
    }
    // What was handed out as one goes as one.
    sources = try withJoined(sources)
    for id in sources {
      guard let result = try result(ofSource: id) else { continue }
      values.formUnion(PersonalValues.identifying(in: result))
    }
    try transaction(.forgotten) {
      for id in sources { try erase(id, noting: &erased) }
    }
    // What other people's papers say as well is theirs.
    try eachResult { _, _, result in values.subtract(PersonalValues.texts(of: result)) }
    erased.values = values
    try compact()
    return erased
  }

  /// Rewrites the database without the room of what was deleted, and empties the log beside it.
  private func compact() throws {
    try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try database.execute("VACUUM")
    try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private func eachResult(_ body: (Int64, String, SourceResult) throws -> Void) throws {
    var last: Int64 = 0
    while true {
      let rows = try database.execute(
        """
        SELECT sources.id, sources.path, records.result FROM records
        JOIN sources ON sources.id = records.source_id
        WHERE sources.id > ? ORDER BY sources.id LIMIT 200
        """, [.integer(last)])
      guard let final = rows.last else { return }
      for row in rows {
        let result = try JSONDecoder().decode(SourceResult.self, from: Data(row.text(2).utf8))
        try body(row.integer(0), row.text(1), result)
      }
      last = final.integer(0)
    }
  }

  private func erase(_ id: Int64, noting erased: inout ErasedSources) throws {
    let rows = try database.execute(
      "SELECT batch_id, path, sha256 FROM sources WHERE id = ? OR duplicate_of = ? ORDER BY id",
      [.integer(id), .integer(id)])
    let waiting = try database.row(
      "SELECT 1 FROM outbox WHERE source_id = ? AND state <> 'delivered'", [.integer(id)])
    if waiting != nil { erased.undelivered += 1 }
    for row in rows {
      erased.files += 1
      erased.batches.insert(row.integer(0))
      try removePath(row.text(1), fromBatch: row.integer(0))
      try removeName(ofFile: row.text(1))
      let digest = row.text(2)
      if !digest.isEmpty, !erased.digests.contains(digest) {
        erased.digests.append(digest)
        try database.execute(
          "INSERT OR IGNORE INTO forgotten (sha256, forgotten_at) VALUES (?, ?)",
          [.text(digest), .integer(now)])
      }
    }
    try database.execute("DELETE FROM outbox WHERE source_id = ?", [.integer(id)])
    try database.execute("DELETE FROM reasons WHERE source_id = ?", [.integer(id)])
    try database.execute("DELETE FROM records WHERE source_id = ?", [.integer(id)])
    try database.execute("DELETE FROM sources WHERE duplicate_of = ?", [.integer(id)])
    try database.execute("DELETE FROM sources WHERE id = ?", [.integer(id)])
  }

  /// Takes reasons out that name a file by its path, since that may hold a person's name.
  private func removeName(ofFile path: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try database.execute(
      "DELETE FROM reasons WHERE code = ? AND instr(vi, ?) > 0",
      [.text(ReasonCode.dossierFormRegistered.rawValue), .text(name)])
  }

  /// Takes a path out of what a batch was given and named for, since it may hold a person's name.
  private func removePath(_ path: String, fromBatch id: Int64) throws {
    guard let row = try database.row("SELECT name, roots FROM batches WHERE id = ?", [.integer(id)])
    else { return }
    var roots = try JSONDecoder().decode([String].self, from: Data(row.text(1).utf8))
    guard roots.contains(path) || row.text(0).contains(path) else { return }
    roots.removeAll { $0 == path }
    let name = row.text(0).contains(path) ? "batch \(id)" : row.text(0)
    try database.execute(
      "UPDATE batches SET name = ?, roots = ? WHERE id = ?",
      [
        .text(name), .text(String(decoding: try JSONEncoder().encode(roots), as: UTF8.self)),
        .integer(id),
      ])
  }
}
