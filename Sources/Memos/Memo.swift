package import Documents

/// What a transfer memo says: the insured person's name, social-insurance number and telephone.
package struct Memo: Hashable, Sendable {
  /// The memo as it was given.
  package var text: String
  /// `fullName`, `socialInsuranceNumber` and `phone`; a field that the memo lacks has no value.
  package var fields: [FieldKey: Field]
  /// Why the verdict is what it is, and notes.
  package var reasons: [Reason]
  /// What becomes of the memo.
  package var verdict: Verdict

  /// The fields of a memo, in the order of its template.
  package static let keys: [FieldKey] = [.fullName, .socialInsuranceNumber, .phone]
}

/// The line of `hoso memo --json`, schema `hoso.memo/1`.
extension Memo: Encodable {
  /// The name and version of the JSON shape.
  package static let schema = "hoso.memo/1"

  private enum CodingKeys: String, CodingKey {
    case schema, text, verdict, reasons, fields
  }

  /// Writes the memo with its schema.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Self.schema, forKey: .schema)
    try values.encode(text, forKey: .text)
    try values.encode(verdict, forKey: .verdict)
    try values.encode(reasons, forKey: .reasons)
    try values.encode(fields, forKey: .fields)
  }
}
