/// The sex that documents state.
package enum Sex: String, CaseIterable, Sendable {
  case male, female

  /// As printed: `Nam` or `Nữ`.
  package var printed: String { self == .male ? "Nam" : "Nữ" }
}
