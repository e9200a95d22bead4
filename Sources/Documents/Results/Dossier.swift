/// The documents of one person joined: their merged fields and the checks between them.
public struct Dossier: Hashable, Codable, Sendable {
  /// What becomes of the dossier.
  public var verdict: Verdict
  /// What the checks between the documents found.
  public var reasons: [Reason]
  /// The fields of all documents, each from its strongest witness.
  public var fields: [FieldKey: Field]

  /// Creates a dossier.
  public init(verdict: Verdict, reasons: [Reason] = [], fields: [FieldKey: Field] = [:]) {
    self.verdict = verdict
    self.reasons = reasons
    self.fields = fields
  }
}
