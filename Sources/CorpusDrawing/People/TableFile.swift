import Foundation

/// The rows of a dictionary: lines of `#`, one line of column names, rows parted by tabs.
struct TableFile {
  let columns: [String: Int]
  let rows: [[String]]

  init(_ url: URL) throws {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw DrawingError.missingData("cannot read \(url.path)")
    }
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let head = lines.first else {
      throw DrawingError.missingData("no rows in \(url.path)")
    }
    columns = Dictionary(
      head.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    rows = Array(lines.dropFirst())
  }

  /// The values of one column; empty where a row is too short.
  func values(_ column: String) throws -> [String] {
    guard let index = columns[column] else {
      throw DrawingError.missingData("no column '\(column)' in a dictionary")
    }
    return rows.map { $0.count > index ? $0[index] : "" }
  }
}
