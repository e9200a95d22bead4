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
  /// The lines, in any order but for those that a text layer states, which come first.
  package var lines: [TextLine]
  /// How many of the lines a text layer states.
  package var statedLines: Int
  /// Whether the boxes say where the words stand; plain text has an order alone.
  package var isPlaced: Bool
  /// The drawn lines of tables, in the same pixels.
  package var rules: [PixelBox]

  /// Creates a page.
  package init(
    number: Int, width: Int, height: Int, lines: [TextLine], statedLines: Int = 0,
    isPlaced: Bool = true, rules: [PixelBox] = []
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.lines = lines
    self.statedLines = statedLines
    self.isPlaced = isPlaced
    self.rules = rules
  }

  /// Creates the page `number` from its reading.
  package init(_ reading: SheetReading, number: Int) {
    self.init(
      number: number, width: reading.width, height: reading.height, lines: reading.lines,
      statedLines: reading.statedLines, isPlaced: reading.isPlaced, rules: reading.rules)
  }

  /// Whether an engine read any of the lines; it makes letters of dirt and strokes.
  var isRead: Bool { statedLines < lines.count }

  /// Where the words that stand at `boxes` come from: the text layer when it states all of them.
  func source(of boxes: [PixelBox]) -> FieldSource {
    if statedLines == 0 { return .ocr }
    if !isRead { return .textLayer }
    let read = lines[statedLines...].flatMap { $0.words.map(\.box) }
    return boxes.contains(where: read.contains) ? .ocr : .textLayer
  }
}
