package import Documents

/// What validation says about a document.
package struct Judgement: Hashable, Sendable {
  /// What becomes of it.
  package var verdict: Verdict
  /// Why, the gravest first.
  package var reasons: [Reason]
  /// Its fields with their confidence.
  package var fields: [FieldKey: Field]
}
