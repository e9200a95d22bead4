public import Documents
internal import Foundation

/// What was read in sources, and what is handed out of it.
extension RecordStore {
  /// The result that was saved for a source, severities included.
  public func result(ofSource id: Int64) throws -> SourceResult? {
    try database.row("SELECT result FROM records WHERE source_id = ?", [.integer(id)]).map {
      try JSONDecoder().decode(SourceResult.self, from: Data($0.text(0).utf8))
    }
  }

  func reasons(ofSource id: Int64) throws -> [Reason] {
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

  func save(_ result: SourceResult, source id: Int64) throws {
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

  func insert(_ submission: Submission, source id: Int64) throws {
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

  func settle(_ id: Int64, as verdict: Verdict) throws {
    try database.execute(
      "UPDATE sources SET state = ?, decided_at = ? WHERE id = ?",
      [.text(verdict.rawValue), .integer(now), .integer(id)])
  }

  func save(_ identities: Set<String>, source id: Int64) throws {
    for identity in identities {
      try database.execute(
        "INSERT INTO identities (source_id, identity) VALUES (?, ?)",
        [.integer(id), .text(identity)])
    }
  }
}
