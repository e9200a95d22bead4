/// One arrangement of a form's blocks.
package struct FormLayout: Codable, Sendable {
  /// Kept away from everything that code is tuned on.
  package var heldOut: Bool
  /// Borders that this layout always has; nil leaves them to the style.
  package var frame: FormFrame?
  /// Its blocks from top to bottom.
  package var blocks: [FormBlock]

  /// Every box of the layout, in reading order.
  package var boxes: [FormBox] { blocks.flatMap(\.allBoxes) }

  /// Names of the places to fill in, boxes and text alike.
  package var slots: Set<String> {
    Set(boxes.compactMap(\.slot))
      .union(boxes.flatMap { $0.choices ?? [] }.map(\.slot))
  }
}
