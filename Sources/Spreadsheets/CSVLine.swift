/// A row of a CSV file (RFC 4180) that spreadsheet programs may open without harm.
///
/// A text that such a program would take for a formula is given an apostrophe in front (OWASP, "CSV
/// Injection").
package enum CSVLine {
  /// What a file begins with, so that spreadsheet programs read it as UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  /// The row of `cells`, with its end of line.
  package static func text(_ cells: [String]) -> String { row(cells) + "\r\n" }

  /// The row of `cells` alone.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  private static func cell(_ text: String) -> String {
    let text = isFormula(text) ? "'" + text : text
    guard text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D, 0x3B, 0x09].contains($0) }) else {
      return text
    }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    // A program reads code points: a quotation mark is one even under a combining mark.
    for scalar in text.unicodeScalars {
      quoted.append(scalar)
      if scalar == "\"" { quoted.append(scalar) }
    }
    return String(quoted) + "\""
  }

  /// Whether a program may take a text for a formula: also behind white space, and in full width.
  private static func isFormula(_ text: String) -> Bool {
    if let first = text.unicodeScalars.first, first == "\t" || first == "\r" || first == "\n" {
      return true
    }
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return false
    }
    return "=+-@＝＋－＠".unicodeScalars.contains(first)
  }
}
