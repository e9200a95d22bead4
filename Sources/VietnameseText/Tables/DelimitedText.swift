/// The rows of a text whose cells are parted by a sign, after RFC 4180.
///
/// Cells may stand in quotes, which are doubled within them, and then hold the sign and line ends.
public struct DelimitedText: Sendable {
  /// A row and the line of the text on which it begins, counted from 1.
  public struct Row: Hashable, Sendable {
    /// The line.
    public var line: Int
    /// The cells.
    public var cells: [String]
  }

  /// The rows; blank lines are left out.
  public let rows: [Row]

  private static let delimiters: [Unicode.Scalar] = [",", ";", "\t", "|"]
  private static let sampledRows = 60

  /// Parts `text` at the sign that parts its first rows most evenly.
  public init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let samples = Self.delimiters.map {
      (delimiter: $0, rows: Self.rows(scalars, $0, limit: Self.sampledRows))
    }
    var best: (delimiter: Unicode.Scalar, evenness: Int) = (",", 0)
    for sample in samples {
      var counts: [Int: Int] = [:]
      for row in sample.rows where row.cells.count > 1 { counts[row.cells.count, default: 0] += 1 }
      let evenness = counts.map { $0.value * 16 + min($0.key, 15) }.max() ?? 0
      if evenness > best.evenness { best = (sample.delimiter, evenness) }
    }
    rows = Self.rows(scalars, best.delimiter, limit: .max)
  }

  private static func rows(
    _ text: [Unicode.Scalar], _ delimiter: Unicode.Scalar, limit: Int
  ) -> [Row] {
    var rows: [Row] = []
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var line = 1
    var firstLine = 1
    var isQuoted = false
    var index = 0
    func isBlank() -> Bool { cells.isEmpty && cell.allSatisfy(\.properties.isWhitespace) }
    func endRow() {
      cells.append(String(cell))
      rows.append(Row(line: firstLine, cells: cells))
      cells = []
      cell = String.UnicodeScalarView()
    }
    while index < text.count, rows.count < limit {
      let scalar = text[index]
      defer { index += 1 }
      if isQuoted {
        if scalar == "\n" { line += 1 }
        if scalar != "\"" {
          cell.append(scalar)
        } else if index + 1 < text.count, text[index + 1] == "\"" {
          cell.append(scalar)
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", cell.allSatisfy(\.properties.isWhitespace) {
        cell = String.UnicodeScalarView()
        isQuoted = true
      } else if scalar == delimiter {
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
      } else if scalar == "\n" || scalar == "\r" {
        if scalar == "\r", index + 1 < text.count, text[index + 1] == "\n" { index += 1 }
        line += 1
        if !isBlank() { endRow() }
        cell = String.UnicodeScalarView()
        firstLine = line
      } else {
        cell.append(scalar)
      }
    }
    if rows.count < limit, !isBlank() { endRow() }
    return rows
  }
}
