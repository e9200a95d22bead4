/// A table as it stands in its file, however damaged.
struct ReviewedTable: Sendable {
  /// One row with the number of its line.
  struct Row: Sendable {
    var line: Int
    var cells: [Substring]
  }

  /// The lines that begin with `#`, with their numbers.
  private(set) var comments: [(line: Int, text: Substring)] = []
  private(set) var columns: [Substring] = []
  private(set) var headerLine = 0
  private(set) var rows: [Row] = []

  /// Takes `text` apart.
  init(_ text: String) {
    // By bytes: lines and cells end at ASCII characters, and letters need no look.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if headerLine == 0, line.first == UInt8(ascii: "#") {
        comments.append((index + 1, Substring(line)))
        continue
      }
      // What follows the last line break is no line.
      if line.isEmpty, line.endIndex == text.endIndex { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Substring($0) }
      if headerLine == 0 {
        headerLine = index + 1
        columns = cells
      } else {
        rows.append(Row(line: index + 1, cells: cells))
      }
    }
  }

  /// The values of the column named `column`.
  func values(of column: String) -> Set<String> {
    guard let place = columns.firstIndex(of: Substring(column)) else { return [] }
    return Set(rows.compactMap { $0.cells.count > place ? String($0.cells[place]) : nil })
  }
}
