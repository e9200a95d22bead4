/// How far a source has come; each change is one transaction, see docs/durability.md.
public enum SourceState: String, CaseIterable, Codable, Sendable {
  /// Known by its bytes, and still to be read.
  case taken
  /// Read and accepted; its registration waits in the outbox.
  case accepted
  /// Registered, and the registration service has said so.
  case delivered
  /// A person must look.
  case review
  /// It cannot become a record.
  case rejected
  /// The same bytes as another source.
  case duplicate
}
