public import Documents

/// A place at which the value that was found differs from the one on the paper.
public struct ValueDifference: Hashable, Sendable {
  /// The cell of a table, `[1].fullName`, its rows counted from 0; empty for any other value.
  public var place: String
  /// What the paper has there; nil for a blank.
  public var expected: String?
  /// What was found there; nil for a blank.
  public var found: String?

  /// Creates the difference at one place.
  public init(place: String, expected: String?, found: String?) {
    self.place = place
    self.expected = expected
    self.found = found
  }

  /// Where `found` differs from `expected`: cell by cell in tables, otherwise as a whole; none where
  /// they are the same.
  public static func between(_ expected: FieldValue?, _ found: FieldValue?) -> [ValueDifference] {
    if expected == found { return [] }
    guard case .rows(let right) = expected, case .rows(let read) = found else {
      return [ValueDifference(place: "", expected: expected?.line, found: found?.line)]
    }
    return (0..<max(right.count, read.count)).flatMap { row in
      let (right, read) = (row < right.count ? right[row] : [:], row < read.count ? read[row] : [:])
      return Set(right.keys).union(read.keys).sorted().compactMap { column in
        let (right, read) = (right[column] ?? nil, read[column] ?? nil)
        return right == read
          ? nil
          : ValueDifference(place: "[\(row)].\(column)", expected: right, found: read)
      }
    }
  }
}
