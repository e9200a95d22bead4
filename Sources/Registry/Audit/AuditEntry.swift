internal import ContentHash
package import Foundation

/// One entry of the audit trail: who did what, to which registrations, and how it ended.
///
/// Each entry's hash covers the hash before it, so that an entry that is altered, taken out or put in
/// breaks the chain there.
package struct AuditEntry: Hashable, Sendable {
  /// Its number, from 1 on without a gap.
  package let id: Int64
  /// When, in milliseconds since 1970.
  package let at: Int64
  /// Who: a token's id, or `hoso` for the program.
  package let caller: String
  /// What was done.
  package let action: String
  /// To what: ids of registrations, never a person's data.
  package let target: String
  /// How it ended.
  package let outcome: String
  /// The hash of the entry before; empty for the first.
  package let previous: String
  /// The hash of this entry.
  package let hash: String

  /// When.
  package var time: Date { Date(timeIntervalSince1970: Double(at) / 1000) }

  /// The hash that an entry with this content has.
  var expectedHash: String {
    Self.hash(
      previous: previous, id: id, at: at, caller: caller, action: action, target: target,
      outcome: outcome)
  }

  static func hash(
    previous: String, id: Int64, at: Int64, caller: String, action: String, target: String,
    outcome: String
  ) -> String {
    // With its length before each part, no two entries are the same bytes.
    let parts = [previous, String(id), String(at), caller, action, target, outcome]
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    return SHA256Digest(of: Array(text.utf8)).hexadecimal
  }
}
