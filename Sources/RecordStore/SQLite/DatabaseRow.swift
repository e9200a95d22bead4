/// One row of an answer, copied out of the database.
package struct DatabaseRow: Hashable, Sendable {
  private let values: [DatabaseValue]

  /// Creates a row.
  package init(_ values: [DatabaseValue]) { self.values = values }

  /// The integer in a column; 0 where there is none.
  package func integer(_ column: Int) -> Int64 { optionalInteger(column) ?? 0 }

  /// The integer in a column, if any.
  package func optionalInteger(_ column: Int) -> Int64? {
    if case .integer(let value) = values[column] { value } else { nil }
  }

  /// The text in a column; empty where there is none.
  package func text(_ column: Int) -> String { optionalText(column) ?? "" }

  /// The text in a column, if any.
  package func optionalText(_ column: Int) -> String? {
    if case .text(let value) = values[column] { value } else { nil }
  }

  /// The bytes in a column; empty where there are none.
  package func blob(_ column: Int) -> [UInt8] {
    if case .blob(let value) = values[column] { value } else { [] }
  }
}
