internal import Documents
internal import VietnameseText

/// Whether names and dates of birth from different papers can be those of one person.
enum PersonComparison {
  /// Whether two names are one: but for case, spaces, the place of tones, and marks that one of them
  /// lacks altogether.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.foldedForComparison(), right.foldedForComparison())
    if left == right { return true }
    let (plainLeft, plainRight) = (left.strippingMarks(), right.strippingMarks())
    return plainLeft == plainRight && (plainLeft == left || plainRight == right)
  }

  /// Whether two dates of birth can be one, of which either may lack its day or month.
  static func isCompatible(_ left: String, _ right: String) -> Bool {
    left.hasPrefix(right) || right.hasPrefix(left)
  }

  /// What a name is looked up by: without marks, in small letters.
  static func key(_ name: String) -> String { name.foldedForComparison().strippingMarks() }

  /// The year in a date of birth.
  static func year(_ birthDate: String) -> Int64? { Int64(birthDate.prefix(4)) }
}
