internal import Gazetteer
internal import VietnameseText

/// The memos in a list of bank transactions, one row each.
package struct BankStatement: Hashable, Sendable {
  /// A memo and the line of the file on which its row begins.
  package struct Line: Hashable, Sendable {
    /// The line, counted from 1.
    package var number: Int
    /// The memo.
    package var memo: String

    /// Creates a line.
    package init(number: Int, memo: String) {
      self.number = number
      self.memo = memo
    }
  }

  /// The memos in the order of the file; rows without one are left out.
  package let lines: [Line]
  /// The heading of the column they stand in; nil where there is none.
  package let heading: String?
  /// The column, counted from 1.
  package let column: Int

  private static let mostPreamble = 40

  /// Finds the memos in `text`.
  ///
  /// - Parameters:
  ///   - text: The rows, parted by commas, semicolons, tabs or bars.
  ///   - wanted: The heading of the column, or its number from 1; nil to find it by the usual
  ///     headings, else by what the cells hold.
  ///   - dictionaries: The folder of the dictionaries.
  /// - Throws: A `StatementError` where no memos are found.
  package init(_ text: String, column wanted: String?, dictionaries: String) throws {
    let rows = DelimitedText(text).rows
    let table = try DictionaryTable(
      path: dictionaries + "/memo/columns.tsv", columns: ["heading"])
    let headings = (0..<table.count).map { Self.key(table[$0, 0]) }
    let place: (row: Int, column: Int)?
    if let wanted {
      place = try Self.place(of: wanted, rows)
    } else {
      place =
        Self.heading(headings, rows)
        ?? Self.fullestColumn(rows).map { (row: -1, column: $0) }
    }
    guard let place else { throw StatementError.noMemos }
    heading = place.row < 0 ? nil : rows[place.row].cells[place.column].foldingWhiteSpace()
    column = place.column + 1
    lines = rows.dropFirst(place.row + 1).compactMap { row in
      guard row.cells.count > place.column else { return nil }
      let memo = row.cells[place.column].foldingWhiteSpace()
      return memo.contains(where: \.isLetter) || memo.contains(where: \.isNumber)
        ? Line(number: row.line, memo: memo) : nil
    }
    if lines.isEmpty { throw StatementError.noMemos }
  }

  private static func key(_ text: String) -> String {
    text.normalized().strippingMarks().lowercased()
      .split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }

  private static func place(
    of wanted: String, _ rows: [DelimitedText.Row]
  ) throws -> (row: Int, column: Int) {
    let name = key(wanted)
    for (row, cells) in rows.prefix(mostPreamble).enumerated() {
      if let column = cells.cells.firstIndex(where: { key($0) == name }) { return (row, column) }
    }
    guard let number = Int(wanted), number > 0, rows.contains(where: { $0.cells.count >= number })
    else { throw StatementError.noSuchColumn(wanted) }
    return (-1, number - 1)
  }

  /// The usual heading that comes first in the list, and the row of headings.
  private static func heading(
    _ headings: [String], _ rows: [DelimitedText.Row]
  ) -> (row: Int, column: Int)? {
    var best: (rank: Int, row: Int, column: Int)?
    for (row, cells) in rows.prefix(mostPreamble).enumerated() where cells.cells.count > 1 {
      for (column, cell) in cells.cells.enumerated() {
        let name = key(cell)
        guard !name.isEmpty, name.utf8.count < 60,
          let rank = headings.firstIndex(where: { name == $0 })
            ?? headings.firstIndex(where: { " \(name) ".contains(" \($0) ") })
            .map({ $0 + headings.count })
        else { continue }
        if rank < best?.rank ?? .max { best = (rank, row, column) }
      }
    }
    return best.map { ($0.row, $0.column) }
  }

  /// The column with the most words and digits.
  private static func fullestColumn(_ rows: [DelimitedText.Row]) -> Int? {
    var sums: [Int: Int] = [:]
    for row in rows {
      for (column, cell) in row.cells.enumerated() where cell.contains(where: \.isLetter) {
        sums[column, default: 0] += min(cell.count, 200)
      }
    }
    return sums.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
