/// The documents of one person joined: their merged fields and the checks between them.
public struct Dossier: Hashable, Codable, Sendable {
  public var verdict: Verdict
  public var reasons: [Reason]
  public var fields: [FieldKey: Field]

  /// Creates a dossier.
  public init(verdict: Verdict, reasons: [Reason] = [], fields: [FieldKey: Field] = [:]) {
    self.verdict = verdict
    self.reasons = reasons
    self.fields = fields
  }
}
