/// A value in an SQLite database.
package enum DatabaseValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  /// An optional integer.
  package init(_ integer: Int64?) { self = integer.map(Self.integer) ?? .null }

  /// An optional text.
  package init(_ text: String?) { self = text.map(Self.text) ?? .null }
}

extension DatabaseValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
}
