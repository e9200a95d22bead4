package import Documents

/// What stands on a form: the printed values by slot, the ticks, and the truth for its label.
package struct FilledForm: Sendable {
  /// Chooses the wordings of the form.
  package var seed: UInt64
  /// What is printed in each slot; a slot without an entry is blank.
  package var printed: [String: String] = [:]
  /// The names of the ticked choices.
  package var ticked: Set<String> = []
  /// Whether somebody signed it.
  package var isSigned = true
  /// The slots whose values are written by hand.
  package var handwritten: Set<String> = []
  /// The values of the contract; nil for a field that the paper leaves blank.
  package var fields: [FieldKey: FieldValue?] = [:]

  /// Creates a form of which nothing is filled in.
  package init(seed: UInt64) { self.seed = seed }

  /// Prints `text` in `slot` and notes what a reader must make of it.
  mutating func print(_ text: String, in slot: String, _ key: FieldKey, as value: String? = nil) {
    printed[slot] = text
    fields[key] = .some(.text(value ?? text))
  }

  /// Notes as blank every field that `keys` names and nothing filled.
  mutating func leaveBlank(_ keys: some Sequence<FieldKey>) {
    for key in keys where fields[key] == nil { fields[key] = .some(nil) }
  }
}
