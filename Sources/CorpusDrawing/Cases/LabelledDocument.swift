package import Documents

/// What is true of one drawn document: its kind, its page and the values it prints.
package struct LabelledDocument: Hashable, Sendable {
  /// What it is.
  package var kind: DocumentKind
  /// Which side of a card.
  package var side: CardSide?
  /// Counts through the files of the case from 1.
  package var page: Int
  /// Values as the contract names them; nil where the paper leaves the place blank.
  ///
  /// A key that is absent is not scored.
  package var fields: [FieldKey: FieldValue?]
  /// The fields whose values are written by hand.
  package var handwritten: [FieldKey] = []

  /// Creates the truth about a document without handwriting.
  package init(
    kind: DocumentKind, side: CardSide? = nil, page: Int = 1, fields: [FieldKey: FieldValue?]
  ) {
    (self.kind, self.side, self.page, self.fields) = (kind, side, page, fields)
  }

  /// Sets a field to what was printed, nil for a blank.
  package mutating func set(_ key: String, _ text: String?) {
    fields[FieldKey(rawValue: key)] = .some(text.map { .text($0) })
  }
}
