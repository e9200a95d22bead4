/// A row of a dictionary that holds a word.
package struct WordEntry: Hashable, Sendable {
  /// The path of the table below the folder of dictionaries.
  package var table: String
  /// The line of the row.
  package var line: Int
  /// Its columns with their values, empty ones left out; a code is followed by the name it stands
  /// for.
  package var columns: [Column]
  /// Whether the word stands there with the same marks.
  package var isExact: Bool

  /// A column with the value of one row.
  package struct Column: Hashable, Sendable {
    /// The column's name.
    package var name: String
    /// The value in the row.
    package var value: String
    /// The name that the value is the code of.
    package var meaning: String?

    /// Creates a column.
    package init(name: String, value: String, meaning: String? = nil) {
      self.name = name
      self.value = value
      self.meaning = meaning
    }
  }
}
