import Documents

/// A document's fields as the rules look at them.
struct DocumentFacts: Sendable {
  let kind: DocumentKind
  let side: CardSide?
  let fields: [FieldKey: Field]
  /// The day on which the document is judged.
  let today: CalendarDate

  /// The text of a field; nil when it is blank.
  func text(_ key: FieldKey) -> String? { fields[key]?.value?.text }

  /// The date in a field; nil when it is blank or no date.
  func date(_ key: FieldKey) -> CalendarDate? { text(key).flatMap(CalendarDate.init(iso:)) }

  /// Whether a code, and not print alone, gives the field's value.
  func isCoded(_ key: FieldKey) -> Bool {
    guard let evidence = fields[key]?.evidence else { return false }
    return evidence.isProven || !evidence.witnesses.isDisjoint(with: [.qr, .mrz, .barcode])
  }
}
