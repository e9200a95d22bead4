package import Documents

/// A page of a letter before its parts are told apart: lines with boxes, whether an engine read
/// them or a trusted text layer gave them.
package struct LetterPage: Sendable {
  /// The 1-based page of the source.
  package var number: Int
  /// The width that the boxes refer to, in pixels.
  package var width: Int
  /// The height that the boxes refer to, in pixels.
  package var height: Int
  /// The lines, in any order.
  package var lines: [TextLine]
  /// Where the lines come from.
  package var source: FieldSource
  /// Whether the boxes say where the words stand; plain text has an order alone.
  package var isPlaced: Bool
  /// The drawn lines of tables, in the same pixels.
  package var rules: [PixelBox]

  /// Creates a page.
  package init(
    number: Int, width: Int, height: Int, lines: [TextLine], source: FieldSource = .ocr,
    isPlaced: Bool = true, rules: [PixelBox] = []
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.lines = lines
    self.source = source
    self.isPlaced = isPlaced
    self.rules = rules
  }

  /// Creates the page `number` from its reading.
  package init(_ reading: SheetReading, number: Int) {
    self.init(
      number: number, width: reading.width, height: reading.height, lines: reading.lines,
      source: reading.source, isPlaced: reading.isPlaced, rules: reading.rules)
  }
}
