/// A value in an SQLite database.
package enum DatabaseValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// Text, in UTF-8.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// An optional integer.
  package init(_ integer: Int64?) { self = integer.map(Self.integer) ?? .null }

  /// An optional text.
  package init(_ text: String?) { self = text.map(Self.text) ?? .null }
}

extension DatabaseValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// Creates a text.
  package init(stringLiteral value: String) { self = .text(value) }
  /// Creates a whole number.
  package init(integerLiteral value: Int64) { self = .integer(value) }
}
