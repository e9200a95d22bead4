/// Who does something at the registry.
package struct Caller: Hashable, Sendable {
  /// The name of the caller in the history and the audit trail: a token's id, never a secret.
  package var id: String
  /// What the caller is; nil for the program itself.
  package var role: Role?
  /// The one office whose registrations the caller sees; nil for all.
  package var office: String?

  /// Creates a caller.
  package init(id: String, role: Role?, office: String? = nil) {
    self.id = id
    self.role = role
    self.office = office
  }

  /// Whether `text` can be the code of an office: 1 to 32 letters, digits and dashes of ASCII.
  package static func isOffice(_ text: String) -> Bool {
    1...32 ~= text.utf8.count
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
      }
  }

  /// The program that runs the registry: takes in what an import delivers, and ends what is overdue.
  package static let program = Caller(id: "hoso", role: nil)
}
