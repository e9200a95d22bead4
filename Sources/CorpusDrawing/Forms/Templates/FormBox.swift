/// A label with a place to fill in.
package struct FormBox: Codable, Sendable {
  /// Number printed before the label: `09.1`.
  package var no: String?
  /// The words before the place.
  package var label: String?
  /// Name of the wordings to choose the label from.
  package var words: String?
  /// Name of the value: `I.fullName`; the part behind the dot is the field.
  package var slot: String?
  /// Share of the line's width.
  package var share: Double
  /// Whether an empty box shows the strokes of a date.
  package var date: Bool?
  /// Dotted lines that an empty box takes.
  package var lines: Int?
  /// A word printed behind the value: `đồng`.
  package var tail: String?
  /// Whether the label only heads the boxes below it.
  package var group: Bool?
  /// Whether the box counts in the numbering of its form.
  package var item: Bool?
  /// What can be ticked; nil for a box that is written into.
  package var choices: [FormChoice]?
  /// Whether the choices stand below each other.
  package var stackChoices: Bool?
}
