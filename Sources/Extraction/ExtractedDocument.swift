package import Documents

/// What was extracted from one region: a classified document with its fields.
package struct ExtractedDocument: Sendable {
  /// What it is; `unknown` where no layout fits.
  package var kind: DocumentKind
  /// Which side of a card; nil of what has no sides.
  package var side: CardSide?
  /// How surely it is this kind and side, 0 … 1, not calibrated.
  package var kindConfidence: Double
  /// The layout it was read by; nil when it is of no known kind.
  package var layout: String?
  /// Every field of the layout, blank ones without a value; confidences are not yet calibrated.
  package var fields: [FieldKey: Field]
  /// The fields without which it cannot be accepted.
  package var required: Set<FieldKey>
  /// What was noticed on the way.
  package var findings: [Finding]
  /// What it holds of a table that other pages may go on with; nil without one.
  package var annex: AnnexPart?
}
