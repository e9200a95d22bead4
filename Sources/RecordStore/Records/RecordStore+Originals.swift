package import Foundation

extension RecordStore {
  /// The digests, beginning with two given digits, of the sources that have an encrypted copy.
  package func sealedDigests(beginningWith shard: String) throws -> Set<String> {
    // `g` follows the last hexadecimal digit.
    Set(
      try database.execute(
        "SELECT sha256 FROM sources WHERE is_sealed = 1 AND sha256 >= ? AND sha256 < ?",
        [.text(shard), .text(shard + "g")]
      ).map { $0.text(0) })
  }

  /// Whether a source has an encrypted copy.
  package func isSealed(_ id: Int64) throws -> Bool {
    try database.row("SELECT is_sealed FROM sources WHERE id = ?", [.integer(id)])?.integer(0) == 1
  }

  /// The copies whose time is over; what is delivered was decided before, which the index knows.
  static let copiesToExpire = """
    SELECT sources.id, sources.sha256 FROM sources
    JOIN outbox ON outbox.source_id = coalesce(sources.joined_to, sources.id)
    WHERE sources.is_sealed = 1 AND sources.state = 'delivered' AND sources.decided_at <= ?
      AND outbox.settled_at <= ?
    UNION ALL
    SELECT id, sha256 FROM sources
    WHERE is_sealed = 1 AND state = 'rejected' AND decided_at <= ?
    LIMIT ?
    """

  /// Sources whose encrypted copy has served its time: delivered or rejected before given days.
  package func expiredCopies(
    deliveredBefore: Date, rejectedBefore: Date, limit: Int
  ) throws -> [(id: Int64, sha256: String)] {
    try database.execute(
      Self.copiesToExpire,
      [
        .integer(Self.milliseconds(deliveredBefore)), .integer(Self.milliseconds(deliveredBefore)),
        .integer(Self.milliseconds(rejectedBefore)), .integer(Int64(limit)),
      ]
    ).map { ($0.integer(0), $0.text(1)) }
  }

  /// Notes that the encrypted copy of a source is gone.
  package func noteDropped(_ id: Int64) throws {
    try transaction(.dropped) {
      try database.execute("UPDATE sources SET is_sealed = 0 WHERE id = ?", [.integer(id)])
    }
  }

  /// The folder to which the reports of a batch were written last.
  package func reportFolder(ofBatch id: Int64) throws -> String? {
    try database.row("SELECT report_folder FROM batches WHERE id = ?", [.integer(id)])?
      .optionalText(0)
  }

  /// Notes the folder to which the reports of a batch were written.
  package func noteReports(ofBatch id: Int64, in folder: String) throws {
    try database.transaction {
      try database.execute(
        "UPDATE batches SET report_folder = ? WHERE id = ?", [.text(folder), .integer(id)])
    }
  }

  private static func milliseconds(_ date: Date) -> Int64 {
    Int64((date.timeIntervalSince1970 * 1000).rounded())
  }
}
