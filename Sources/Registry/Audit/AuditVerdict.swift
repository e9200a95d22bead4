/// Whether an audit trail is as it was written.
package enum AuditVerdict: Hashable, Sendable {
  /// Nothing was altered; how many entries there are, and the hash of the last one.
  case intact(count: Int64, head: String)
  /// The first entry that was altered, taken out, or put in.
  case altered(id: Int64)
  /// The trail ends before an entry that was seen earlier.
  case cutOff(after: Int64)
}
