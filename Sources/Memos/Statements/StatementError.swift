/// Why no memos could be found in a list of transactions.
package enum StatementError: Error, Hashable, CustomStringConvertible {
  /// No column holds text.
  case noMemos
  /// There is no such column.
  case noSuchColumn(String)

  /// What failed and the way out.
  package var description: String {
    switch self {
    case .noMemos:
      "found no column of memos; name it with --column, by its heading or its number"
    case .noSuchColumn(let name):
      "there is no column '\(name)'; give its heading, or its number from 1"
    }
  }
}
