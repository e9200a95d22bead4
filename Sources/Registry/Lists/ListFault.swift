/// What keeps a row of a list from being taken, or a list as a whole; never what stands there.
package struct ListFault: Error, Hashable, Codable, Sendable {
  /// What is wrong.
  package enum Cause: String, Hashable, Codable, Sendable {
    /// There is no row of headings with a name and a number or a date of birth.
    case noHeadings = "no-headings"
    /// The bytes are no text in a known encoding.
    case noText = "no-text"
    /// There is no name, or it has characters of no name.
    case name
    /// The social insurance number is none.
    case number
    /// The spreadsheet wrote the number in powers of ten, so that digits are lost.
    case rounded = "number-rounded"
    /// The date of birth is none.
    case birthDate = "birth-date"
    /// The number of the card is none.
    case idNumber = "id-number"
    /// The phone number is none.
    case phone
    /// The same number stands on an earlier row, with other data.
    case twice
  }

  /// The line on which the row begins, from 1; 0 for the list as a whole.
  package var line: Int
  /// What is wrong.
  package var cause: Cause
}
