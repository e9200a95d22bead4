/// A table of aligned columns for the terminal; widths count letters as a reader sees them.
package struct TextTable: Sendable {
  /// A piece of text with its look.
  package struct Cell: Sendable, ExpressibleByStringInterpolation {
    /// What it shows; nothing in it steers the terminal.
    package var text: String
    /// How it looks.
    package var style: Style

    /// Creates a cell.
    package init(_ text: String, style: Style = .plain) {
      self.text = text.printable.replacing("\n", with: " ")
      self.style = style
    }

    /// Creates a plain cell.
    package init(stringLiteral value: String) { self.init(value) }
  }

  private var header: [String]
  private var rows: [[Cell]] = []

  /// Creates an empty table under `header`.
  package init(header: [String]) { self.header = header }

  /// Adds a row, which must have as many cells as the header.
  package mutating func append(_ row: [Cell]) {
    precondition(row.count == header.count, "a row has as many cells as the header")
    rows.append(row)
  }

  /// The table as lines of at most `width` columns: the widest column gives way, and what does
  /// not fit ends in "…".
  package func text(width: Int, colour: Bool) -> String {
    var widths = header.map(\.count)
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], cell.text.count)
      }
    }
    let gaps = 2 * (widths.count - 1)
    while widths.reduce(gaps, +) > width,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 8
    {
      widths[widest] -= 1
    }
    var lines = [line(header.map { Cell($0, style: .bold) }, widths: widths, colour: colour)]
    lines += rows.map { line($0, widths: widths, colour: colour) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [Cell], widths: [Int], colour: Bool) -> String {
    var parts: [String] = []
    for (column, cell) in cells.enumerated() {
      let fits = cell.text.count <= widths[column]
      let text = fits ? cell.text : cell.text.prefix(widths[column] - 1) + "…"
      let isLast = column == cells.count - 1
      let padding = isLast ? "" : String(repeating: " ", count: widths[column] - text.count)
      parts.append(cell.style.apply(to: String(text), colour: colour) + padding)
    }
    return parts.joined(separator: "  ")
  }
}
