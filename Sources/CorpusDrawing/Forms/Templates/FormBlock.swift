/// One element of a form from top to bottom: a paragraph, a line of boxes, columns, a rule, a gap,
/// or the room for a signature.
package struct FormBlock: Codable, Sendable {
  /// Where the lines of a block begin and end.
  package enum Alignment: String, Codable, Sendable { case left, center, right, justify }

  /// Words with `{slots}`; a line end starts a new line.
  package var text: String?
  /// Name of the wordings to choose `text` from.
  package var words: String?
  /// Where its lines begin and end; at the left unless given.
  package var align: Alignment?
  /// Whether it is printed in bold letters.
  package var bold: Bool?
  /// Whether it is printed in italic letters.
  package var italic: Bool?
  /// Whether only the first line is bold.
  package var firstBold: Bool?
  /// Whether a slot without a value prints nothing instead of dots.
  package var plain: Bool?
  /// Points above or below the form's text size.
  package var size: Double?
  /// Space above in millimetres.
  package var before: Double?
  /// Indentation of the first line in millimetres.
  package var indent: Double?
  /// Boxes that share a line.
  package var boxes: [FormBox]?
  /// What stands side by side; nil for a block of its own.
  package var columns: [FormColumn]?
  /// A centred rule of this share of the width.
  package var rule: Double?
  /// Empty millimetres.
  package var gap: Double?
  /// Room for a signature in millimetres.
  package var signature: Double?

  /// The boxes of this block and of its columns.
  package var allBoxes: [FormBox] {
    (boxes ?? []) + (columns ?? []).flatMap { $0.blocks.flatMap(\.allBoxes) }
  }
}
