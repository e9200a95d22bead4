/// Borders around what is filled in.
package enum FormFrame: String, Codable, Sendable {
  /// No border.
  case none
  /// A rectangle around each value.
  case value
  /// A table whose cells hold label and value.
  case grid
}
