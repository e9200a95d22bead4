extension RegistryStore {
  /// Entries of the audit trail behind the entry `id`, at most `limit`, in their order.
  package func auditEntries(after id: Int64, limit: Int) throws -> [AuditEntry] {
    try look { try $0.auditEntries(after: id, limit: limit) }
  }

  /// Checks the audit trail from its first entry to its last.
  ///
  /// - Parameter seen: The number and hash of an entry that were noted earlier, outside the
  ///   database; they tell a trail that was cut off, or written anew as a whole.
  /// - Returns: Whether it is as it was written, else the first entry that is not.
  /// - Throws: `DatabaseError`.
  package func verifyAudit(seen: (id: Int64, hash: String)? = nil) throws -> AuditVerdict {
    var last: (id: Int64, hash: String) = (0, "")
    while true {
      let entries = try auditEntries(after: last.id, limit: 1000)
      guard !entries.isEmpty else { break }
      for entry in entries {
        let isIntact =
          entry.id == last.id + 1 && entry.previous == last.hash
          && entry.hash == entry.expectedHash
        let isSeen = seen.map { $0.id != entry.id || $0.hash == entry.hash } ?? true
        guard isIntact, isSeen else { return .altered(id: last.id + 1) }
        last = (entry.id, entry.hash)
      }
    }
    if let seen, seen.id > last.id { return .cutOff(after: last.id) }
    return .intact(count: last.id, head: last.hash)
  }
}
