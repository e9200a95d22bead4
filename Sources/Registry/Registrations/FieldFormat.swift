internal import Documents

/// What the value of a number in a registration must look like.
package struct FieldFormat: Sendable {
  /// How many digits it may have.
  let digits: Set<Int>
  /// The digit that it begins with, where it must.
  var first: UInt8?
  /// Whether a passport's number (a letter and seven or eight digits) may stand in its place.
  var allowsPassport = false
  /// The format in words.
  package let words: String

  /// What a search for a person's number may name.
  package static let anyNumber = FieldFormat(
    digits: [9, 10, 12], allowsPassport: true, words: "9, 10 or 12 digits, or a passport number")

  /// A social insurance number.
  package static let participant = FieldFormat(digits: [10, 12], words: "10 or 12 digits")

  /// The fields that have one.
  static let formats: [FieldKey: FieldFormat] = [
    .phone: FieldFormat(
      digits: [10, 11], first: UInt8(ascii: "0"), words: "10 or 11 digits with the leading 0"),
    .socialInsuranceNumber: participant,
    .personalNumber: FieldFormat(digits: [12], words: "12 digits"),
    .idNumber: FieldFormat(
      digits: [9, 12], allowsPassport: true, words: "9 or 12 digits, or a passport number"),
  ]

  /// Whether `text` has it.
  package func matches(_ text: String) -> Bool {
    var bytes = Array(text.utf8)
    var lengths = digits
    if allowsPassport, let letter = bytes.first, (65...90).contains(letter) {
      bytes.removeFirst()
      lengths = [7, 8]
    }
    return lengths.contains(bytes.count) && bytes.allSatisfy { (48...57).contains($0) }
      && (first == nil || bytes.first == first)
  }
}
