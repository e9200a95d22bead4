/// Words of addresses that are no names, in small letters: what the list of openings and the words
/// for units say of them.
package struct AddressVocabulary: Sendable {
  /// The columns of the list of openings.
  static let columns = ["word", "part", "short", "numbered", "small"]

  /// Words that a number follows: "tổ", "quận".
  package let numbered: Set<String>
  /// Syllables that print may begin small, since they are no names: "ngõ", "dân".
  package let small: Set<String>

  /// Takes the words from the list of openings.
  init(_ table: DictionaryTable) {
    func words(marked column: Int) -> [String] {
      (0..<table.count).filter { !table[$0, column].isEmpty }.map { table[$0, 0] }
    }
    numbered = UnitOpenings.numbered.union(words(marked: 3))
    small = Set(words(marked: 4).flatMap { $0.split(separator: " ").map(String.init) })
  }
}
