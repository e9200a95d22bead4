import Documents

/// The rule that a blank box is empty: print or writing in it of which no value came is for a person
/// to see, required or not.
enum IllegibleFields {
  /// Fewer letters and digits are specks, or the border of the box.
  private static let leastLetters = 2

  static func findings(_ fields: [FieldKey: Field], required: Set<FieldKey>) -> [Finding] {
    fields.sorted { $0.key < $1.key }.compactMap { key, field in
      guard field.value == nil, !required.contains(key),
        (field.raw ?? "").count(where: { $0.isLetter || $0.isNumber }) >= leastLetters
      else { return nil }
      return Finding(.fieldUnreadable, field: key)
    }
  }
}
