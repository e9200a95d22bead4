extension Array where Element: Equatable {
  /// How many elements must be changed, added or dropped to make `other` of this (Levenshtein).
  @inlinable
  package func editDistance(to other: Self) -> Int {
    var row = Array<Int>(0...other.count)
    for element in self {
      var diagonal = row[0]
      row[0] += 1
      for column in other.indices {
        let above = row[column + 1]
        row[column + 1] = Swift.min(
          diagonal + (element == other[column] ? 0 : 1), above + 1, row[column] + 1)
        diagonal = above
      }
    }
    return row[other.count]
  }
}
