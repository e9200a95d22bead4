import Foundation

/// A dictionary file: comment lines, a line of column names, rows separated by tabs.
package struct DictionaryTable: Sendable {
  /// The file's path.
  package let path: String
  /// The comment lines at the top, without `# `.
  package let comments: [String]
  /// The names of the columns.
  package let columns: [String]

  private let cells: [String]
  private let firstLine: Int

  /// Reads the table at `path`, which must have the columns `expected`, in that order.
  package init(path: String, columns expected: [String]) throws(DictionaryError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    try self.init(path: path, bytes: [UInt8](data), columns: expected)
  }

  /// Reads a table from its bytes; `path` is for messages.
  package init(path: String, bytes: [UInt8], columns expected: [String]) throws(DictionaryError) {
    let tab = UInt8(ascii: "\t")
    let newLine = UInt8(ascii: "\n")
    var comments: [String] = []
    var cells: [String] = []
    var line = 0
    var start = 0
    var headerLine = 0
    cells.reserveCapacity(bytes.count / 12)
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: newLine) ?? bytes.count
      defer { start = end + 1 }
      if headerLine == 0, bytes[start] == UInt8(ascii: "#") {
        comments.append(String(decoding: bytes[start..<end].dropFirst(2), as: UTF8.self))
        continue
      }
      var columns = 0
      var cellStart = start
      var index = start
      while index <= end {
        if index == end || bytes[index] == tab {
          cells.append(String(decoding: bytes[cellStart..<index], as: UTF8.self))
          columns += 1
          cellStart = index + 1
        }
        index += 1
      }
      if headerLine == 0 {
        headerLine = line
        guard cells == expected else {
          throw .malformed(
            path: path, line: line,
            problem: "expected the columns \(expected.joined(separator: " "))")
        }
        cells.removeAll(keepingCapacity: true)
      } else if columns != expected.count {
        throw .malformed(
          path: path, line: line, problem: "expected \(expected.count) columns, found \(columns)")
      }
    }
    guard headerLine > 0 else {
      throw .malformed(path: path, line: max(1, line), problem: "no line of column names")
    }
    self.path = path
    self.comments = comments
    self.columns = expected
    self.cells = cells
    self.firstLine = headerLine + 1
  }

  /// How many rows there are.
  package var count: Int { cells.count / columns.count }

  /// The cell in `row` and `column`, both counted from 0.
  package subscript(row: Int, column: Int) -> String { cells[row * columns.count + column] }

  /// The line of the file that `row` stands in.
  package func line(of row: Int) -> Int { firstLine + row }
}
